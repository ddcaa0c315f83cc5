import { isRunningText } from '../post/body-text.ts'
import type { Post } from '../post/post.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** The sentences of paragraphs that follow one another, with nothing between them. */
export const passagesOf = (post: Post): readonly (readonly Sentence[])[] => {
  const passages: Sentence[][] = [[]]
  for (const unit of post.units) {
    if (isRunningText(unit)) passages.at(-1)!.push(...sentencesOf(post, unit).filter(({ isClosed }) => isClosed))
    else if (passages.at(-1)!.length > 0) passages.push([])
  }
  return passages
}

/** Sentences that have a word in common, at the same place. */
export interface Repeated {
  readonly word: string
  readonly sentences: readonly Sentence[]
}

/** Runs of sentences for which `wordOf` says the same, at least so many. */
export function* runsOf(
  sentences: readonly Sentence[],
  least: number,
  wordOf: (sentence: Sentence) => string,
): Generator<Repeated> {
  let run: Sentence[] = []
  let word = ''
  for (const sentence of [...sentences, undefined]) {
    const own = sentence ? wordOf(sentence) : ''
    if (sentence && own !== '' && own === word) {
      run.push(sentence)
      continue
    }
    if (run.length >= least) yield { word, sentences: run }
    word = own
    run = sentence && own !== '' ? [sentence] : []
  }
}
