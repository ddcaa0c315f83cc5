import type { Post, TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'

/** One way of writing a term, where it stands. */
export interface TermPlace extends Range {
  readonly unit: TextUnit
  /** As it is written, without its particle. */
  readonly written: string
}

/** A term that a post writes in several ways: places by the way of writing, in order of the post. */
export type TermVariants = ReadonlyMap<string, readonly TermPlace[]>

/** Particles that a Korean noun may carry, the longest first. */
const particle =
  /(?:으로부터|에서는|에서의|에서도|으로는|으로도|이라는|이라고|로부터|까지|부터|에서|에게|에는|에도|으로|처럼|보다|마다|이란|이라|이나|라는|들의|들은|들이|들을|은|는|이|가|을|를|의|에|와|과|도|로|만|나)$/
/** Ends of verbs and adjectives, and words that help others: what looks like a compound and is a sentence. */
const predicate =
  /(?:다|요|고|며|면|서|게|지|니|자|죠|까|한|된|할|될|하는|되는|하던|했던|은|는|을|던|기|음|함|됨|여|해|돼|어|아|려|록|히|인|일|적|들|씩|쯤|간|시|중|후|전|내|외|등|별|당|상|하|것|수|때|곳|점|만|뿐)$/
const helper =
  /^(?:하|되|있|없|않|같|싶|주|보|받|시키|드리|버리|가지|대로|만큼|동안|정도|이상|이하|이후|이전|때문|위해|대해|관련|통해|사이|모두|함께|다시|매우|아주|더욱|가장|바로|또는|그리고)/

const isNoun = (word: string): boolean => word.length >= 2 && !predicate.test(word) && !helper.test(word)

const withoutParticle = (word: string): string => {
  const stem = word.replace(particle, '')
  return stem.length >= 2 ? stem : word
}

const token = /[A-Za-z0-9가-힣]+/g

interface Token extends Range {
  readonly text: string
  readonly stem: string
  readonly unit: TextUnit
}

const tokensOf = (unit: TextUnit): Token[] =>
  [...unit.text.matchAll(token)].map(({ 0: text, index: start }) => ({
    text,
    stem: /[가-힣]$/.test(text) ? withoutParticle(text) : text,
    start,
    end: start + text.length,
    unit,
  }))

const add = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** A compound is at least this long when it is written together. */
const shortestCompound = 4

/** Two nouns that meet are a term where the post is about them or comes back to them. */
const fewestPlaces = 4
const isTerm = (places: readonly TermPlace[]): boolean =>
  places.length >= fewestPlaces || places.some(({ unit }) => unit.kind === 'title' || unit.kind === 'heading')

/** `IT 대란` and `IT대란`: Korean compounds with and without a space. */
const spacingVariants = (units: readonly TextUnit[]): Map<string, TermPlace[]> => {
  const joined = new Map<string, Token[]>()
  const parted = new Map<string, TermPlace[]>()
  for (const unit of units) {
    if (unit.language !== 'ko') continue
    const tokens = tokensOf(unit)
    for (const [index, second] of tokens.entries()) {
      if (second.stem.length >= shortestCompound && /[가-힣]/.test(second.stem)) add(joined, second.stem, second)
      const first = tokens[index - 1]
      if (!first || unit.text.slice(first.end, second.start) !== ' ') continue
      if (!isNoun(first.text) || withoutParticle(first.text) !== first.text || !isNoun(second.stem)) continue
      if (!/[가-힣]/.test(second.stem) || /^\d|\d$/.test(first.text)) continue
      const end = second.start + second.stem.length
      const written = unit.text.slice(first.start, end)
      add(parted, first.text + second.stem, { unit, start: first.start, end, written })
    }
  }
  const variants = new Map<string, TermPlace[]>()
  for (const [key, places] of parted) {
    const together = joined
      .get(key)
      ?.map(({ unit, start, stem }) => ({ unit, start, end: start + stem.length, written: stem }))
    if (together && isTerm([...together, ...places])) variants.set(key, [...together, ...places])
  }
  return variants
}

const latinWord = /(?<![\w.\-/@#'’])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w\-/@'’]|\.[a-z])/g
/** A capital inside: `GitHub`, `iPhone`, `JavaScript`. */
const camel = /^[A-Za-z]*[a-z][A-Z][A-Za-z]*$/
const title = /^[A-Z][a-z]+$/
const shortestName = 5
const shortestPart = 2

/** `GitHub` and `Github`, `e-mail` and `email`: names and words that differ in capitals or a hyphen. */
const latinVariants = (units: readonly TextUnit[]): Map<string, TermPlace[]> => {
  const words = new Map<string, TermPlace[]>()
  for (const unit of units) {
    for (const { 0: written, index: start } of unit.text.matchAll(latinWord)) {
      if (written.length < shortestName) continue
      add(words, written.toLowerCase().replace(/-/g, ''), { unit, start, end: start + written.length, written })
    }
  }
  const variants = new Map<string, TermPlace[]>()
  for (const [key, places] of words) {
    const forms = new Set(places.map(({ written }) => written))
    if (forms.size < 2) continue
    const hyphened = places.filter(({ written }) => isHyphened(written))
    const plain = places.filter(({ written }) => /^[a-z]+$/.test(written))
    const names = places.filter(({ written }) => camel.test(written) || title.test(written))
    if (hyphened.length && plain.length) variants.set(`${key} -`, [...hyphened, ...plain])
    // `publishDate` and `PublishDate` are identifiers.
    const shapes = new Set(names.map(({ written }) => written.charAt(0).toLowerCase() + written.slice(1)))
    if (names.some(({ written }) => camel.test(written)) && shapes.size > 1) {
      variants.set(key, names)
    }
  }
  return variants
}

/** `re-sign` and `resign` are two words: a short prefix makes another word. */
const isHyphened = (word: string): boolean =>
  /^[a-z]+-[a-z]+$/.test(word) && (word.startsWith('e-') || word.split('-').every((part) => part.length > shortestPart))

/** The terms that the units of a post write in several ways. */
export const variantsOf = (post: Post): readonly TermVariants[] => {
  const units = post.units.filter(({ kind }) => kind !== 'alt')
  return [...spacingVariants(units).values(), ...latinVariants(units).values()].map((places) => {
    const byForm = new Map<string, TermPlace[]>()
    const inOrder = [...places].sort((a, b) => a.unit.extent.start - b.unit.extent.start || a.start - b.start)
    for (const place of inOrder) add(byForm, place.written, place)
    return byForm
  })
}
