import type { Post, TextUnit } from '../post/post.ts'
import { belongs, primarySubtag } from './host.ts'
import { languageInPath } from './language-tags.ts'
import { isDense } from './passages.ts'
import { letters, mainScript, tally } from './scripts.ts'

/** Where so much of the text is in another language, it is the post's own that is not clear. */
const mostForeign = 0.2

/** How much a text says: a letter of a dense script as much as three of an alphabet. */
const weightOf = ({ text }: TextUnit, language: string): number => letters(tally(text)) * (isDense(language) ? 3 : 1)

/** Whether the post, its folder or its file name says that it is in another language than its letters do. */
const isSaidOtherwise = ({ front, siteLanguage, sitePath, language }: Post): boolean => {
  const said = front.lang?.value ?? siteLanguage ?? languageInPath(sitePath)
  return said !== undefined && primarySubtag(said) !== language
}

const isAtHome = (text: string, { language }: Post): boolean => belongs(mainScript(tally(text)), language)

/** English headings are a fashion; in other scripts they are in the language that the post is meant to be in. */
const hasOtherHeadings = (post: Post): boolean =>
  post.units.some(({ kind, text }) => kind === 'heading' && !isAtHome(text, post) && mainScript(tally(text)) !== 'Latn')

/** Whether the passages in other languages are few enough, and title and headings agree, for the host to be certain. */
export const isHostCertain = (post: Post, found: ReadonlyMap<TextUnit, string | undefined>): boolean => {
  if (isSaidOtherwise(post) || !isAtHome(post.front.title?.value ?? '', post) || hasOtherHeadings(post)) return false
  let all = 0
  let foreign = 0
  for (const [unit, language] of found) {
    const weight = weightOf(unit, language ?? unit.language)
    all += weight
    if (language) foreign += weight
  }
  return foreign <= all * mostForeign
}
