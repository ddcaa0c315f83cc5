import type { FrontEntry } from '../post.ts'

/** Tells where in the source a character of an entry's text starts; for the text's length, where the value ends. */
export type ScalarMap = (textOffset: number) => number | undefined

/**
 * Maps offsets in `entry.text` to the source: folded lines, indentation, escapes and doubled quotes are seen through.
 * Everything is undefined when source and text do not agree, and so are characters that no single place stands for.
 */
export const scalarMap = (entry: FrontEntry, source: string): ScalarMap => {
  const { start, end } = entry.valueRange
  const { length } = entry.text
  if (end - start === length && source.startsWith(entry.text, start)) {
    return (offset) => (offset >= 0 && offset <= length ? start + offset : undefined)
  }
  let places: readonly (number | undefined)[] | undefined
  return (offset) => {
    places ??= align(entry, source)
    return places[offset]
  }
}

/** Walks source and text side by side; the place of each unit of the text, and of its end. Empty if they do not agree. */
const align = ({ text, valueRange: { start, end } }: FrontEntry, source: string): (number | undefined)[] => {
  // Only quoted scalars are followed by a quote.
  const quote = source[end]
  const places: (number | undefined)[] = []
  let at = start
  while (at < end) {
    const unit = source[at] as string
    const written = quote === '"' && unit === '\\' ? readEscape(source, at, end) : undefined
    if (written) {
      if (!text.startsWith(written.text, places.length)) return []
      for (let left = written.text.length; left > 0; left -= 1) places.push(at)
      at = written.end
    } else if (isSpace(unit)) {
      const gap = readGap(source, at, end)
      const width = gapWidth(text, places.length)
      if (source.slice(at, gap.end) === text.slice(places.length, places.length + gap.end - at)) {
        for (let same = at; same < gap.end; same += 1) places.push(same)
      } else {
        if (gap.breaks === 0 || width === 0) return []
        places.push(at)
        for (let left = width; left > 1; left -= 1) places.push(undefined)
      }
      at = gap.end
    } else {
      if (text[places.length] !== unit) return []
      places.push(at)
      at += quote === "'" && unit === "'" && source[at + 1] === "'" ? 2 : 1
    }
  }
  return places.length === text.length ? [...places, end] : []
}

const isSpace = (unit: string | undefined): boolean => unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r'

/** White space of the source from `at` on. */
const readGap = (source: string, at: number, end: number): { readonly end: number; readonly breaks: number } => {
  let to = at
  let breaks = 0
  while (to < end && isSpace(source[to])) {
    if (source[to] === '\n' || source[to] === '\r') breaks += 1
    to += 1
  }
  return { end: to, breaks }
}

const gapWidth = (text: string, from: number): number => {
  let to = from
  while (isSpace(text[to])) to += 1
  return to - from
}

const simpleEscapes = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }),
)
const hexLengths = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** A backslash escape of YAML, TOML or JSON; one before a line break joins the lines. */
const readEscape = (
  source: string,
  at: number,
  end: number,
): { readonly text: string; readonly end: number } | undefined => {
  const kind = source[at + 1]
  if (kind === undefined) return undefined
  const simple = simpleEscapes.get(kind)
  if (simple !== undefined) return { text: simple, end: at + 2 }
  if (kind === '\n' || kind === '\r') return { text: '', end: readGap(source, at + 1, end).end }
  const digits = hexLengths.get(kind)
  if (digits === undefined) return undefined
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16)
  return code <= 0x10ffff ? { text: String.fromCodePoint(code), end: at + 2 + digits } : undefined
}
