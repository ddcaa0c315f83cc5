import type { Element, Root } from 'hast'
import { attributeOf, classesOf, codeLike, elementsIn, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { isEditable } from '../blocks/extent.ts'
import { type Rgba, rgbaOf } from './contrast.ts'
import { type Declaration, declarationsOf } from './inline-style.ts'

/** A colour that an element of the post sets itself. */
export interface OwnColor {
  readonly color: Rgba
  readonly element: Element
  readonly attribute: 'style' | 'color' | 'bgcolor'
  /** In the style; absent for attributes. */
  readonly declaration?: Declaration
  readonly depth: number
}

/** Text on which the post itself sets a colour, with all that is known of how it looks. */
export interface ColoredText {
  /** Undefined where the theme decides. */
  readonly text: OwnColor | undefined
  /** The background and what lies under it where it is translucent, nearest first; empty where the theme decides. */
  readonly grounds: readonly OwnColor[]
  /** Large in the sense of WCAG: 24 px, or 18.66 px bold. */
  readonly isLarge: boolean
  readonly fade?: Fade
}

/** An `opacity` of a box, and what lies under the box. */
export interface Fade {
  readonly opacity: number
  readonly under: readonly OwnColor[]
}

interface State {
  readonly fade?: Fade
  readonly text: OwnColor | undefined
  readonly grounds: readonly OwnColor[]
  readonly isTextKnown: boolean
  readonly isGroundKnown: boolean
  readonly size: number
  readonly isBold: boolean
}

const start: State = {
  text: undefined,
  grounds: [],
  isTextKnown: true,
  isGroundKnown: true,
  size: 16,
  isBold: false,
}

/** Sizes that browsers give, in pixels. */
const tagSizes = new Map([
  ['h1', 32],
  ['h2', 24],
  ['h3', 18.72],
  ['small', 13.33],
])
const boldTags = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const keywordSizes = new Map([
  ['xx-small', 9],
  ['x-small', 10],
  ['small', 13],
  ['medium', 16],
  ['large', 18],
  ['x-large', 24],
  ['xx-large', 32],
  ['xxx-large', 48],
])
const fontSizes = [0, 10, 13, 16, 18, 24, 32, 48]

/** Elements that browsers and themes colour themselves. */
const themed = new Set(['a', 'button', 'mark', 'select', 'input', 'label', 'option', 'summary', 'code'])

/** Classes under which themes give boxes, labels and buttons colours of their own. */
const boxClass =
  /(?:^|[-_])(?:alert|admonition|badge|banner|bg|background|box|btn|button|callout|card|chip|danger|dark|error|hero|highlight|hint|info|inverse|jumbotron|label|light|message|note|notice|panel|primary|quote|success|tag|tip|warn|warning|well)(?:$|[-_])/i

/** Everything that makes colours other than they are written. */
const isBlended = ({ property, value }: Declaration): boolean =>
  (property === 'text-shadow' && value !== 'none') ||
  [
    'filter',
    'backdrop-filter',
    'mix-blend-mode',
    '-webkit-text-fill-color',
    'background-clip',
    '-webkit-background-clip',
    'all',
  ].includes(property)

/** The opacity that declarations give a box, from 0 to 1. */
const opacityIn = (own: readonly Declaration[]): number => {
  const value = own.findLast(({ property }) => property === 'opacity')?.value ?? '1'
  const opacity = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
  return Number.isNaN(opacity) ? 1 : Math.min(Math.max(opacity, 0), 1)
}

const isUnseen = ({ property, value }: Declaration): boolean =>
  (property === 'display' && value === 'none') || (property === 'visibility' && value !== 'visible')

const inherited = /^(?:inherit|currentcolor|unset|revert|revert-layer)?$/i

/** The size that a declaration gives; undefined where it cannot be told. */
const sizeIn = (value: string, around: number): number | undefined => {
  const [, number = '', unit = ''] = /^([\d.]+)(px|pt|em|rem|%)$/.exec(value.toLowerCase()) ?? []
  const amount = Number(number)
  if (number === '') return keywordSizes.get(value.toLowerCase())
  if (unit === 'px') return amount
  if (unit === 'pt') return (amount * 4) / 3
  return unit === 'rem' ? amount * 16 : around * (unit === '%' ? amount / 100 : amount)
}

const isHeavy = (weight: string, around: boolean): boolean =>
  weight === 'inherit' ? around : weight === 'bold' || weight === 'bolder' || Number(weight) >= 700

const isDisabled = (element: Element): boolean =>
  attributeOf(element, 'disabled') !== undefined || attributeOf(element, 'ariaDisabled') === 'true'

const entering = (post: Post, element: Element, around: State, depth: number): State | undefined => {
  const style = attributeOf(element, 'style')
  if (attributeOf(element, 'hidden') !== undefined || codeLike.has(element.tagName)) return undefined
  if (isDisabled(element) || (element.tagName === 'label' && [...elementsIn(element)].some(isDisabled)))
    return undefined
  const own = declarationsOf(post, element)
  if (post.isTemplate(style) || own.some(isBlended) || own.some(isUnseen)) return undefined
  const opacity = opacityIn(own)
  // What lies under the box shows through: it has to be known.
  if (opacity === 0 || (opacity < 1 && (around.fade || around.grounds.length === 0))) return undefined
  const fade = opacity < 1 ? { opacity, under: around.grounds } : around.fade
  let { text, grounds, isTextKnown, isGroundKnown, size, isBold } = around
  if (themed.has(element.tagName)) isTextKnown = false
  if (element.tagName === 'mark' || element.tagName === 'button' || element.tagName === 'code') isGroundKnown = false
  if (classesOf(element).some((name) => boxClass.test(name))) {
    isTextKnown = false
    isGroundKnown = false
  }
  const paint = (color: Rgba, attribute: OwnColor['attribute'], declaration?: Declaration): OwnColor => ({
    color,
    element,
    attribute,
    declaration,
    depth,
  })
  const setText = (value: string, attribute: OwnColor['attribute'], declaration?: Declaration): void => {
    const color = rgbaOf(value)
    isTextKnown = color !== undefined
    text = color && paint(color, attribute, declaration)
  }
  const setGround = (value: string, attribute: OwnColor['attribute'], declaration?: Declaration): void => {
    const color = rgbaOf(value)
    if (!color) {
      // A picture, a gradient, a variable.
      if (!/^(?:transparent|none|initial)$/i.test(value)) isGroundKnown = false
      return
    }
    grounds =
      color.alpha === 1 ? [paint(color, attribute, declaration)] : [paint(color, attribute, declaration), ...grounds]
    if (color.alpha === 1) isGroundKnown = true
  }
  const fontColor = element.tagName === 'font' ? attributeOf(element, 'color') : undefined
  if (fontColor) setText(fontColor, 'color')
  const cellColor = attributeOf(element, 'bgColor')
  if (cellColor) setGround(cellColor, 'bgcolor')
  size = tagSizes.get(element.tagName) ?? size
  if (element.tagName === 'font') size = fontSizes[Number(attributeOf(element, 'size'))] ?? size
  isBold ||= boldTags.has(element.tagName)
  for (const declaration of own) {
    const { property, value } = declaration
    if (property === 'color' && !inherited.test(value)) setText(value, 'style', declaration)
    else if (property === 'background-color' && !inherited.test(value)) setGround(value, 'style', declaration)
    else if (property === 'background' && !inherited.test(value)) setGround(value, 'style', declaration)
    else if (property === 'background-image' && value !== 'none') isGroundKnown = false
    else if (property === 'font-size') size = sizeIn(value, around.size) ?? size
    else if (property === 'font-weight') isBold = isHeavy(value.toLowerCase(), around.isBold)
  }
  return { text, grounds, isTextKnown, isGroundKnown, size, isBold, fade }
}

/** Every text of the post whose colours are known as far as the post sets them. */
export function* coloredTexts(post: Post): Generator<ColoredText> {
  function* visit(node: Root | Element, state: State, depth: number): Generator<ColoredText> {
    for (const child of node.children) {
      if (child.type === 'element') {
        const inner = entering(post, child, state, depth)
        if (inner) yield* visit(child, inner, depth + 1)
      } else if (
        child.type === 'text' &&
        /[\p{L}\p{N}]/u.test(child.value) &&
        state.isTextKnown &&
        state.isGroundKnown
      ) {
        const { text, grounds, size, isBold, fade } = state
        if (text || grounds.length > 0) yield { text, grounds, fade, isLarge: size >= 24 || (isBold && size >= 18.66) }
      }
    }
  }
  const { content } = post
  const own = isElement(content) ? entering(post, content, start, 0) : start
  if (own) yield* visit(content, own, 1)
}

/** Where the value of a colour stands in the source. */
export const valueRange = (post: Post, { element, attribute, declaration }: OwnColor): Range | undefined => {
  if (!isEditable(post, element)) return undefined
  const whole = post.range(element, { value: attribute })
  if (!whole || !declaration) return whole
  const written = post.source.slice(whole.start + declaration.start, whole.start + declaration.end)
  const at = written.indexOf(declaration.value, written.indexOf(':'))
  const start = whole.start + declaration.start + at
  return at < 0 ? undefined : { start, end: start + declaration.value.length }
}
