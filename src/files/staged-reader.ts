import { cannotRead } from './discover.ts'
import type { Git, StagedFile } from './git.ts'

/** So many bytes are asked for at once: one question for each file would take longer than linting it. */
const atOnce = 8 * 1024 * 1024

/**
 * Reads files as they are in the index, best in the order in which git lists them; gives `undefined` for one that has
 * more than `maximum` bytes.
 */
export const stagedReader = (
  git: Git,
  staged: readonly StagedFile[],
): ((file: string, maximum: number) => Buffer | undefined) => {
  const indices = new Map(staged.map(({ file }, index) => [file, index]))
  let sizes: ReadonlyMap<string, number> | undefined
  let near: ReadonlyMap<string, Buffer> = new Map()

  /** Contents from an index on, as many as there is room for. */
  const idsFrom = (from: number, sizeOf: (id: string) => number, maximum: number): readonly string[] => {
    const ids: string[] = []
    let sum = 0
    for (let index = from; index < staged.length && sum < atOnce; index++) {
      const { id } = staged[index]!
      if (sizeOf(id) > maximum) continue
      ids.push(id)
      sum += sizeOf(id)
    }
    return ids
  }

  return (file, maximum) => {
    sizes ??= git.sizes(staged.map(({ id }) => id))
    const index = indices.get(file) ?? staged.length
    const id = staged[index]?.id ?? ''
    const sizeOf = (one: string): number => sizes?.get(one) ?? 0
    if (sizeOf(id) > maximum) return undefined
    if (!near.has(id)) near = git.contents(idsFrom(index, sizeOf, maximum))
    const bytes = near.get(id)
    if (!bytes) throw cannotRead(file, new Error('it is not in the index'))
    return bytes
  }
}
