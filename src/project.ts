import { dirname, resolve } from 'node:path'
import { type ResolvedConfig, resolveConfig } from './config/resolve.ts'
import type { Settled } from './config/settle.ts'
import type { RuleEntry } from './engine/rule.ts'
import { type DecodedFile, decode, tooLarge } from './files/decode.ts'
import { cannotRead, discover, discoverStdin, type FoundFile } from './files/discover.ts'
import type { Listing } from './files/discover-listed.ts'
import { encode } from './files/encode.ts'
import { type Site, siteFinder } from './files/generator.ts'
import { ignores } from './files/ignore.ts'
import { jekyllDefaults } from './files/jekyll-defaults.ts'
import { isInside, relativePath, rootFinder } from './files/paths.ts'
import { defaultMaximumSize, readBytes } from './files/read.ts'
import { isInShard, type Shard, shardName } from './files/shard.ts'
import { stampOf } from './files/stamp.ts'
import { checkReplaceable, notWritten, replaceFile } from './files/write.ts'
import { digestOf } from './hash.ts'
import { type Notice, type NoticeBoard, noticeBoard } from './notice.ts'
import { matches } from './post/page.ts'
import { readPost } from './post/parse.ts'
import type { Post, PostInput } from './post/post.ts'
import { noStopwatch, type Stopwatch } from './stopwatch.ts'
import type { UserError } from './user-error.ts'

/** What is to be looked at, and how. */
export interface ProjectInput {
  readonly cwd: string
  /** Files, folders and globs; empty means the posts that configuration and generator imply. */
  readonly paths: readonly string[]
  /** Text that is linted as if it were the file at `path`, which need not exist. */
  readonly stdin?: { readonly path: string; readonly bytes: Uint8Array }
  /** Only these files. */
  readonly listing?: Listing
  readonly configFile?: string
  readonly noConfig?: boolean
  /** Replace the presets of the configuration. */
  readonly presets?: readonly string[]
  /** `id: severity` or `id: [severity, { options }]`. */
  readonly ruleFlags?: readonly string[]
  readonly ignorePatterns?: readonly string[]
  readonly noIgnore?: boolean
  /** Bytes; 2 MiB by default. */
  readonly maxFileSize?: number
  /** Only the posts of this part of the run. */
  readonly shard?: Shard
  readonly registry: readonly RuleEntry[]
  readonly stopwatch?: Stopwatch
}

/** How a file is read, whatever stands in it. */
export interface Circumstances {
  readonly around: Omit<PostInput, 'source' | 'problems' | 'unread'>
  readonly settled: Settled
  readonly site?: Site
}

/** A file that has been read but not parsed. */
export interface OpenedPost extends Circumstances {
  /** What it is parsed from: with another text, what it would be after a change. */
  readonly input: PostInput
  readonly file: DecodedFile
  /** Of the file's bytes; empty where nobody asked for it. */
  readonly digest: string
}

/** A post on its way to be linted. */
export interface ReadPost extends OpenedPost {
  readonly post: Post
}

/** The files of a user, seen through their configuration: all that a run or a command wants of the world outside. */
export interface Project {
  readonly config: ResolvedConfig
  discover(): Promise<readonly FoundFile[]>
  circumstancesOf(file: FoundFile): Promise<Circumstances>
  /** Undefined if there are more than may be read. @throws UserError if the file cannot be read. */
  bytesOf(file: FoundFile): Buffer | undefined
  /** What tells without reading that a file is as it was; undefined where nothing does. */
  stampOf(file: FoundFile): string | undefined
  /** @throws UserError if the file cannot be read. */
  open(file: FoundFile, how?: { readonly digest: boolean }): Promise<OpenedPost>
  /** Opens and parses. @throws UserError if the file cannot be read. */
  read(file: FoundFile): Promise<ReadPost>
  /**
   * Puts a text in the place of what has been read, and gives its bytes; `dry` only goes as far as that shows whether
   * it could be done. Standard input has no place.
   *
   * @throws NotWritten and leaves the file as it is
   */
  save(file: FoundFile, read: ReadPost, text: string, how: { readonly dry: boolean }): Promise<Uint8Array>
  /** What went wrong or was left out so far, without stopping the rest. */
  readonly failures: readonly UserError[]
  notices(): readonly Notice[]
}

