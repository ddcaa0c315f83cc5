import { existsSync } from 'node:fs'
import type { PostResult } from '../engine/finding.ts'
import { describe } from '../engine/message.ts'
import { type Registry, registryOf } from '../engine/rule.ts'
import { type Shard, shardName } from '../files/shard.ts'
import { didYouMean } from '../nearest.ts'
import type { Notice } from '../notice.ts'
import type { Formatter, Locale, Rendering, ReportContext, RunError, Summary } from '../report/formatter.ts'
import { formatNames, formats } from '../report/index.ts'
import { UserError } from '../user-error.ts'
import { version } from '../version.ts'
import type { Arguments, OutputRequest } from './arguments.ts'
import { flowing, type OutputTarget, openEnd, openFile } from './output-target.ts'
import { ofPlugin } from './plugin-format.ts'
import type { Session } from './session.ts'
import { says } from './texts.ts'

/** What the run finds out before its first post. */
export interface Plan {
  readonly locale: Locale
  readonly rules: Registry
  /** Those of plugins, by name. */
  readonly formatters: ReadonlyMap<string, Formatter>
  /** A hash of the configuration. */
  readonly settings?: string
  /** Where the posts were linted, if that was not here. */
  readonly folder?: string
}

/** All renderings of one run. */
export interface Outputs {
  begin(plan: Plan): Promise<void>
  post(result: PostResult): void
  /** Always called, also when the run never began: JSON stays JSON. Gives what could not be written. */
  end(
    summary: Summary,
    errors: (locale: Locale) => readonly RunError[],
    notices?: readonly Notice[],
  ): Promise<readonly UserError[]>
  /** Instead of `end`, when the run has been interrupted: files stay as they were, standard output says what was done. */
  interrupt(summary: Summary, errors: (locale: Locale) => readonly RunError[]): Promise<void>
}

interface Output extends OutputTarget {
  readonly format: string
  readonly toFile: boolean
}

const FILE_WIDTH = 100

const openTarget = (file: string | undefined, session: Session): OutputTarget =>
  file === undefined ? flowing(session.write) : openFile(file, session.cwd)

/** Writes a whole text to where it was asked for. */
export const writeOutput = ({ file }: OutputRequest, session: Session, text: string): void => {
  const { write, close } = openTarget(file, session)
  write(text)
  close()
}

const open = ({ format, file }: OutputRequest, session: Session): Output => ({
  format,
  toFile: file !== undefined,
  ...openTarget(file, session),
})

/** Files come first, so that standard output can tell at the end what became of them. */
const filesFirst = (requests: readonly OutputRequest[]): readonly OutputRequest[] => [
  ...requests.filter(({ file }) => file !== undefined),
  ...requests.filter(({ file }) => file === undefined),
]

/**
 * What GitHub Actions is told without being asked: annotations, through standard error, which is read for commands as
 * well and is in nobody's way, and the summary of the job, to which every step adds.
 */
const openAutomatic = (requests: readonly OutputRequest[], session: Session): Output[] => {
  const { github } = session
  // Who merges parts tells of them all; each by itself would tell everything twice.
  if (!github || requests.some(({ format }) => format === 'blob')) return []
  const isAsked = requests.some(({ format }) => format === 'github')
  const annotations = { format: 'github', toFile: true, ...flowing(session.writeError) }
  const { summaryFile } = github
  return [
    ...(isAsked ? [] : [annotations]),
    ...(summaryFile && existsSync(summaryFile) ? [{ format: 'markdown', toFile: true, ...openEnd(summaryFile) }] : []),
  ]
}

const findFormatter = async (name: string, plugins: ReadonlyMap<string, Formatter>): Promise<Formatter> => {
  const own = plugins.get(name)
  const formatter = own ? ofPlugin(name, own) : await formats.get(name)?.load()
  if (formatter) return formatter
  const known = [...formatNames, ...plugins.keys()]
  throw new UserError(
    says((texts) => texts.unknownFormat(name, known)),
    { hint: didYouMean(name, known) },
  )
}

