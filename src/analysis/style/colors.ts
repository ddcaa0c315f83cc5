import type { Element } from 'hast'
import { perObject } from '../../memo.ts'
import { attributeOf, blocks, codeLike, isVisible } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { printedLength } from '../blocks/printed-length.ts'
import { colorOf, type Declaration, declarationsOf, declaredColor, legacyColorOf } from './inline-style.ts'

/** An element that gives its text colours of its own. */
export interface ColoredRun {
  readonly element: Element
  /** The attribute that does it. */
  readonly attribute: 'style' | 'color' | 'bgcolor'
  readonly place: Range
  /** As `#rrggbbaa`. */
  readonly colors: readonly string[]
}

/** Everything in a post that sets text or background colours by itself. */
export const colorRuns = (post: Post): readonly ColoredRun[] =>
  withoutClones(collect(post, post.content, undefined, []))

/** Where formatting is misnested the parser repeats elements; in the source they stand once. */
const withoutClones = (runs: readonly ColoredRun[]): readonly ColoredRun[] => [
  ...new Map(runs.map((run) => [run.place.start, run])).values(),
]

/** @param around The nearest coloured element that holds the node. */
function collect(post: Post, node: Post['content'], around: ColoredRun | undefined, runs: ColoredRun[]): ColoredRun[] {
  for (const child of node.children) {
    if (child.type !== 'element' || codeLike.has(child.tagName)) continue
    const run = coloredRun(post, child)
    const isNew = run !== undefined && !repeats(run, around)
    if (isNew) runs.push(run)
    collect(post, child, isNew ? run : around, runs)
  }
  return runs
}

function coloredRun(post: Post, element: Element): ColoredRun | undefined {
  const found = colorsOf(post, element)
  if (!found || !isVisible(element) || namesItself(element, found.colors)) return undefined
  const place = post.range(element, { attribute: found.attribute })
  return place && { element, place, ...found }
}

function colorsOf(post: Post, element: Element): Pick<ColoredRun, 'attribute' | 'colors'> | undefined {
  const { style, color, bgColor } = element.properties
  if (style === undefined && color === undefined && bgColor === undefined) return undefined
  const colors = colorsIn(declarationsOf(post, element))
  if (colors.length > 0) return { attribute: 'style', colors }
  for (const [attribute, property] of [
    ['color', 'color'],
    ['bgcolor', 'bgColor'],
  ] as const) {
    const value = attribute === 'color' && element.tagName !== 'font' ? undefined : attributeOf(element, property)
    const color = value === undefined ? undefined : legacyColorOf(value)
    if (color && !isNeutral(color, property === 'color')) return { attribute, colors: [color] }
  }
  return undefined
}

/** The colours that a style sets, other than shades of no colour: once for each style, as they come again and again. */
const colorsIn = perObject((declarations: readonly Declaration[]): readonly string[] =>
  declarations.flatMap((declaration) => {
    const color = declaredColor(declaration)
    return color === undefined || isNeutral(color, declaration.property === 'color') ? [] : color
  }),
)

const longestColor = 40

/** Dark grey text and light grey grounds, which editors write everywhere: nobody sees them as colours. */
const isNeutral = (color: string, isText: boolean): boolean => {
  const [red, green, blue] = [color.slice(1, 3), color.slice(3, 5), color.slice(5, 7)]
  if (red !== green || green !== blue) return false
  const lightness = Number.parseInt(red, 16) / 255
  return isText ? lightness <= 0.4 : lightness >= 0.9
}

/** A sample in a text about colours: `<b style="color: #c00">#c00</b>`. */
const namesItself = (element: Element, colors: readonly string[]): boolean => {
  const [only, ...others] = element.children
  if (only?.type !== 'text' || others.length > 0 || only.value.length > longestColor) return false
  // Most of what is coloured is no name of a colour, and reading it as one takes long.
  const color = /^\s*[#\w]/.test(only.value) ? colorOf(only.value) : undefined
  return color !== undefined && colors.includes(color)
}

/** Whether a run only says again what the element around it says. */
const repeats = (run: ColoredRun, around: ColoredRun | undefined): boolean =>
  around !== undefined && run.colors.every((color) => around.colors.includes(color))

/** Boxes with a background are layout: only their text colour counts. */
const colorsText = (post: Post, { element, attribute }: ColoredRun): boolean =>
  !blocks.has(element.tagName) ||
  (attribute === 'style' &&
    declarationsOf(post, element).some(({ property, value }) => property === 'color' && colorOf(value) !== undefined))

/** The share of the running text that is coloured, from 0 to 1. */
export function coloredShare(post: Post, runs: readonly ColoredRun[]): number {
  const colored = new Set(runs.filter((run) => colorsText(post, run)).map(({ element }) => element))
  let all = 0
  let some = 0
  for (const unit of post.units) {
    if (unit.kind !== 'paragraph' && unit.kind !== 'item') continue
    const isWhole = unit.parents.some((parent) => colored.has(parent))
    for (const run of unit.runs) {
      const length = printedLength(unit.text, run.start, run.end)
      all += length
      if (isWhole || run.inline.some((element) => colored.has(element))) some += length
    }
  }
  return all === 0 ? 0 : some / all
}