/** Resolves the configuration and gets everything ready for reading posts. */
export const openProject = async (input: ProjectInput): Promise<Project> => {
  const { cwd, paths, stdin, listing, maxFileSize = defaultMaximumSize, shard, stopwatch = noStopwatch } = input
  const config = await resolveConfig(input)
  const board = noticeBoard()
  const failures: UserError[] = []
  const rootOf = rootFinder([cwd, ...paths.map((path) => resolve(cwd, path))])
  const siteOf = siteFinder(rootOf)
  const surroundings = {
    cwd,
    rootOf,
    siteOf,
    ignores: ignores({
      patterns: [
        { folder: config.folder, lines: input.noIgnore ? [] : config.ignore, means: 'ignored' },
        { folder: cwd, lines: input.ignorePatterns ?? [], means: 'excluded' },
      ],
      files: !input.noIgnore,
      rootOf,
      refuse: (pattern) => board.add('pattern', pattern),
    }),
    notice: board.add,
    fail: (error: UserError) => void failures.push(error),
  }
  const inherited = keyInheritance()

  const bytesOf = (found: FoundFile): Buffer | undefined => {
    if (stdin) return stdin.bytes.length > maxFileSize ? undefined : Buffer.from(stdin.bytes)
    if (listing?.bytesOf) return listing.bytesOf(found.file, maxFileSize)
    try {
      return readBytes(found.file, maxFileSize)
    } catch (error) {
      throw cannotRead(found.path, error)
    }
  }

  const circumstancesOf = async (found: FoundFile): Promise<Circumstances> => {
    const settled = config.settingsFor(found.file)
    const { language, generator, format, content, site: ownSite } = settled.settings
    const site = siteOf(found.file)
    const sitePath = sitePathOf(found.file, site, cwd)
    const around = {
      path: found.path,
      sitePath,
      generator: generator ?? site?.generator ?? 'any',
      inheritedKeys: await inherited(site, sitePath),
      format,
      language,
      content,
      site: ownSite,
    }
    return { around, settled, site }
  }

  const open = async (found: FoundFile, how = { digest: false }): Promise<OpenedPost> => {
    const { around, settled, site } = await circumstancesOf(found)
    let digest = ''
    const file = await stopwatch.time('read', async () => {
      const bytes = bytesOf(found)
      if (!bytes) return tooLarge(maxFileSize)
      if (how.digest) digest = digestOf(bytes)
      return decode(bytes, settled.settings.encoding)
    })
    return { around, settled, site, input: inputOf(around, file), file, digest }
  }

  return {
    config,
    failures,
    notices: board.all,
    async discover() {
      if (stdin) return discoverStdin(stdin.path, surroundings)
      const files = config.files && { folder: config.folder, patterns: config.files }
      const wanted = { ...surroundings, paths, files }
      const found = listing
        ? await (await import('./files/discover-listed.ts')).discoverListed(wanted, listing)
        : await discover(wanted)
      return shard ? partOf(found, shard, board) : found
    },
    circumstancesOf,
    bytesOf,
    stampOf: ({ file }) => (stdin || listing?.bytesOf ? undefined : stampOf(file, maxFileSize)),
    open,
    async read(found) {
      const opened = await open(found)
      const post = await stopwatch.time('parse', () => readPost(opened.input))
      if (missesContent(post, opened.input.content)) board.add('content', found.path)
      return { ...opened, post }
    },
    async save({ file }, read, text, { dry }) {
      const isCertain = read.file.lossless && (read.file.bom || read.file.problems?.length === 0)
      if (!isCertain) throw notWritten('encoding')
      const [before, after] = await Promise.all([encode(read.file.source, read.file), encode(text, read.file)])
      if (!before || !after) throw notWritten('letters')
      if (stdin) return after
      const root = rootOf(dirname(file))
      if (dry) checkReplaceable(file, root)
      else replaceFile(file, root, before, after)
      return after
    },
  }
}

/** Every field by name: V8 gives each copy made by spreading a shape of its own, which is slow to read from ever after. */
const inputOf = (around: Circumstances['around'], { source, problems, unread }: DecodedFile): PostInput => ({
  path: around.path,
  sitePath: around.sitePath,
  generator: around.generator,
  inheritedKeys: around.inheritedKeys,
  format: around.format,
  language: around.language,
  content: around.content,
  site: around.site,
  source,
  problems,
  unread,
})

const partOf = (all: readonly FoundFile[], shard: Shard, { add }: NoticeBoard): readonly FoundFile[] => {
  const found = all.filter(({ path }) => isInShard(path, shard))
  if (found.length === 0) add('shard', `--shard ${shardName(shard)}`)
  return found
}

/** Whether a page has nothing that the configured selector names; then its post was looked for in the usual places. */
export const missesContent = ({ format, textOnly, content }: Post, selector: string | undefined): boolean =>
  selector !== undefined &&
  format === 'page' &&
  !textOnly &&
  !(content.type === 'element' && matches(content, selector))

/** Path from the site's root; without a site from the working directory, and outside of that just the file's folder. */
const sitePathOf = (file: string, site: Site | undefined, cwd: string): string =>
  relativePath(site?.root ?? (isInside(cwd, file) ? cwd : dirname(dirname(file))), file)

const noKeys: readonly string[] = []

/** Which front-matter keys a site supplies by itself; only Jekyll's are known. Each site is read once. */
const keyInheritance = () => {
  const known = new Map<string, (sitePath: string) => readonly string[]>()
  return async (site: Site | undefined, sitePath: string): Promise<readonly string[]> => {
    if (!site?.isConfigured || site.generator !== 'jekyll') return noKeys
    let keysOf = known.get(site.root)
    if (!keysOf) {
      keysOf = await jekyllDefaults(site.root)
      known.set(site.root, keysOf)
    }
    return keysOf(sitePath)
  }
}
