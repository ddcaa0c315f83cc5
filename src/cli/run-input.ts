import type { Worker } from 'node:worker_threads'
import { rules } from '../../rules/index.ts'
import { defaultMaximumSize } from '../files/read.ts'
import type { Shard } from '../files/shard.ts'
import { hash } from '../hash.ts'
import type { LinterInput } from '../linter.ts'
import type { RunInput } from '../run.ts'
import { UserError } from '../user-error.ts'
import { sources } from '../version.ts'
import type { WorkerTask } from '../workers/protocol.ts'
import type { Arguments } from './arguments.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Session } from './session.ts'
import { readStandardInput } from './standard-input.ts'
import { says } from './texts.ts'

/** Where a text from standard input seems to lie when nobody says. */
const DEFAULT_STDIN_PATH = 'stdin.md'

export const wantsFix = ({ fix, fixUnsafe, diff }: Arguments): boolean => fix || fixUnsafe || diff
/** Whether standard output is for the fixed text, which a program reads. */
export const printsPost = (request: Arguments): boolean => request.stdin && wantsFix(request) && !request.diff

/** The part of the posts that is wanted, as far as it is known. */
export const wantedShard = ({ shard }: Arguments, session: Session): Shard | undefined =>
  shard === 'auto' ? session.shard : shard

const checkedShard = (request: Arguments, session: Session): Shard | undefined => {
  const shard = wantedShard(request, session)
  if (shard || !request.shard) return shard
  throw new UserError(
    says(({ noShard }) => noShard),
    { hint: says(({ noShardHint }) => noShardHint) },
  )
}

/** What the command line says of the posts, and of how they are looked at. */
export const toLinterInput = (request: Arguments, session: Session): LinterInput => ({
  cwd: session.cwd,
  paths: request.operands,
  configFile: request.config,
  noConfig: request.noConfig,
  presets: request.presets.length > 0 ? request.presets : undefined,
  ruleFlags: request.ruleFlags,
  ignorePatterns: request.ignorePatterns,
  noIgnore: request.noIgnore,
  maxFileSize: request.maxFileSize,
  shard: checkedShard(request, session),
  locale: request.locale,
  systemLocale: session.systemLocale,
  today: session.today,
  registry: rules,
})

const readInput = async (request: Arguments): Promise<RunInput['stdin']> => {
  const limit = request.maxFileSize ?? defaultMaximumSize
  const bytes = await readStandardInput(limit)
  // Half a text must not be taken for the fixed one.
  if (printsPost(request) && bytes.length > limit) throw new UserError(says((texts) => texts.tooLargeToFix))
  return { path: request.stdinPath ?? DEFAULT_STDIN_PATH, bytes }
}

/** Results are kept for each working directory, since they name their posts from there. Measuring wants work to measure. */
const cacheFor = ({ cache, stdin, stats }: Arguments, { cwd, isCi }: Session): RunInput['cache'] => {
  const isWanted = cache ?? !(isCi || stats)
  const folder = () => cacheFolder('results', hash(cwd))
  return isWanted && !stdin ? { folder, program: sources, always: cache === true } : undefined
}

/** Most runs never start one: the module is loaded for those that do. */
const startWorker = (task: WorkerTask): Worker => {
  const threads = process.getBuiltinModule('node:worker_threads')
  return new threads.Worker(new URL('worker.js', import.meta.url), { workerData: task })
}

/** Whether the files to look at come from a list, which may well be empty. */
export const isListed = ({ filesFrom, staged, changedSince }: Arguments): boolean =>
  filesFrom !== undefined || staged || changedSince !== undefined

/** In the bundle a chunk of its own. */
export const loadLinting = (): Promise<unknown> => import('./linting.ts')

/** Other threads read the posts from the disk, and what takes how long can be told of one thread only. */
const needsOneThread = ({ stdin, staged, stats }: Arguments): boolean => stdin || staged || stats

/** What the command line asks of a run. */
export const toRunInput = async (request: Arguments, session: Session, signal?: AbortSignal): Promise<RunInput> => ({
  ...toLinterInput(request, session),
  stdin: request.stdin ? await readInput(request) : undefined,
  cache: cacheFor(request, session),
  prepare: loadLinting,
  workers: needsOneThread(request) ? undefined : { concurrency: request.concurrency, start: startWorker },
  fix: wantsFix(request) ? { unsafe: request.fixUnsafe, dry: request.diff || request.stdin } : undefined,
  signal,
})