const errorsOnly = (result: PostResult): PostResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => severity === 'error'),
})

/** The rules as a format needs them. */
const rulesFor = async (format: string, rules: Registry): Promise<Registry> => {
  if (!formats.get(format)?.explains) return rules
  const { wholeRules } = await import('./whole-rules.ts')
  return new Map([...rules, ...registryOf(wholeRules.filter(({ id }) => rules.has(id)))])
}

/**
 * Opens every output that was asked for; one that cannot be written is left out, and told at the end. What programs
 * read is in English unless `--locale` says otherwise, so messages may be needed in two languages; a result comes in
 * the language of the plan.
 */
export const openOutputs = (
  requests: readonly OutputRequest[],
  session: Session,
  request: Pick<Arguments, 'locale' | 'quiet'> & { readonly shard?: Shard },
): Outputs => {
  const failures: UserError[] = []
  const note = (error: unknown): undefined => {
    if (!(error instanceof UserError)) throw error
    failures.push(error)
  }
  /** The run goes on without an output that fails. */
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act()
    } catch (error) {
      return note(error)
    }
  }
  const outputs = [
    ...(attempt(() => openAutomatic(requests, session)) ?? []),
    ...filesFirst(requests).flatMap((output) => attempt(() => open(output, session)) ?? []),
  ]
  let plan: Plan | undefined
  let opened: readonly (Output & { readonly locale: Locale; readonly rendering: Rendering })[] = []

  const startRendering = async (
    output: Output,
    { locale, rules, formatters, settings, folder = session.folder }: Plan,
  ) => {
    const { format, toFile } = output
    const formatter = await findFormatter(format, formatters)
    const isForPeople = formats.get(format)?.forPeople ?? false
    const context: ReportContext = {
      version,
      locale: isForPeople ? locale : (request.locale ?? 'en'),
      color: toFile ? 0 : session.color,
      width: toFile ? FILE_WIDTH : session.width,
      rules: await rulesFor(format, rules),
      quiet: request.quiet,
      folder,
      today: session.today,
      settings,
      shard: request.shard && shardName(request.shard),
    }
    return { ...output, locale: context.locale, rendering: formatter(context) }
  }
  const toEach = (act: (output: (typeof opened)[number]) => void): void => {
    opened = opened.filter((output) =>
      attempt(() => {
        act(output)
        return true
      }),
    )
  }
  const begin = async (given: Plan, which: readonly Output[] = outputs): Promise<void> => {
    plan = given
    const started = await Promise.all(which.map((output) => startRendering(output, given).catch(note)))
    opened = started.filter((output) => output !== undefined)
    toEach(({ rendering, write }) => write(rendering.head ?? ''))
  }
  const beginIfNeeded = async (): Promise<void> => {
    if (plan) return
    // The configuration never came to load plugins: their formats are not to blame.
    const known = outputs.filter(({ format }) => formats.has(format))
    await begin({ locale: session.locale, rules: registryOf([]), formatters: new Map() }, known)
  }
  const end: Outputs['end'] = async (summary, errors, notices = []) => {
    await beginIfNeeded()
    toEach(({ rendering, write, close, locale }) => {
      const all = [...errors(locale), ...failures.map((failure) => failure.report(locale))]
      write(rendering.end({ summary, errors: all, notices }))
      close()
    })
    return failures
  }
  return {
    begin,
    end,
    async interrupt(summary, errors) {
      await beginIfNeeded()
      for (const { toFile, discard } of opened) if (toFile) discard()
      opened = opened.filter(({ toFile }) => !toFile)
      await end(summary, errors)
    },
    post(result) {
      const shown = request.quiet ? errorsOnly(result) : result
      toEach(({ format, rendering, write, locale }) => {
        const told = formats.get(format)?.keepsAll ? result : shown
        const text = rendering.post(!plan || locale === plan.locale ? told : describe(told, plan.rules, locale))
        // Most posts have nothing to tell, and even writing nothing asks the system.
        if (text !== '') write(text)
      })
    },
  }
}
