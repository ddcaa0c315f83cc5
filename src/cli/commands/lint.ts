import type { PostResult } from '../../engine/finding.ts'
import type { FixedFile } from '../../fix-file.ts'
import { noticeText } from '../../notice.ts'
import { renderError, renderNotice } from '../../report/error.ts'
import type { Locale, Summary } from '../../report/formatter.ts'
import { emptySummary } from '../../report/summary.ts'
import { reportTexts } from '../../report/texts.ts'
import { run, type Sift } from '../../run.ts'
import { startStopwatch } from '../../stopwatch.ts'
import type { Arguments } from '../arguments.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { describeFailure, tellFailure } from '../failure.ts'
import { awaitInterruption } from '../interruption.ts'
import { openOutputs } from '../outputs.ts'
import { isListed, printsPost, toRunInput, wantsFix } from '../run-input.ts'
import type { Session } from '../session.ts'
import { cliTexts } from '../texts.ts'

const errorsOnly = (result: PostResult): PostResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => severity === 'error'),
})

/** What is done with posts that fixing changes, beside writing them. */
const fixedSink = async (request: Arguments, session: Session) => {
  let count = 0
  let bytes: Uint8Array | undefined
  const diff = request.diff ? await import('../diff.ts') : undefined
  return {
    fixed(file: FixedFile): void {
      count++
      bytes = file.bytes
      if (diff) session.write(diff.renderDiff(file, session))
    },
    count: () => count,
    bytes: () => bytes,
  }
}

/** Loaded only where there is a baseline. */
const openBaselineFor = async ({ baseline, updateBaseline, pruneBaseline }: Arguments, session: Session) => {
  if (baseline === undefined) return undefined
  const { openBaseline } = await import('../baseline.ts')
  return openBaseline(baseline, updateBaseline ? 'update' : pruneBaseline ? 'prune' : 'heed', session)
}

const inTurn = (first: Sift | undefined, second: Sift | undefined): Sift | undefined =>
  first && second ? (result, registry) => second(first(result, registry), registry) : (first ?? second)

/** A session in which reports go to standard error. */
const besideOutput = (session: Session): Session => ({
  ...session,
  write: (text) => session.writeError(String(text)),
  color: session.errorColor,
})

/** The default command: lints posts, writes what was asked for, and says by its exit code how it went. */
export const lintCommand = async (request: Arguments, session: Session): Promise<ExitCode> => {
  // A command line that is wrong anywhere may be wrong about its files too.
  const requests = request.problem ? request.outputs.filter(({ file }) => file === undefined) : request.outputs
  const outputs = openOutputs(requests, request.diff || printsPost(request) ? besideOutput(session) : session, request)
  const hasToTidy = requests.some(({ file }) => file !== undefined) || wantsFix(request)
  const interruption = hasToTidy ? awaitInterruption() : undefined
  let { locale } = session
  try {
    if (request.problem) throw request.problem
    const stopwatch = request.stats ? startStopwatch(() => performance.now()) : undefined
    const input = await toRunInput(request, session, interruption?.signal)
    const scope = isListed(request) ? await (await import('../scope.ts')).openScope(request, session) : undefined
    const baseline = await openBaselineFor(request, session)
    const sift = inTurn(baseline?.sift, scope?.sift)
    const sink = await fixedSink(request, session)
    const { summary, errors, notices, isInterrupted } = await run(
      { ...input, listing: scope?.listing, sift, stopwatch },
      {
        async start(plan) {
          locale = plan.locale
          await outputs.begin(plan)
        },
        post: (result) => outputs.post(request.quiet ? errorsOnly(result) : result),
        fixed: sink.fixed,
      },
    )
    const look = { color: session.errorColor, width: session.width }
    if (isInterrupted) {
      const interrupted = (wanted: Locale) => [...errors, { message: cliTexts[wanted].interrupted }]
      await outputs.interrupt(summary, interrupted)
      for (const error of interrupted(locale)) session.writeError(renderError(error, look))
      return exitCode.failure
    }
    if (printsPost(request)) session.write(sink.bytes() ?? input.stdin?.bytes ?? '')
    const settled = baseline?.settle(errors.length === 0)
    const unsaved = settled?.failures ?? []
    const allErrors = (wanted: Locale) => [...errors, ...unsaved.map((failure) => failure.report(wanted))]
    const unwritten = [...unsaved, ...(await outputs.end(summary, allErrors))]
    const tell = (text: string): void => session.writeError(renderNotice(text, look))
    for (const notice of notices) tell(noticeText(notice, locale))
    for (const error of errors) session.writeError(renderError(error, look))
    if (scope && summary.files === 0 && errors.length === 0) tell(cliTexts[locale].nothingToCheck)
    if (settled?.note) tell(settled.note[locale])
    for (const failure of unwritten) tellFailure(failure, session, locale)
    if (stopwatch) {
      const { renderStats } = await import('../../report/stats.ts')
      session.writeError(renderStats(stopwatch.times(), locale))
    }
    if (errors.length > 0 || unwritten.length > 0) return exitCode.failure
    if (!request.diff && request.staged && sink.count() > 0) {
      tell(cliTexts[locale].stageFixed)
      return exitCode.findings
    }
    if (!request.diff) return judge(summary, request, session, locale)
    if (summary.fixed && summary.fixed.problems > 0)
      session.writeError(`${reportTexts[locale].fixed(summary.fixed, true)}\n`)
    return sink.count() > 0 ? exitCode.findings : exitCode.clean
  } catch (error) {
    const unwritten = await outputs.end(emptySummary, (wanted) => [describeFailure(error, wanted)])
    for (const failure of [error, ...unwritten]) tellFailure(failure, session, locale)
    return exitCode.failure
  } finally {
    interruption?.settle()
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
