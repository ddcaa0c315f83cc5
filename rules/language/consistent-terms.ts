import { flag, list, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { knownName } from '../../src/language/known-names.ts'
import { type TermPlace, type TermVariants, variantsOf } from '../../src/language/term-variants.ts'
import type { Post } from '../../src/post/post.ts'

/** The name as its owners write it, the form in the title, else the one used most, else the first. */
const preferred = (variants: TermVariants): string => {
  const forms = [...variants]
  const known = forms.find(([form]) => knownName(form) === form)
  if (known) return known[0]
  const inTitle = forms.filter(([, places]) => places.some(({ unit }) => unit.kind === 'title'))
  if (inTitle.length === 1) return inTitle[0]![0]
  return forms.reduce((best, form) => (form[1].length > best[1].length ? form : best))[0]
}

const isWordLike = /^[A-Za-z\d]/

/** Where a phrase stands as a whole word; in scripts that glue words together anywhere. */
const placesOf = (post: Post, phrase: string): TermPlace[] =>
  post.units.flatMap((unit) => {
    const found: TermPlace[] = []
    if (unit.kind === 'alt' || phrase === '') return found
    for (let start = unit.text.indexOf(phrase); start >= 0; start = unit.text.indexOf(phrase, start + phrase.length)) {
      const end = start + phrase.length
      const isInside =
        (isWordLike.test(phrase) && /[A-Za-z\d]/.test(unit.text.charAt(start - 1))) ||
        (isWordLike.test(phrase.slice(-1)) && /[A-Za-z\d]/.test(unit.text.charAt(end)))
      if (!isInside) found.push({ unit, start, end, written: phrase })
    }
    return found
  })

export default rule({
  summary: { en: 'A term is written one way throughout a post.', ko: '같은 용어는 한 가지로 표기합니다.' },
  why: {
    en: 'A reader who searches the page finds only half of the places, and wonders whether two spellings mean two things.',
    ko: '표기가 갈리면 페이지에서 찾을 때 절반만 걸리고, 서로 다른 것을 가리키는지 헷갈리게 됩니다.',
  },
  source: [
    {
      authority: 'standard',
      title: '한글 맞춤법 제50항: 전문 용어의 띄어쓰기',
      url: 'https://korean.go.kr/kornorms/regltn/regltnView.do?regltn_code=0001',
    },
    { authority: 'convention', title: 'Vale: consistency', url: 'https://vale.sh/docs/checks/consistency' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  group: 'same',
  options: {
    glossary: record<readonly string[]>(
      {},
      { en: 'Preferred terms with the variants to replace', ko: '권장 용어와 바꿔야 할 표기' },
      list([], { en: 'Variants', ko: '다른 표기' }),
    ),
    variants: flag(true, {
      en: 'Find variants of spacing, hyphens and capitals by themselves',
      ko: '띄어쓰기, 붙임표, 대소문자가 다른 표기를 자동으로 찾음',
    }),
  },
  messages: {
    variant: {
      en: '“{written}” here, “{preferred}” elsewhere in the post. Keep to one form.',
      ko: '여기는 “{written}”, 다른 곳은 “{preferred}”입니다. 하나로 통일하세요.',
    },
    glossary: {
      en: 'The glossary has “{preferred}” for “{written}”.',
      ko: '용어집에서는 “{written}” 대신 “{preferred:을/를}” 씁니다.',
    },
  },
  check({ post, options, report }) {
    const tell = (place: TermPlace, messageId: 'variant' | 'glossary', term: string, counterpart?: TermPlace): void => {
      const { unit, start, end, written } = place
      const range = unit.range(start, end)
      const title = { en: `Write “${term}”`, ko: `“${term}”로 바꾸기` }
      report(
        unit.place(start, end),
        messageId,
        { written, preferred: term },
        {
          related: counterpart ? [{ ...counterpart.unit.place(counterpart.start, counterpart.end), kind: 'see' }] : [],
          suggestions: range ? [{ title, edits: [{ ...range, text: term }] }] : [],
        },
      )
    }
    for (const [term, wrong] of Object.entries(options.glossary)) {
      for (const phrase of wrong) for (const place of placesOf(post, phrase)) tell(place, 'glossary', term)
    }
    for (const variants of options.variants ? variantsOf(post) : []) {
      const term = preferred(variants)
      const counterpart = variants.get(term)?.[0]
      for (const [form, places] of variants) {
        if (form === term) continue
        for (const [index, place] of places.entries())
          tell(place, 'variant', term, index === 0 ? counterpart : undefined)
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>홈페이지를 열었다. 홈페이지에서 사용하는 방법과 사용 하는 시간, 오늘 저녁과 오늘은 다르다.</p>\n',
      '<p>The well-known author is well known. GitHub and `github` differ; so do resign and re-sign.</p>\n',
      { post: '<p>홈페이지와 홈 페이지</p>\n', options: { variants: false } },
    ],
    bad: [
      {
        post: '---\ntitle: IT대란의 원인\n---\n<p>이번 ⟦IT 대란⟧이 일어난 까닭은 업데이트였다.</p>\n',
        messages: ['variant'],
      },
      { post: '<p>GitHub hosts it. On ⟦Github⟧ and GitHub you get an email, not an ⟦e-mail⟧ or two; email it.</p>\n' },
      { post: '---\ntitle: ⟦Github⟧ 시작하기\n---\n<p>⟦Github⟧에서 저장소를 만들면 GitHub 주소가 생깁니다.</p>\n' },
      {
        post: '<p>⟦크롬⟧ 브라우저와 Chrome을 함께 쓴다.</p>\n',
        options: { glossary: { Chrome: ['크롬'] } },
        messages: ['glossary'],
      },
    ],
  },
})
