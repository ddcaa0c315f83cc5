import { flag, int, oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import type { FrontEntry } from '../../src/post/post.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

const slugKeys = ['slug', 'permalink', 'url']

/** The parts of an address that its writer chose: no host, no placeholders (`:title`), no file ending. */
const chosenParts = (entry: FrontEntry): readonly string[] =>
  entry.text
    .trim()
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split('/')
    .filter((part) => part !== '' && !/^:\w+(?:[-.]?:\w+)*(?:\.html?)?$/.test(part))
    .map((part) => part.replace(/\.[a-z]{2,5}$/i, ''))

const wordsIn = (part: string): number => part.split(/[-_ ]+/).filter((word) => word !== '').length

export default rule({
  summary: { en: 'Addresses are short words joined by hyphens.', ko: '주소는 짧은 단어를 하이픈으로 이어 씁니다.' },
  why: {
    en: 'An address is read, copied and told. Spaces and %-escapes break in mails, capital letters make two addresses of one, and search engines part words at hyphens, not at underscores. Change it only before a post is published, or redirect the old address.',
    ko: '주소는 읽고 복사하고 불러 주는 것입니다. 공백과 % 이스케이프는 메일에서 깨지고, 대문자는 주소를 둘로 만들며, 검색 엔진은 밑줄이 아니라 하이픈에서 단어를 나눕니다. 공개하기 전에만 바꾸고, 이미 공개했다면 옛 주소를 리디렉션하세요.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: URL structure',
      url: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
    },
    {
      authority: 'convention',
      title: 'Hexo: permalinks end with / or .html',
      url: 'https://hexo.io/docs/front-matter',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    maxLength: int(75, { en: 'Most characters of one part', ko: '한 부분의 최대 글자 수' }, { minimum: 10 }),
    maxWords: int(8, { en: 'Most words of one part', ko: '한 부분의 최대 단어 수' }, { minimum: 1 }),
    allowUnicode: flag(true, { en: 'Letters beyond ASCII are fine', ko: 'ASCII 밖의 문자를 허용함' }),
    separator: oneOf(['-', '_', 'any'], '-', { en: 'What joins words', ko: '단어를 잇는 기호' }),
  },
  messages: {
    space: {
      en: 'A space in “{key}” becomes %20 in the address. Join the words with hyphens.',
      ko: '“{key}”의 공백은 주소에서 %20이 됩니다. 단어를 하이픈으로 이으세요.',
    },
    escape: {
      en: '“{key}” holds %-escapes, which nobody can read. Write the letters themselves or simpler words.',
      ko: '“{key}”에 읽을 수 없는 % 이스케이프가 있습니다. 문자를 그대로 쓰거나 더 간단한 단어를 쓰세요.',
    },
    uppercase: {
      en: 'Capital letters in “{key}”: servers may take the same address in lower case for another. Use lower case.',
      ko: '“{key}”의 대문자 때문에 서버에 따라 주소가 둘로 나뉩니다. 소문자를 쓰세요.',
    },
    separator: {
      en: '“{key}” joins words with “{found}”. Join them with “{wanted}”, so that all addresses of the site look alike.',
      ko: '“{key}”에서 단어를 “{found:으로/로}” 이었습니다. 사이트의 주소가 한결같도록 “{wanted:을/를}” 쓰세요.',
    },
    unicode: {
      en: '“{key}” has letters beyond ASCII, which are escaped when the address is copied. Use ASCII letters.',
      ko: '“{key}”에 복사할 때 이스케이프되는 문자가 있습니다. ASCII 문자를 쓰세요.',
    },
    long: {
      en: '“{key}” has a part of {words} words and {length} characters; at most {maxWords} and {maxLength}. Keep the words that matter.',
      ko: '“{key}”의 한 부분이 {words}단어, {length}자입니다(최대 {maxWords}단어, {maxLength}자). 중요한 단어만 남기세요.',
    },
    ending: {
      en: 'Hexo’s “{key}” should end with / or .html, or servers send the file with the wrong type.',
      ko: 'Hexo의 “{key:은/는}” /나 .html로 끝나야 서버가 파일을 올바른 형식으로 보냅니다.',
    },
  },
  check({ post, options, report }) {
    const { maxLength, maxWords } = options
    const isHexo = likelyGenerator(post) === 'hexo'
    const wrongMark = options.separator === 'any' ? undefined : options.separator === '-' ? '_' : '-'

    const inspect = (entry: FrontEntry): void => {
      const { key, text, valueRange } = entry
      const parts = chosenParts(entry)
      const some = (pattern: RegExp): boolean => parts.some((part) => pattern.test(part))
      const long = parts.find((part) => part.length > maxLength || wordsIn(part) > maxWords)
      if (some(/\s/)) report(valueRange, 'space', { key })
      else if (some(/%[0-9a-f]{2}/i)) report(valueRange, 'escape', { key })
      else if (some(/\p{Lu}/u)) report(valueRange, 'uppercase', { key })
      else if (wrongMark && parts.some((part) => part.slice(1, -1).includes(wrongMark)))
        report(valueRange, 'separator', { key, found: wrongMark, wanted: options.separator })
      else if (!options.allowUnicode && some(/[^\0-\x7f]/)) report(valueRange, 'unicode', { key })
      else if (long !== undefined)
        report(valueRange, 'long', { key, words: wordsIn(long), length: long.length, maxWords, maxLength })
      else if (isHexo && key === 'permalink' && !/(?:\/|\.html?)$/.test(text.trim()))
        report(valueRange, 'ending', { key })
    }

    for (const key of slugKeys) {
      const entry = post.front.get(key)
      const isChosen = entry?.type === 'text' && entry.text.trim() !== '' && !/[{<]/.test(entry.text)
      if (entry && isChosen && !/^(?:none|date|pretty|ordinal|weekdate)$/.test(entry.text)) inspect(entry)
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 돌담길\nslug: 덕수궁-돌담길\npermalink: /:categories/:year/:title.html\n---\n\n<p>정동길입니다.</p>\n',
      '---\ntitle: Lights\npermalink: /_drafts/bike-lights/\n---\n\n<p>Lights.</p>\n',
      { post: '---\ntitle: Lights\nslug: bike_lights\n---\n\n<p>Lights.</p>\n', options: { separator: 'any' } },
    ],
    bad: [
      { post: '---\ntitle: Lights\nslug: ⟦my bike lights⟧\n---\n\n<p>Lights.</p>\n', messages: ['space'] },
      { post: '---\ntitle: 早市\nslug: ⟦%E6%97%A9%E5%B8%82⟧\n---\n\n<p>清晨五点。</p>\n', messages: ['escape'] },
      {
        post: '---\ntitle: Lights\nslug: ⟦My-Lights⟧\npermalink: ⟦/blog/bike_lights/⟧\n---\n\n<p>Lights.</p>\n',
        messages: ['uppercase', 'separator'],
      },
      {
        post: '---\ntitle: 築地の朝\nslug: ⟦築地の朝⟧\n---\n\n<p>朝五時。</p>\n',
        options: { allowUnicode: false },
        messages: ['unicode'],
      },
      {
        post: '---\nslug: ⟦how-we-chose-the-lights⟧\n---\n\n<p>Lights.</p>\n',
        options: { maxWords: 4, maxLength: 20 },
        messages: ['long'],
      },
      {
        path: 'source/_posts/walk.md',
        post: '---\ntitle: 돌담길\npermalink: ⟦walks/wall⟧\n---\n\n정동길.\n',
        messages: ['ending'],
      },
    ],
  },
})
