import { rules } from '../../../rules/index.ts'
import { mergeReports } from '../../merge.ts'
import { emptySummary } from '../../report/summary.ts'
import { UserError } from '../../user-error.ts'
import { version } from '../../version.ts'
import type { Arguments } from '../arguments.ts'
import { conclude, judge } from '../conclusion.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { describeFailure, tellFailure } from '../failure.ts'
import { openOutputs } from '../outputs.ts'
import type { Session } from '../session.ts'
import { says } from '../texts.ts'

/** `postlint merge-reports`: reports on what several runs have found, and ends as one over everything would have. */
export const mergeReportsCommand = async (request: Arguments, session: Session): Promise<ExitCode> => {
  const outputs = openOutputs(request.outputs, session, { locale: request.locale, quiet: request.quiet })
  let { locale } = session
  try {
    if (request.operands.length === 0) throw new UserError(says(({ needsBlobs }) => needsBlobs))
    const input = {
      cwd: session.cwd,
      paths: request.operands,
      configFile: request.config,
      noConfig: request.noConfig,
      locale: request.locale,
      systemLocale: session.systemLocale,
      registry: rules,
      version,
    }
    const outcome = await mergeReports(input, {
      async start(plan) {
        locale = plan.locale
        await outputs.begin(plan)
      },
      post: outputs.post,
    })
    const isWhole = await conclude(outcome, outputs, session, locale)
    return isWhole ? judge(outcome.summary, request, session, locale) : exitCode.failure
  } catch (error) {
    const unwritten = await outputs.end(emptySummary, (wanted) => [describeFailure(error, wanted)])
    for (const failure of [error, ...unwritten]) tellFailure(failure, session, locale)
    return exitCode.failure
  }
}
