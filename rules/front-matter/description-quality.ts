import { descriptionOf } from '../../src/analysis/fields/description.ts'
import { placeInField } from '../../src/analysis/fields/front-places.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isKeywordList } from '../../src/language/alternative-text.ts'
import { comparable } from '../../src/language/similarity.ts'
import type { Post } from '../../src/post/post.ts'

const address = /(?:https?:\/\/|www\.)[\w.~%/?#=&+:@-]{2,200}[\w/]/i
const phone = /(?<![\d-])(?:\+\d{1,3}[ -]?)?(?:\(0?\d{1,3}\)|0\d{1,3})[ -]\d{3,4}[ -]\d{4}(?![\d-])/
const ellipsis = /(?:…|\.{3}|\[…\]|\[\.\.\.\]|⋯)$/
const closed = /[.!?。！？…][\p{Pe}\p{Pf}"'”’]*$/u

const pairs = new Map(
  ['()', '[]', '（）', '「」', '『』', '《》', '〈〉', '【】', '“”'].map((pair) => [pair[1] ?? '', pair[0] ?? '']),
)
const openers = new Set(pairs.values())

/** Where a bracket or quotation mark stands that has no counterpart; smileys and `1)` are none. */
const unpaired = (text: string): number | undefined => {
  const open: { mark: string; at: number }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] as string
    if (openers.has(mark)) open.push({ mark, at })
    else if (pairs.has(mark)) {
      if (open.at(-1)?.mark === pairs.get(mark)) open.pop()
      else if (mark !== ')' && mark !== '）' && mark !== ']') return at
    }
  }
  const left = open.find(({ at }) => !/[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at)))
  if (left) return left.at
  // Behind a digit the mark may stand for inches.
  const quotes = [...text.matchAll(/"/g)]
  const sure = quotes.filter(({ index }) => !/\d/.test(text[index - 1] ?? ''))
  return quotes.length % 2 === 1 && sure.length % 2 === 1 ? sure[0]?.index : undefined
}

/** A start of the text, cut where the characters ran out. Shorter ones may be chosen so. */
const isCutOff = (post: Post, text: string): boolean => {
  if (text.length < 60 || closed.test(text)) return false
  const own = comparable(text)
  const ends = new Set<number>()
  let body = ''
  for (const { kind, text: piece } of post.units) {
    if (kind === 'title' || kind === 'summary' || kind === 'alt') continue
    body += comparable(piece)
    ends.add(body.length)
    body += ' '
    if (body.length > own.length + 40) break
  }
  return body.startsWith(own) && !ends.has(own.length) && /^[\s,，、;:]*[\p{L}\p{N}]/u.test(body.slice(own.length))
}

export default rule({
  summary: {
    en: 'Descriptions are whole sentences about the post.',
    ko: '설명은 글을 요약하는 온전한 문장으로 씁니다.',
  },
  why: {
    en: 'Search engines show a description only if it describes the page: lists of keywords, a start of the text cut off in the middle, addresses and telephone numbers are passed over or put readers off.',
    ko: '검색 엔진은 페이지를 설명하는 글일 때만 설명을 보여 줍니다. 키워드 나열, 중간에서 잘린 본문, 주소와 전화번호는 쓰이지 않거나 독자를 멀어지게 합니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: quality meta descriptions',
      url: 'https://developers.google.com/search/docs/appearance/snippet',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    maxCommas: int(
      4,
      { en: 'Commas that a description without a sentence may have', ko: '문장이 아닌 설명에 허용하는 쉼표 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    list: {
      en: '“{key}” is a list of keywords, which search engines do not show. Say in a sentence what the post is about.',
      ko: '“{key:은/는}” 키워드 나열이라 검색 결과에 쓰이지 않습니다. 어떤 글인지 문장으로 쓰세요.',
    },
    cut: {
      en: '“{key}” stops in the middle. Write a text that ends.',
      ko: '“{key}” 글이 중간에서 끊겼습니다. 끝맺은 문장으로 쓰세요.',
    },
    address: {
      en: '“{address}” in “{key}” takes the place of what the post is about. Leave it out.',
      ko: '“{key}”의 “{address:은/는}” 글의 내용이 들어갈 자리를 차지합니다. 빼세요.',
    },
    unpaired: {
      en: '“{mark}” in “{key}” has no counterpart. Close it or take it out.',
      ko: '“{key}”의 “{mark}” 기호는 짝이 없습니다. 닫거나 빼세요.',
    },
  },
  check({ post, options, report }) {
    const field = descriptionOf(post)
    if (!field) return undefined
    const { key, value, valueRange } = field
    const text = value.trimEnd()
    const at = (start: number, length: number) => placeInField(post, field, start, start + length)
    if (isKeywordList(text.trim(), options.maxCommas)) return void report(valueRange, 'list', { key })
    const end = ellipsis.exec(text)
    if (end) report(at(end.index, end[0].length), 'cut', { key })
    else if (isCutOff(post, text)) {
      const last = text.slice(text.search(/\s\S*$/) + 1)
      report(at(text.length - last.length, last.length), 'cut', { key })
    } else {
      const found = address.exec(text) ?? phone.exec(text)
      if (found) report(at(found.index, found[0].length), 'address', { key, address: found[0] })
      const mark = unpaired(text)
      if (mark !== undefined) report(at(mark, 1), 'unpaired', { key, mark: text[mark] ?? '' })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 돌담길\nexcerpt: 정동길에서 시작하는 봄 산책(지도 포함)을 “천천히” 정리했습니다\n---\n\n<p>정동길입니다.</p>\n',
      '---\ntitle: Lights\ndescription: Lamps, bells, locks, bags and what else a bike needs in winter.\n---\n\n<p>Lights.</p>\n',
      '---\ntitle: 早市\ndescription: a) 17" 显示器 b) 键盘 :)\n---\n\n<p>清晨五点。</p>\n',
      {
        post: '---\ntitle: 市場\ndescription: 魚, 花, 朝, 夜, 市, 道\n---\n\n<p>朝五時。</p>\n',
        options: { maxCommas: 6 },
      },
    ],
    bad: [
      {
        post: '---\ntitle: Lights\ndescription: ⟦bike light, best bike light, cheap light, led, lamp, bicycle⟧\n---\n\n<p>Lights.</p>\n',
        messages: ['list'],
      },
      {
        post: '---\ntitle: 돌담길\nexcerpt: 정동길에서 시작해 덕수궁을 따라 걷는⟦...⟧\n---\n\n<p>정동길입니다.</p>\n',
        messages: ['cut'],
      },
      {
        post: '+++\ntitle = "Trams"\ndescription = "The tram stood still for eleven days in the middle of summer, and nobody in the ⟦town⟧"\n+++\n\nThe tram stood still for eleven days in the middle of summer, and nobody in the town knew why.\n',
        messages: ['cut'],
      },
      {
        post: '---\ntitle: 築地\nsummary: 予約は⟦www.example.jp⟧、または⟦「⟧電話で。\n---\n\n<p>朝五時。</p>\n',
        messages: ['address', 'unpaired'],
      },
    ],
  },
})
