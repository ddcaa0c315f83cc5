import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type Baseline,
  entriesOf,
  parseBaseline,
  renderBaseline,
  withoutGone,
  withoutKnown,
} from '../engine/baseline.ts'
import { cannotRead } from '../files/discover.ts'
import { relativePath } from '../files/paths.ts'
import type { Sift } from '../run.ts'
import type { Texts } from '../texts.ts'
import { UserError } from '../user-error.ts'
import { writeOutput } from './outputs.ts'
import type { Session } from './session.ts'
import { says } from './texts.ts'

/** What is done with the baseline beside leaving out what it knows. */
export type BaselineMode = 'heed' | 'update' | 'prune'

/** The baseline of one run. */
export interface OpenBaseline {
  readonly sift: Sift
  /** Once all posts have passed; writes the file if that was asked for, and every post could be checked. */
  settle(isComplete: boolean): { readonly note?: Texts; readonly failures: readonly UserError[] }
}

const nothing: ReadonlySet<string> = new Set()

const read = (file: string, mode: BaselineMode, cwd: string): Baseline => {
  const path = resolve(cwd, file)
  if (!existsSync(path)) {
    if (mode === 'update') return new Map()
    throw new UserError(
      says((texts) => texts.noBaseline(file)),
      { hint: says(({ noBaselineHint }) => noBaselineHint) },
    )
  }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw cannotRead(file, error)
  }
  const known = parseBaseline(text)
  if (!('line' in known)) return known
  const { line, text: sourceLine } = known
  throw new UserError(
    says((texts) => texts.brokenBaseline(sourceLine.slice(0, 60))),
    { file, line, hint: says(({ brokenBaselineHint }) => brokenBaselineHint) },
  )
}

const count = (known: Baseline): number => [...known.values()].reduce((sum, { size }) => sum + size, 0)

const countMissing = (from: ReadonlySet<string>, to: ReadonlySet<string>): number =>
  [...from].filter((entry) => !to.has(entry)).length

/** Opens a baseline. Paths in it are relative to its own folder, so that it serves a run from any other. */
export const openBaseline = (file: string, mode: BaselineMode, session: Session): OpenBaseline => {
  const { cwd } = session
  const folder = dirname(resolve(cwd, file))
  const before = read(file, mode, cwd)
  /** What stays known: of posts that are not looked at, everything. */
  const after = new Map(before)
  let gone = 0
  let added = 0

  const forgetMissing = (): void => {
    for (const [path, entries] of after) {
      if (existsSync(resolve(folder, path))) continue
      after.delete(path)
      gone += entries.size
    }
  }

  const write = (): readonly UserError[] => {
    try {
      writeOutput({ format: 'baseline', file }, session, renderBaseline(after))
      return []
    } catch (error) {
      if (error instanceof UserError) return [error]
      throw error
    }
  }

  return {
    sift(result, registry) {
      const path = relativePath(folder, resolve(cwd, result.path))
      const known = before.get(path) ?? nothing
      const found = entriesOf(result, path, registry)
      const left = mode === 'update' ? found : withoutGone(known, found, result.ran, registry)
      after.set(path, left)
      gone += countMissing(known, left)
      added += countMissing(left, known)
      return withoutKnown(result, left, path, registry)
    },
    settle(isComplete) {
      if (!isComplete)
        return { failures: [], ...(mode !== 'heed' && { note: says(({ baselineKept }) => baselineKept) }) }
      forgetMissing()
      const known = count(after)
      if (mode === 'update')
        return { failures: write(), note: says((texts) => texts.baselineUpdated({ known, added, gone }, file)) }
      if (gone === 0) return { failures: [] }
      return mode === 'prune'
        ? { failures: write(), note: says((texts) => texts.baselinePruned(gone, known, file)) }
        : { failures: [], note: says((texts) => texts.baselineGone(gone, file)) }
    },
  }
}
