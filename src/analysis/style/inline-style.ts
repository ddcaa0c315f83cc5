import {
  formatHex8,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode,
} from 'culori/fn'
import type { Element } from 'hast'
import { perText } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

for (const mode of [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch]) useMode(mode as typeof modeRgb)

/** One declaration of a `style` attribute; offsets are into the attribute's value, without the semicolon. */
export interface Declaration extends Range {
  /** In lower case. */
  readonly property: string
  /** Without `!important`. */
  readonly value: string
}

/** Splits the value of a `style` attribute. Semicolons in quotes, brackets and comments do not count. */
export const declarations = perText(readDeclarations)

function readDeclarations(style: string): readonly Declaration[] {
  const found: Declaration[] = []
  let start = 0
  while (start < style.length) {
    const end = endOfDeclaration(style, start)
    const declaration = readDeclaration(style, start, end)
    if (declaration) found.push(declaration)
    start = end + 1
  }
  return found
}

function endOfDeclaration(style: string, from: number): number {
  let depth = 0
  for (let at = from; at < style.length; at++) {
    const character = style[at]!
    if (character === '\\') at++
    else if (character === '"' || character === "'") at = closing(style, character, at + 1)
    else if (character === '/' && style[at + 1] === '*') at = closing(style, '*/', at + 2) + 1
    else if (character === '(' || character === '[' || character === '{') depth++
    else if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1)
    else if (character === ';' && depth === 0) return at
  }
  return style.length
}

const closing = (style: string, mark: string, from: number): number => {
  const at = style.indexOf(mark, from)
  return at < 0 ? style.length : at
}

function readDeclaration(style: string, from: number, to: number): Declaration | undefined {
  const padded = style.slice(from, to)
  const text = padded.trim()
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  const important = text.lastIndexOf('!')
  const isImportant =
    important > colon &&
    text
      .slice(important + 1)
      .trim()
      .toLowerCase() === 'important'
  const start = from + padded.length - padded.trimStart().length
  return {
    property: text.slice(0, colon).trim().toLowerCase(),
    value: text.slice(colon + 1, isImportant ? important : text.length).trim(),
    start,
    end: start + text.length,
  }
}

const none: readonly Declaration[] = []

/** The declarations of an element; none where a template writes them. */
export const declarationsOf = (post: Post, node: Element): readonly Declaration[] => {
  const style = attributeOf(node, 'style')
  return style === undefined || style === '' || post.isTemplate(style) ? none : declarations(style)
}

/** A colour as `#rrggbbaa`; undefined for keywords such as `inherit`, for variables and for what cannot be seen. */
export const colorOf = perText((value): string | undefined => {
  const color = parse(value.trim().toLowerCase())
  return color === undefined || color.alpha === 0 ? undefined : formatHex8(color)
})

/** The colour of an old presentational attribute, which may lack its `#`. */
export const legacyColorOf = (value: string): string | undefined => colorOf(value) ?? colorOf(`#${value.trim()}`)

/** The text or background colour that a declaration sets. */
export function declaredColor({ property, value }: Declaration): string | undefined {
  if (property === 'color' || property === 'background-color') return colorOf(value)
  if (property !== 'background') return undefined
  for (const [part] of value.matchAll(/#[\da-f]+|[a-z]+\([^()]*\)|[a-z]+/gi)) {
    const color = colorOf(part)
    if (color) return color
  }
  return undefined
}

/**
 * What to delete from the source so that some declarations of a `style` attribute go; `'all'` when none would be left,
 * undefined when the value is not in the source as such (character references, templates) or holds comments.
 */
export function declarationExtents(
  post: Post,
  node: Element,
  isUnwanted: (declaration: Declaration) => boolean,
): readonly Range[] | 'all' | undefined {
  const style = attributeOf(node, 'style')
  const written = post.range(node, { value: 'style' })
  if (style === undefined || !written || post.source.slice(written.start, written.end) !== style) return undefined
  if (style.includes('/*')) return undefined
  const all = declarations(style)
  const unwanted = all.flatMap((declaration, index) => (isUnwanted(declaration) ? [index] : []))
  if (unwanted.length === all.length) return 'all'
  const extents = unwanted.map((index) => {
    const declaration = all[index]!
    const next = all[index + 1]
    const previous = all[index - 1]
    // Up to the next declaration; the last one goes with the white space before it and its own semicolon.
    const semicolon = style.indexOf(';', declaration.end)
    const start = next || !previous ? declaration.start : style.indexOf(';', previous.end) + 1
    const end = next ? next.start : semicolon < 0 ? style.length : semicolon + 1
    return { start: written.start + start, end: written.start + end }
  })
  return joined(extents)
}

/** Neighbours become one range: the last declaration goes with the space that its neighbour goes with too. */
function joined(extents: readonly Range[]): Range[] {
  const ranges: Range[] = []
  for (const extent of extents) {
    const last = ranges.at(-1)
    if (last && extent.start <= last.end) ranges[ranges.length - 1] = { start: last.start, end: extent.end }
    else ranges.push(extent)
  }
  return ranges
}
