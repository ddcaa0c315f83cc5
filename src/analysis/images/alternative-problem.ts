import { isFileName, isForeignLabel, isKeywordList, isNumber, seriesOf } from '../../language/alternative-text.ts'
import { imageOpening, isImageLabel } from '../../language/image-labels.ts'
import { perObject } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { Texts } from '../../texts.ts'
import { fileNameOf, isDownload, type Picture, writtenAlternative } from './picture.ts'

export interface AlternativeLimits {
  /** Further words that say nothing about an image, in lower case. */
  readonly labels: ReadonlySet<string>
  /** Words that “name + label” must share with the post or the file name. */
  readonly minOverlap: number
  /** Commas that an alternative without a sentence may have. */
  readonly maxCommas: number
  /** Whether “image of” is a problem. */
  readonly openings: boolean
}

/** What a configuration allows. */
interface Settings extends Omit<AlternativeLimits, 'labels'> {
  readonly labels: readonly string[]
}

export const limitsOf = perObject(
  (settings: Settings): AlternativeLimits => ({
    ...settings,
    labels: new Set(settings.labels.map((label) => label.toLowerCase())),
  }),
)

/** Why an alternative does not say what its image shows, as far as that can be seen from one image. */
export type AlternativeProblem = 'fileName' | 'number' | 'label' | 'foreign' | 'keywords' | 'opening'

/**
 * What is wrong with an image's alternative; undefined when nothing is.
 * @param knows Whether the post says a word outside its alternatives.
 */
export const alternativeProblem = (
  picture: Picture,
  knows: (word: string) => boolean,
  { labels, minOverlap, maxCommas, openings }: AlternativeLimits,
): AlternativeProblem | undefined => {
  const { text, node } = picture
  const file = (): string => fileNameOf(attributeOf(node, 'src') ?? '')
  if (isFileName(text, file) && !isDownload(picture)) return 'fileName'
  if (isNumber(text)) return 'number'
  if (isImageLabel(text) || labels.has(text)) return 'label'
  if (isForeignLabel(text, (word) => file().includes(word) || knows(word), minOverlap)) return 'foreign'
  if (isKeywordList(text, maxCommas)) return 'keywords'
  return openings && imageOpening(text) ? 'opening' : undefined
}

/** Tells whether a post says a word, in lower case, outside its alternatives. */
export const wordKnower = (post: Post): ((word: string) => boolean) => {
  let all: string | undefined
  return (word) => {
    all ??= wordsOf(post)
    return all.includes(word)
  }
}

const wordsOf = (post: Post): string =>
  [...post.units.filter(({ kind }) => kind !== 'alt').map(({ text }) => text), post.front.tags?.value ?? '']
    .join('\n')
    .normalize('NFC')
    .toLowerCase()

interface Mending {
  readonly title: Texts
  readonly edits: readonly (Range & { readonly text: string })[]
}

/** An alternative without the words that it opens with; none where it does not stand in the source as such. */
export const withoutOpening = (post: Post, picture: Picture, opening: string): readonly Mending[] => {
  const { alt } = picture
  const value = writtenAlternative(post, picture)
  if (!value) return []
  const start = alt.toLowerCase().indexOf(opening)
  const text = alt.slice(start + opening.length).trimStart()
  const title = { en: `Drop “${opening}”`, ko: `“${opening}” 빼기` }
  return [{ title, edits: [{ start: value.start, end: value.end, text }] }]
}

/** The alternatives that differ from others in nothing but a running number that starts at 1. */
export function* numberedSeries(pictures: readonly Picture[]): Generator<{ stem: string; picture: Picture }> {
  if (pictures.length < 2) return
  const byStem = new Map<string, { count: number; picture: Picture }[]>()
  for (const picture of pictures) {
    const { stem, count } = seriesOf(picture.text) ?? {}
    if (stem === undefined || count === undefined) continue
    const members = byStem.get(stem)
    if (members) members.push({ count, picture })
    else byStem.set(stem, [{ count, picture }])
  }
  for (const [stem, members] of byStem) {
    const counts = new Set(members.map(({ count }) => count))
    if (counts.has(1) && counts.has(2)) for (const { picture } of members) yield { stem, picture }
  }
}
