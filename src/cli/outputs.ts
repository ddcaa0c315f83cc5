import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { PostResult } from '../engine/finding.ts'
import { describe } from '../engine/message.ts'
import { type Registry, registryOf } from '../engine/rule.ts'
import type { Formatter, Locale, ReportContext, RunError, Summary } from '../report/formatter.ts'
import { formatters } from '../report/index.ts'
import { UserError } from '../user-error.ts'
import { version } from '../version.ts'
import type { OutputRequest } from './arguments.ts'
import type { Session } from './session.ts'
import { says } from './texts.ts'

/** What the run finds out before its first post. */
export interface Plan {
  readonly locale: Locale
  readonly rules: Registry
}

/** All renderings of one run. */
export interface Outputs {
  begin(plan: Plan): void
  post(result: PostResult): void
  /** Always called, also when the run never began: JSON stays JSON. */
  end(summary: Summary, errors: (locale: Locale) => readonly RunError[]): void
}

interface Output {
  readonly formatter: Formatter
  readonly isForPeople: boolean
  readonly write: (text: string) => void
  readonly close: () => void
  readonly toFile: boolean
}

const FILE_WIDTH = 100

const openTarget = (file: string | undefined, session: Session): Pick<Output, 'write' | 'close'> => {
  if (file === undefined) return { write: session.write, close: () => undefined }
  try {
    const path = resolve(session.cwd, file)
    mkdirSync(dirname(path), { recursive: true })
    const descriptor = openSync(path, 'w')
    return { write: (text) => void writeSync(descriptor, text), close: () => closeSync(descriptor) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(says((texts) => texts.cannotWrite(file, why)))
  }
}

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

/**
 * Opens every output that was asked for. What programs read is in English unless `--locale` says otherwise, so
 * messages may be needed in two languages; a result comes in the language of the plan.
 */
export const openOutputs = (
  requests: readonly OutputRequest[],
  session: Session,
  request: { readonly locale?: Locale; readonly quiet: boolean },
): Outputs => {
  const outputs = requests.map((output) => open(output, session))
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
  let opened: (Output & { readonly context: ReportContext })[] = []
  const begin = (given: Plan) => {
    plan = given
    hasBegun = true
    opened = outputs.map((output) => ({ ...output, context: contextOf(output) }))
    for (const { formatter, write, context } of opened) write(formatter.begin?.(context) ?? '')
  }
  return {
    begin,
    post(result) {
      for (const { formatter, write, context } of opened) {
        const told = context.locale === plan.locale ? result : describe(result, plan.rules, context.locale)
        write(formatter.post(told, context, index))
      }
      index++
    },
    end(summary, errors) {
      if (!hasBegun) begin(plan)
      for (const { formatter, write, close, context } of opened) {
        write(formatter.end({ summary, errors: errors(context.locale) }, context))
        close()
      }
    },
  }
}
