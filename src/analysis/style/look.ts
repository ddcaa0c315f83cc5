import type { ColoredText, OwnColor } from './colored-text.ts'
import { over, type Rgba } from './contrast.ts'

/** What one text looks like against the colours that the theme is taken to have. */
export interface Look {
  readonly front: Rgba
  readonly back: Rgba
  /** Whether the post itself sets all that the background is made of. */
  readonly isOpaque: boolean
}

const groundOf = (grounds: readonly OwnColor[], paper: Rgba): Rgba =>
  grounds.reduceRight((under, { color }) => over(color, under), paper)

/**
 * What a text looks like with all that lies over and under it.
 * @param paper The theme's background.
 * @param ink The theme's text colour.
 */
export const lookOf = ({ text, grounds, fade }: ColoredText, paper: Rgba, ink: Rgba): Look => {
  const back = groundOf(grounds, paper)
  const front = over(text?.color ?? ink, back)
  const isOpaque = grounds.at(-1)?.color.alpha === 1
  if (!fade) return { front, back, isOpaque }
  const under = groundOf(fade.under, paper)
  const faded = (color: Rgba): Rgba => over({ ...color, alpha: fade.opacity }, under)
  return { front: faded(front), back: faded(back), isOpaque: fade.under.at(-1)?.color.alpha === 1 }
}
