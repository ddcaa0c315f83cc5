import type { Range } from '../../post/range.ts'

export type MistakeKind =
  /** An end tag without its element. */
  | 'stray'
  /** An end tag with another name than the element that it must end. */
  | 'mismatched'
  | 'unclosed'
  /** An unclosed element that HTML does not know: mostly text in angle brackets. */
  | 'unknown'
  /** `<div/>`: the slash does nothing. */
  | 'selfClosed'
  /** It ends only after the element around it. */
  | 'crossed'
  /** A block whose start ends the paragraph that it stands in. */
  | 'ended'
  /** A paragraph tag around paragraphs that Markdown makes. */
  | 'split'
  /** A block in an element for text. */
  | 'inside'
  /** A link in a link, and other things to click in things to click. */
  | 'nested'
  /** What the parser moves out of a table. */
  | 'fostered'
  /** The same, for text. */
  | 'text'
  /** A part of a table outside of it. */
  | 'outside'

/** Tags that do not make the tree that they seem to make. */
export interface Mistake extends Range {
  readonly kind: MistakeKind
  readonly name: string
  /** The other element that plays a part; '' where there is none. */
  readonly other: string
  readonly see?: Range
  /** Where the missing end tag belongs. */
  readonly missing?: number
}

export const mistakeAt = (
  { start, end }: Range,
  kind: MistakeKind,
  name: string,
  rest: Partial<Pick<Mistake, 'other' | 'see' | 'missing'>> = {},
): Mistake => ({ start, end, kind, name, other: '', ...rest })
