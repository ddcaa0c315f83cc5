import { countsCharacters, sizeOf } from '../../language/words.ts'
import { perPart } from '../../memo.ts'
import { isBodyText } from '../../post/body-text.ts'
import { elementsIn, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

/** How much a post says: words, or characters where its language is counted so. */
export interface BodySize {
  readonly words: number
  readonly characters: number
  /** Words and names in blocks of code. */
  readonly code: number
}

/** The size of a post's body, headings, lists and tables included; alternative texts and front matter are not. */
export const bodySizeOf = perPart((post: Post): BodySize => {
  let words = 0
  let characters = 0
  for (const unit of post.units) {
    if (!isBodyText(unit)) continue
    if (countsCharacters(unit.language)) characters += sizeOf(unit.text, unit.language)
    else words += sizeOf(unit.text, unit.language)
  }
  let code = 0
  for (const element of elementsIn(post.content)) if (element.tagName === 'pre') code += sizeOf(textOf(element), 'en')
  return { words, characters, code }
})
