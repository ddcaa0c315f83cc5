import { type ResolveInput, resolveConfig } from './config/resolve.ts'
import type { PostResult } from './engine/finding.ts'
import { describe } from './engine/message.ts'
import { compareTexts } from './engine/order.ts'
import { registryOf } from './engine/rule.ts'
import { parseShard, shardName } from './files/shard.ts'
import { noticeBoard } from './notice.ts'
import { type Blob, findBlobs, openBlob } from './read-blob.ts'
import type { BlobEnd } from './report/blob.ts'
import type { Locale, RunError } from './report/formatter.ts'
import { addToSummary, emptySummary } from './report/summary.ts'
import type { RunOutcome, Sink } from './run.ts'
import type { Texts } from './texts.ts'
import { UserError } from './user-error.ts'

export interface MergeInput extends ResolveInput {
  /** Blobs, and folders of them. */
  readonly paths: readonly string[]
  readonly version: string
  readonly locale?: Locale
  readonly systemLocale?: Locale
}

/** The way of a merge: what several runs have found, told as if one had found it all. */
export const mergeReports = async (input: MergeInput, sink: Sink): Promise<RunOutcome> => {
  const config = await resolveConfig(input)
  const registry = registryOf(config.registry)
  const locale = input.locale ?? config.locale ?? input.systemLocale ?? 'en'
  const blobs = findBlobs(input.paths, input.cwd).map((path) => openBlob(path, input.cwd, input.version))
  const origin = originOf(blobs)
  await sink.start?.({ locale, rules: registry, formatters: config.formatters, ...origin })

  let summary = emptySummary
  const ends = yieldInOrder(blobs)
  let next = ends.next()
  for (; !next.done; next = ends.next()) {
    summary = addToSummary(summary, next.value)
    sink.post(describe(next.value, registry, locale))
  }
  return { summary, ...joinEnds(next.value), isInterrupted: false }
}

const strangers: Readonly<Record<'settings' | 'folder', (file: string) => Texts>> = {
  settings: (file) => ({
    en: `The configuration was another than for ${file}, so they are not of one run`,
    ko: `${file} 파일과 설정이 달라 한 검사의 결과로 모을 수 없습니다`,
  }),
  folder: (file) => ({
    en: `The run was started in another folder than for ${file}, so their paths mean different things`,
    ko: `${file} 파일과 검사를 시작한 폴더가 달라 경로를 맞출 수 없습니다`,
  }),
}

/** What all blobs have in common. @throws UserError unless they are the parts of one run, and all of them. */
const originOf = (blobs: readonly Blob[]): { readonly settings: string; readonly folder: string } => {
  // A run that failed before it knew its settings still has its errors to tell.
  const known = blobs.filter(({ head }) => head.settings !== undefined)
  const [first] = known
  for (const { file, head } of known) {
    if (!first) break
    const differs = head.settings !== first.head.settings ? 'settings' : head.folder !== first.head.folder && 'folder'
    if (differs) throw new UserError(strangers[differs](first.file), { file })
  }
  checkShards(blobs)
  return { settings: first?.head.settings ?? '', folder: first?.head.folder ?? '' }
}

/** A shard that is missing must not pass for one without findings. */
const checkShards = (blobs: readonly Blob[]): void => {
  const shards = blobs.flatMap(({ file, head }) => {
    const shard = parseShard(head.shard ?? '')
    return shard ? [{ file, ...shard }] : []
  })
  const total = shards[0]?.total ?? 0
  const seen = new Map<number, (typeof shards)[number]>()
  for (const shard of shards) {
    const other = seen.get(shard.index) ?? (shard.total === total ? undefined : shards[0])
    if (other)
      throw new UserError(
        {
          en: `Shard ${shardName(shard)} does not go with shard ${shardName(other)} in ${other.file}`,
          ko: `샤드 ${shardName(shard)}: ${other.file} 파일의 샤드 ${shardName(other)}와(과) 함께 모을 수 없습니다`,
        },
        { file: shard.file },
      )
    seen.set(shard.index, shard)
  }
  for (let index = 1; index <= total; index++) {
    const name = shardName({ index, total })
    if (!seen.has(index))
      throw new UserError({ en: `Shard ${name} is missing`, ko: `샤드 ${name}의 결과 파일이 없습니다` })
  }
}

/** A blob with the post that it has to give next. */
interface Waiting {
  readonly blob: Blob
  readonly post: PostResult
}

/** The posts of all blobs in order of path, none held longer than it takes; then the ends of the blobs. */
function* yieldInOrder(blobs: readonly Blob[]): Generator<PostResult, readonly BlobEnd[]> {
  const ends: BlobEnd[] = []
  /** The last is the next. */
  const waiting: Waiting[] = []
  const wait = (blob: Blob): void => {
    const { done, value } = blob.posts.next()
    if (done) ends.push(value)
    else waiting.splice(placeOf(value.path, waiting), 0, { blob, post: value })
  }
  for (const blob of blobs) wait(blob)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const twin = waiting.at(-1)
    if (twin?.post.path === next.post.path)
      throw new UserError(
        {
          en: `“${next.post.path}” is in ${twin.blob.file} too`,
          ko: `“${next.post.path}”이(가) ${twin.blob.file} 파일에도 있습니다`,
        },
        { file: next.blob.file },
      )
    yield next.post
    wait(next.blob)
  }
  return ends
}

/** Where in a descending list a path belongs. */
const placeOf = (path: string, waiting: readonly Waiting[]): number => {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareTexts(waiting[middle]?.post.path ?? '', path) > 0) low = middle + 1
    else high = middle
  }
  return low
}

/** What runs tell of the same thing is told once; an empty shard is none when all are together. */
const joinEnds = (ends: readonly BlobEnd[]): Pick<RunOutcome, 'errors' | 'notices'> => {
  const board = noticeBoard()
  const told = new Set<string>()
  const errors = ends.flatMap((end) => {
    const fresh = end.errors.filter((error) => !told.has(JSON.stringify(error)))
    for (const error of fresh) told.add(JSON.stringify(error))
    for (const { kind, paths } of end.notices) if (kind !== 'shard') for (const path of paths) board.add(kind, path)
    return fresh
  })
  return { errors: errors.sort(byFile), notices: board.all() }
}

/** As a run tells them: what is about no post first, then post by post. */
const byFile = (a: RunError, b: RunError): number => compareTexts(a.file ?? '', b.file ?? '')
