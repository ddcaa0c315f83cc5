import { printedLength } from '../blocks/printed-length.ts'
import { type BoldRun, isAllBold, printedIn } from './emphasis.ts'

const sentenceEnd = /[.!?。！？…][\p{Pe}\p{Pf}"'”’]{0,3}$/u
/** A colon, a question, or a single word with a full stop (“Note.”). */
const labelEnd = /[:：?？)）—–-]$|^\S+[.。]$/
/** A full stop and what may close behind it. */
const longestEnd = 4
const labelFollower = /^\s*[:：—–\-,，(（]|^\s*\n/

/** “**Price:** 3,000 won”: a bold label at the start of an item or a paragraph, or after a sign, helps the reader. */
export const isLabel = ({ unit, start, end }: BoldRun, longest: number): boolean => {
  const text = unit.text.slice(start, end).trim()
  const rest = unit.text.slice(end)
  if (/[\p{L}\p{N}]/u.test(unit.text.slice(0, start)) || rest.trim() === '' || printedLength(text) > longest)
    return false
  return unit.kind === 'item' || labelEnd.test(text) || labelFollower.test(rest)
}

/** A short bold paragraph, a bold question, a bold paragraph that opens an item: headings in disguise are another matter. */
export const isHeadingLike = ({ unit, start, end }: BoldRun, longest: number): boolean =>
  unit.kind === 'paragraph' &&
  isAllBold(unit) &&
  (printedIn(unit) <= longest ||
    /[?？]$/.test(unit.text.slice(start, end).trim()) ||
    unit.parents.some(({ tagName }) => tagName === 'li'))

/** An entry of a list of links. */
export const isEntry = ({ unit }: BoldRun): boolean =>
  unit.kind === 'item' &&
  isAllBold(unit) &&
  unit.runs.every(
    ({ start, end, inline }) =>
      unit.text.slice(start, end).trim() === '' || inline.some(({ tagName }) => tagName === 'a'),
  )

/** Whether a run is a sentence from its first word to its last mark. */
export const isSentence = ({ unit, start, end }: BoldRun): boolean => {
  const before = unit.text.slice(0, start).trimEnd().slice(-longestEnd)
  const text = unit.text.slice(start, end).trim()
  return (before === '' || sentenceEnd.test(before)) && sentenceEnd.test(text)
}
