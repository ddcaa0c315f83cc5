import type { PostResult } from '../engine/finding.ts'
import { describe } from '../engine/message.ts'
import { type Registry, registryOf } from '../engine/rule.ts'
import type { Formatter, Locale, ReportContext, RunError, Summary } from '../report/formatter.ts'
import { formatters } from '../report/index.ts'
import { UserError } from '../user-error.ts'
import { version } from '../version.ts'
import type { OutputRequest } from './arguments.ts'
import { type OutputTarget, openFile } from './output-target.ts'
import type { Session } from './session.ts'

/** What the run finds out before its first post. */
export interface Plan {
  readonly locale: Locale
  readonly rules: Registry
}

/** All renderings of one run. */
export interface Outputs {
  begin(plan: Plan): void
  post(result: PostResult): void
  /** Always called, also when the run never began: JSON stays JSON. Gives what could not be written. */
  end(summary: Summary, errors: (locale: Locale) => readonly RunError[]): readonly UserError[]
  /** Instead of `end`, when the run has been interrupted: files stay as they were, standard output says what was done. */
  interrupt(summary: Summary, errors: (locale: Locale) => readonly RunError[]): void
}

interface Output extends OutputTarget {
  readonly formatter: Formatter
  readonly isForPeople: boolean
  readonly toFile: boolean
}

const FILE_WIDTH = 100

const standardOutput = ({ write }: Session): OutputTarget => ({
  write,
  close: () => undefined,
  discard: () => undefined,
})

const openTarget = (file: string | undefined, session: Session): OutputTarget =>
  file === undefined ? standardOutput(session) : openFile(file, session.cwd)

/** Writes a whole text to where it was asked for. */
export const writeOutput = ({ file }: OutputRequest, session: Session, text: string): void => {
  const { write, close } = openTarget(file, session)
  write(text)
  close()
}

const open = ({ format, file }: OutputRequest, session: Session): Output => ({
  formatter: formatters.get(format) as Formatter,
  isForPeople: format === 'pretty',
  toFile: file !== undefined,
  ...openTarget(file, session),
})

/** Files come first, so that standard output can tell at the end what became of them. */
const filesFirst = (requests: readonly OutputRequest[]): readonly OutputRequest[] => [
  ...requests.filter(({ file }) => file !== undefined),
  ...requests.filter(({ file }) => file === undefined),
]

/**
 * Opens every output that was asked for; one that cannot be written is left out, and told at the end. What programs read is in English unless `--locale` says otherwise, so
 * messages may be needed in two languages; a result comes in the language of the plan.
 */
export const openOutputs = (
  requests: readonly OutputRequest[],
  session: Session,
  request: { readonly locale?: Locale; readonly quiet: boolean },
): Outputs => {
  const failures: UserError[] = []
  /** The run goes on without an output that fails. */
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failures.push(error)
      return undefined
    }
  }
  const outputs = filesFirst(requests).flatMap((output) => attempt(() => open(output, session)) ?? [])
  let plan: Plan = { locale: session.locale, rules: registryOf([]) }
  let index = 0
  let hasBegun = false
  const contextOf = ({ isForPeople, toFile }: Output): ReportContext => ({
    version,
    locale: isForPeople ? plan.locale : (request.locale ?? 'en'),
    color: toFile ? 0 : session.color,
    width: toFile ? FILE_WIDTH : session.width,
    rules: plan.rules,
    quiet: request.quiet,
  })
  let opened: readonly (Output & { readonly context: ReportContext })[] = []
  const toEach = (act: (output: (typeof opened)[number]) => void): void => {
    opened = opened.filter((output) =>
      attempt(() => {
        act(output)
        return true
      }),
    )
  }
  const begin = (given: Plan) => {
    plan = given
    hasBegun = true
    opened = outputs.map((output) => ({ ...output, context: contextOf(output) }))
    toEach(({ formatter, write, context }) => write(formatter.begin?.(context) ?? ''))
  }
  const end: Outputs['end'] = (summary, errors) => {
    if (!hasBegun) begin(plan)
    toEach(({ formatter, write, close, context }) => {
      const { locale } = context
      const all = [...errors(locale), ...failures.map((failure) => failure.report(locale))]
      write(formatter.end({ summary, errors: all }, context))
      close()
    })
    return failures
  }
  return {
    begin,
    end,
    interrupt(summary, errors) {
      if (!hasBegun) begin(plan)
      for (const { toFile, discard } of opened) if (toFile) discard()
      opened = opened.filter(({ toFile }) => !toFile)
      end(summary, errors)
    },
    post(result) {
      toEach(({ formatter, write, context }) => {
        const told = context.locale === plan.locale ? result : describe(result, plan.rules, context.locale)
        write(formatter.post(told, context, index))
      })
      index++
    },
  }
}
