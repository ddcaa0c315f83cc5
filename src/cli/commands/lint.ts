import { now } from '../../clock.ts'
import type { FixedFile } from '../../fix-file.ts'
import type { Locale } from '../../report/formatter.ts'
import { emptySummary } from '../../report/summary.ts'
import { reportTexts } from '../../report/texts.ts'
import { run, type Sift } from '../../run.ts'
import { startStopwatch } from '../../stopwatch.ts'
import type { Arguments } from '../arguments.ts'
import { conclude, judge, tellError, tellNote } from '../conclusion.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { describeFailure, tellFailure } from '../failure.ts'
import { awaitInterruption } from '../interruption.ts'
import { openOutputs } from '../outputs.ts'
import { openProgress } from '../progress.ts'
import { isListed, printsPost, toRunInput, wantedShard, wantsFix } from '../run-input.ts'
import type { Session } from '../session.ts'
import { cliTexts } from '../texts.ts'

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
export const lintCommand = async (request: Arguments, given: Session): Promise<ExitCode> => {
  let { locale } = given
  const progress = openProgress(given, { isWanted: !request.quiet, locale: () => locale, now })
  const { session } = progress
  // A command line that is wrong anywhere may be wrong about its files too.
  const requests = request.problem ? request.outputs.filter(({ file }) => file === undefined) : request.outputs
  const outputs = openOutputs(requests, request.diff || printsPost(request) ? besideOutput(session) : session, {
    ...request,
    shard: wantedShard(request, session),
  })
  const hasToTidy = requests.some(({ file }) => file !== undefined) || wantsFix(request)
  const interruption = hasToTidy ? awaitInterruption() : undefined
  try {
    if (request.problem) throw request.problem
    const stopwatch = request.stats ? startStopwatch(now) : undefined
    const input = await toRunInput(request, session, interruption?.signal)
    const scope = isListed(request) ? await (await import('../scope.ts')).openScope(request, session) : undefined
    const baseline = await openBaselineFor(request, session)
    const sift = inTurn(baseline?.sift, scope?.sift)
    const sink = await fixedSink(request, session)
    const outcome = await run(
      { ...input, listing: scope?.listing, sift, stopwatch },
      {
        async start(plan) {
          locale = plan.locale
          await outputs.begin(plan)
        },
        found: progress.found,
        post(result) {
          outputs.post(result)
          progress.step()
        },
        fixed: sink.fixed,
      },
    )
    const { summary, errors } = outcome
    if (outcome.isInterrupted) {
      const interrupted = (wanted: Locale) => [...errors, { message: cliTexts[wanted].interrupted }]
      await outputs.interrupt(summary, interrupted)
      for (const error of interrupted(locale)) tellError(error, session)
      return exitCode.failure
    }
    if (printsPost(request)) session.write(sink.bytes() ?? input.stdin?.bytes ?? '')
    // What a dry run would fix is still there.
    const isReal = !request.diff && !request.stdin
    const settled = baseline?.settle(errors.length === 0)
    const isIdle = scope !== undefined && summary.files === 0 && errors.length === 0
    const isWhole = await conclude(outcome, outputs, session, locale, {
      failures: settled?.failures,
      notes: [
        ...(isIdle ? [cliTexts[locale].nothingToCheck] : []),
        ...(settled?.note && isReal ? [settled.note[locale]] : []),
      ],
    })
    if (stopwatch) {
      const { renderStats } = await import('../../report/stats.ts')
      session.writeError(renderStats(stopwatch.times(), locale))
    }
    if (!isWhole) return exitCode.failure
    if (!request.diff && request.staged && sink.count() > 0) {
      tellNote(cliTexts[locale].stageFixed, session)
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
    progress.stop()
    interruption?.settle()
  }
}
