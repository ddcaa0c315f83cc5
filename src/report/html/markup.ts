import { escapeMarkup } from '../escape.ts'

/** Markup that is ready for the page. Only this module makes it, so that whatever else is a plain text and gets escaped. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | string | number | undefined | readonly (Markup | undefined)[]

const isMarkup = (part: Exclude<Part, undefined>): part is Markup => typeof part === 'object' && 'markup' in part

const written = (part: Part): string => {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part))
  return isMarkup(part) ? part.markup : part.map(written).join('')
}

/** A template of HTML: what is put into it is escaped, unless it is markup itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, index) => text + written(parts[index])).join(''),
})

/** Words of a rule, in which `backticks` mean code. */
export const prose = (text: string): Markup[] =>
  text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`))

/** Text of our own that must not be escaped: the content of `style` and `script`. */
export const verbatim = (text: string): Markup => ({ markup: text })
