import type { Range } from '../post/range.ts'

const one =
  '(?:\\p{Regional_Indicator}{2}|(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f)(?:\\p{Emoji_Modifier}|\\ufe0f|\\u200d\\p{Extended_Pictographic}\\ufe0f?)*)'
const emoji = new RegExp(one, 'gu')
const rows = new RegExp(`${one}(?:\\s?${one})*`, 'gu')
/** Signs that say something by themselves, in lists of what works and what does not. */
const signs = /^[✅❌❎⭕⚠🚫❓❗✔☑🆕🔴🟢🟡🟠🔵⚪⚫🟥🟩🟨0-9#*]/u

/** A row of emoji with nothing but spaces between them. */
export interface EmojiRow extends Range {
  readonly count: number
  /** Where the first of them ends. */
  readonly firstEnd: number
  /** Whether it begins with a sign that stands for a word. */
  readonly isSign: boolean
}

/** Empty squares: room to fill in, letters that a font lacks. */
const blanks = /^[\s⬜◻◽\ufe0f]+$/u

/** The emoji of a text, row by row. */
export const emojiRowsIn = (text: string): EmojiRow[] =>
  [...text.matchAll(rows)]
    .filter(([row]) => !blanks.test(row))
    .map(({ 0: row, index: start }) => {
      const single = row.match(emoji) ?? []
      return {
        start,
        end: start + row.length,
        count: single.length,
        firstEnd: start + (single[0]?.length ?? 0),
        isSign: signs.test(row),
      }
    })

/** Rows of symbols that only decorate: `★★★`, `▶▶`, `─────`; not `□□□`, which is left blank for something. */
const decoration = /[★☆]{3,}|[▶►▷◀◁]{2,}|[▼▽▲△]{2,}|[■◆◇●○◎]{3,}|[─━═▬▁▔―]{5,}|[♥♡♣♠♬♪✿❀❤]{3,}|[※]{2,}/gu

/** Stars alone or after a label are a rating. */
const isRating = (text: string, start: number, end: number): boolean =>
  /^[★☆]{3,5}$/.test(text.slice(start, end)) &&
  (text.trim() === text.slice(start, end) ||
    /[:：\d(（|-]\s*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /☆/.test(text.slice(start, end)))

/** The decorative rows of a text. */
export const decorationsIn = (text: string): Range[] =>
  [...text.matchAll(decoration)]
    .map(({ 0: row, index: start }) => ({ start, end: start + row.length }))
    .filter(({ start, end }) => !isRating(text, start, end))
