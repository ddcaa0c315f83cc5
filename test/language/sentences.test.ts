import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/language/sentences.ts'
import { sizeOf } from '../../src/language/words.ts'
import { parsePost } from '../../src/post/parse.ts'
import { loadParts } from '../../src/post/parts.ts'

await loadParts()

const split = (source: string, language: string, path = 'post.html'): string[] => {
  const post = parsePost({ path, sitePath: path, source, generator: 'any', language })
  return post.units.flatMap((unit) => sentencesOf(post, unit).map(({ start, end }) => unit.text.slice(start, end)))
}

describe('sentences', () => {
  it.each([
    ['en', 'Dr. J. K. Hill paid 3.50 at example.com. It was late. “Stop!” she said. Yahoo! is old.', 4],
    ['en', 'Pens, paper, etc. are here, i.e. at Smith Inc. We left... and came back? Yes.', 4 - 1],
    ['ko', '버전 1.2.3은 example.com에 있습니다. 그는 “안 됩니다.”라고 말했습니다. 끝.', 3],
    ['ko', '<b>첫째입니다.</b> 둘째입니다.그러나 셋째입니다! 넷째일까요?', 4],
    ['ja', '彼は「行きます。」と言った。雨が降った！そして止んだ。', 3],
    ['zh', '他说：“走吧。”的时候,天黑了。我们走了；船也开了。', 3],
    ['ru', 'Это т. е. город А. С. Пушкина. Он стар.', 2],
    ['de', 'Am 3. Mai kam z. B. Ada. Sie blieb.', 2],
    ['hi', 'यह एक वाक्य है। यह दूसरा है।', 2],
  ])('of %s: %s', (language, text, count) => {
    expect(split(`<p>${text}</p>`, language)).toHaveLength(count)
  })

  it('end at the line breaks that the page shows, not at those of the source', () => {
    expect(split('<p>One line<br>and another\ngoes on</p>', 'en')).toEqual(['One line', 'and another\ngoes on'])
    expect(split('One line  \nand another\r\ngoes on\n', 'en', 'post.md')).toHaveLength(2)
  })

  it('are found in linear time', () => {
    const started = performance.now()
    split(`<p>${'A. b! 다.'.repeat(20_000)}</p>`, 'en')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('the size of a text', () => {
  it.each([
    ['en', 'Don’t count — dashes, but 3 numbers & well-known words.', 8],
    ['ko', '나루터까지 걸어서 십 분입니다.', 4],
    ['ja', '港までWi-Fiで10分。', 8],
    ['zh', '这是 HTML5 文档。', 5],
  ])('in %s: %s', (language, text, size) => {
    expect(sizeOf(text, language)).toBe(size)
  })
})
