import { converter, formatHex, type Hsl } from 'culori/fn'
// Registers the colour modes that parsing needs.
import { colorOf } from './inline-style.ts'

/** A colour with red, green, blue and alpha from 0 to 1. */
export interface Rgba {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

/** Reads a CSS colour; undefined for keywords such as `inherit`, variables, and what cannot be seen. */
export const rgbaOf = (value: string): Rgba | undefined => {
  const hex = colorOf(value)
  if (!hex) return undefined
  const [r, g, b, alpha] = [1, 3, 5, 7].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
    number,
  ]
  return { r, g, b, alpha }
}

/** What is seen where one colour lies over an opaque one. */
export const over = (front: Rgba, back: Rgba): Rgba => {
  const mix = (one: number, other: number): number => one * front.alpha + other * (1 - front.alpha)
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), alpha: 1 }
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** WCAG's relative luminance. */
export const luminance = ({ r, g, b }: Rgba): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

/** WCAG's contrast ratio of two opaque colours, from 1 to 21. */
export const contrast = (one: Rgba, other: Rgba): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** A colour as people write it: `#rrggbb`. */
export const hexOf = ({ r, g, b }: Rgba): string => formatHex({ mode: 'rgb', r, g, b })

/** The nearest shade of the same hue that is readable on a background; undefined where there is none. */
export const passingShade = (text: Rgba, background: Rgba, needed: number): string | undefined => {
  const hsl = converter('hsl')({ mode: 'rgb', r: text.r, g: text.g, b: text.b }) as Hsl
  const direction = luminance(background) > 0.18 ? -1 : 1
  for (let step = 1; step <= 200; step++) {
    const l = hsl.l + (direction * step) / 200
    if (l < 0 || l > 1) return undefined
    const hex = formatHex({ ...hsl, l })
    const shade = rgbaOf(hex)
    if (shade && contrast(shade, background) >= needed) return hex
  }
  return undefined
}
