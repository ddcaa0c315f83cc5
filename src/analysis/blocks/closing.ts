import { isElement, isVisible } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import { linksOf } from '../links/links.ts'

/** Endings of Korean verbs after which a sentence goes on. */
const koreanConnective =
  /(?:다면|라면|으면|하면|되면|시면|려면|지만|는데|은데|하고|되고|하며|되며|므로|니까|아서|어서|해서)[,，]?$/
/** “Source: …”, “Photo: …”. */
const label = /^[^:：.]{1,20}[:：]/
const emoticon = /(?:[:;=8xX]-?[)(DPpoO|/]|\^\^|ㅎ|ㅋ|ㅠ|ㅜ|笑|w)$/
/** “…, for example: a word or two”, and the words after a quotation that tell whose it is. */
const closingLabel = /[:：][^.!?。！？:：]{1,60}$|[”"»」]\s*[—–-]{1,2}\s[^.!?。]{1,100}$/
const bareAddress = /^(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/
const introduced = new Set(['ul', 'ol', 'dl', 'pre', 'table', 'blockquote', 'figure', 'img', 'iframe', 'video', 'div'])

/** A menu, the way back to the other parts. */
const isMostlyLinks = (unit: TextUnit): boolean =>
  linksOf(unit).reduce((sum, { start, end }) => sum + end - start, 0) * 2 > unit.text.trim().length

/** A label and what it names, an item, an address or a smile at the end. */
export const isNoProse = (unit: TextUnit): boolean => {
  const { text, parents } = unit
  const printed = text.trim()
  const last = printed.slice(-200).split(/\s/).at(-1) ?? ''
  return (
    label.test(printed) ||
    emoticon.test(printed) ||
    closingLabel.test(printed.slice(-200)) ||
    bareAddress.test(last) ||
    /https?:\/\/\S+$/.test(last) ||
    isMostlyLinks(unit) ||
    parents.some(({ tagName }) => tagName === 'li' || tagName === 'dd')
  )
}

/** The text before a bare address that closes the block. */
const beforeAddress = (unit: TextUnit): string | undefined => {
  const text = unit.text.trimEnd()
  const link = linksOf(unit).at(-1)
  const isLast = link !== undefined && text.slice(link.end).trim() === ''
  return isLast && bareAddress.test(text.slice(link.start).trim()) ? text.slice(0, link.start).trimEnd() : undefined
}

/** A sentence that stops in the middle: after a connective, or at a comma with only an address behind it. */
export const isCutOff = (unit: TextUnit): boolean => {
  const rest = beforeAddress(unit)
  if (rest !== undefined && /[,，、]$/.test(rest)) return true
  return unit.language === 'ko' && koreanConnective.test(rest ?? unit.text.trimEnd())
}

/** What follows may be what the block leads to. */
export const leadsOn = ({ content }: Post, { parents }: TextUnit): boolean => {
  const [block, outer = content] = parents
  const siblings = outer.children
  const next = block && siblings.slice(siblings.indexOf(block) + 1).find(isVisible)
  if (!isElement(next)) return false
  const only = next.children.filter(isVisible)
  return introduced.has(next.tagName) || (only.length === 1 && isElement(only[0], 'img', 'a', 'code', 'em', 'iframe'))
}

const styled = new Set(['a', 'b', 'strong', 'em', 'i', 'small', 'cite', 'sub', 'sup', 'font', 'span'])

/** Wholly linked, bold or small: a title, a button, a credit. */
export const isSetApart = ({ runs, text }: TextUnit): boolean =>
  runs.every(
    ({ start, end, inline }) =>
      text.slice(start, end).trim() === '' || inline.some(({ tagName }) => styled.has(tagName)),
  )
