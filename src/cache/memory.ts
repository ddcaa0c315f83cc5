import type { FoundFile } from '../files/discover.ts'
import { digestOf, hash } from '../hash.ts'
import type { Outcome } from '../lint-files.ts'
import type { Linter } from '../linter.ts'
import { perObject, perText } from '../memo.ts'
import type { Circumstances } from '../project.ts'
import { type Identity, openCache } from './cache.ts'

export interface CacheRequest {
  /** A folder of its own that only the user can write to, made when it is needed; undefined if there can be none. */
  folder(): string | undefined
  /** What the program is: another may come to other results. */
  readonly program: string
  /** Use it even for a handful of posts, which are linted as quickly as they are looked up. */
  readonly always: boolean
}

/** What is known of files from earlier runs. */
export interface Memory {
  /** The outcome that linting a file would have. Asked in order of path, before `note`. */
  recall(found: FoundFile): Promise<Outcome | undefined>
  note(found: FoundFile, outcome: Outcome): void
  save(): void
}

export const noMemory: Memory = { recall: async () => undefined, note: () => undefined, save: () => undefined }

/** Whether posts are read and linted alike but for their paths; all else follows from these. */
const areAlike = (one: Circumstances, other: Circumstances): boolean =>
  one.settled === other.settled &&
  one.site?.root === other.site?.root &&
  one.around.generator === other.around.generator &&
  one.around.inheritedKeys === other.around.inheritedKeys

const keyOfText = perText(hash)

/**
 * A post's result depends on its path and its bytes, on how they are read, on the rules with their options, on the
 * program, and on the day.
 */
export const openMemory = ({ project, activeOf }: Linter, request: CacheRequest, today: string): Memory => {
  const folder = request.folder()
  if (folder === undefined) return noMemory
  const cache = openCache(folder, JSON.stringify([request.program, process.version, today]))
  const rulesKey = perObject((settings: Parameters<typeof activeOf>[0]) =>
    hash(
      JSON.stringify([
        settings.encoding,
        activeOf(settings).map(({ id, severity, options }) => [id, severity, options]),
      ]),
    ),
  )
  /** What is known of files that are on their way. */
  const identities = new Map<string, Identity>()

  const contextOf = ({ around, settled, site }: Circumstances): string => {
    // From where they lie follows the path in the site; without them, most posts of a site have the same circumstances.
    const { path, sitePath, ...shared } = around
    return keyOfText(JSON.stringify([site?.root, shared, rulesKey(settled.settings)]))
  }
  let last: { readonly circumstances: Circumstances; readonly context: string } | undefined

  const identify = async (found: FoundFile): Promise<Identity> => {
    const circumstances = await project.circumstancesOf(found)
    if (!last || !areAlike(last.circumstances, circumstances)) {
      last = { circumstances, context: contextOf(circumstances) }
    }
    return { context: last.context, stamp: project.stampOf(found) }
  }
  const readDigest = (found: FoundFile): string | undefined => {
    try {
      const bytes = project.bytesOf(found)
      return bytes && digestOf(bytes)
    } catch {
      return undefined
    }
  }

  return {
    async recall(found) {
      const identity = await identify(found)
      const result = cache.find(found.path, identity, () => readDigest(found))
      if (result) return { result }
      identities.set(found.path, identity)
      return undefined
    },
    note(found, { result, notice, failure }) {
      const identity = identities.get(found.path)
      identities.delete(found.path)
      const isSettled = result && !notice && !failure && !result.failures
      // Of a file that was too large to read there is none.
      if (identity && isSettled && result.hash !== '') cache.keep(result, identity)
    },
    save: cache.save,
  }
}
