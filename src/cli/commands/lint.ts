import { rules } from '../../../rules/index.ts'
import type { PostResult } from '../../engine/finding.ts'
import { defaultMaximumSize } from '../../files/read.ts'
import { noticeText } from '../../notice.ts'
import { renderError, renderNotice } from '../../report/error.ts'
import type { Locale, Summary } from '../../report/formatter.ts'
import { emptySummary } from '../../report/summary.ts'
import { type RunInput, run } from '../../run.ts'
import { startStopwatch } from '../../stopwatch.ts'
import type { Arguments } from '../arguments.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { describeFailure, tellFailure } from '../failure.ts'
import { openOutputs } from '../outputs.ts'
import type { Session } from '../session.ts'
import { readStandardInput } from '../standard-input.ts'
import { cliTexts } from '../texts.ts'

/** Where a text from standard input seems to lie when nobody says. */
const DEFAULT_STDIN_PATH = 'stdin.md'

const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

const toRunInput = async (request: Arguments, session: Session): Promise<RunInput> => ({
  cwd: session.cwd,
  paths: request.operands,
  stdin: request.stdin
    ? {
        path: request.stdinPath ?? DEFAULT_STDIN_PATH,
        bytes: await readStandardInput(request.maxFileSize ?? defaultMaximumSize),
      }
    : undefined,
  configFile: request.config,
  noConfig: request.noConfig,
  presets: request.presets.length > 0 ? request.presets : undefined,
  ruleFlags: request.ruleFlags,
  ignorePatterns: request.ignorePatterns,
  noIgnore: request.noIgnore,
  maxFileSize: request.maxFileSize,
  locale: request.locale,
  systemLocale: session.systemLocale,
  today: localDay(new Date()),
  registry: rules,
})

const errorsOnly = (result: PostResult): PostResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => severity === 'error'),
})

/** The default command: lints posts, writes what was asked for, and says by its exit code how it went. */
export const lintCommand = async (request: Arguments, session: Session): Promise<ExitCode> => {
  // A command line that is wrong anywhere may be wrong about its files too.
  const requests = request.problem ? request.outputs.filter(({ file }) => file === undefined) : request.outputs
  const outputs = openOutputs(requests, session, request)
  let { locale } = session
  try {
    if (request.problem) throw request.problem
    const stopwatch = request.stats ? startStopwatch(() => performance.now()) : undefined
    const { summary, errors, notices } = await run(
      { ...(await toRunInput(request, session)), stopwatch },
      {
        start(plan) {
          locale = plan.locale
          outputs.begin(plan)
        },
        post: (result) => outputs.post(request.quiet ? errorsOnly(result) : result),
      },
    )
    const unwritten = outputs.end(summary, () => errors)
    const look = { color: session.errorColor, width: session.width }
    for (const notice of notices) session.writeError(renderNotice(noticeText(notice, locale), look))
    for (const error of errors) session.writeError(renderError(error, look))
    for (const failure of unwritten) tellFailure(failure, session, locale)
    if (stopwatch) {
      const { renderStats } = await import('../../report/stats.ts')
      session.writeError(renderStats(stopwatch.times(), locale))
    }
    if (errors.length > 0 || unwritten.length > 0) return exitCode.failure
    return judge(summary, request, session, locale)
  } catch (error) {
    const unwritten = outputs.end(emptySummary, (wanted) => [describeFailure(error, wanted)])
    for (const failure of [error, ...unwritten]) tellFailure(failure, session, locale)
    return exitCode.failure
  }
}

const judge = (
  { errors, warnings }: Summary,
  { maxWarnings }: Arguments,
  session: Session,
  locale: Locale,
): ExitCode => {
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    const message = cliTexts[locale].tooManyWarnings(warnings, maxWarnings)
    session.writeError(renderError({ message }, { color: session.errorColor, width: session.width }))
    return exitCode.findings
  }
  return errors > 0 ? exitCode.findings : exitCode.clean
}
