import { isQuoted } from '../../src/analysis/fields/field-types.ts'
import { type FrontEdit, inQuotes, splitItem, withoutItem } from '../../src/analysis/fields/front-edits.ts'
import { int, oneOf } from '../../src/engine/options.ts'
import { rule, type SuggestedChange, type Texts } from '../../src/engine/rule.ts'
import { comparable } from '../../src/language/similarity.ts'
import type { FrontEntry, FrontField } from '../../src/post/post.ts'

const quoting = { en: 'Put the word in quotes', ko: '단어를 따옴표로 감싸기' }
const splitting = { en: 'Write one item for each', ko: '항목 나누기' }

const suggest = (title: Texts, edit: FrontEdit | undefined): { suggestions: SuggestedChange[] } => ({
  suggestions: edit ? [{ title, edits: [edit] }] : [],
})

/** The lists of one taxonomy; `keywords` are no tags. */
const listsOf = (field: FrontField | undefined, keys: RegExp): FrontEntry[] =>
  (field?.all ?? []).flatMap(({ entry }) => (entry?.type === 'list' && keys.test(entry.key) ? [entry] : []))

export default rule({
  summary: { en: 'Each tag stands once, as a word of its own.', ko: '태그는 하나씩, 한 번만 씁니다.' },
  why: {
    en: 'Generators make an archive page of every tag as it is written: a repeated tag lists the post twice, `Food` and `food` are two pages, and “a, b” is one tag that nobody looks for.',
    ko: '생성기는 쓰인 그대로 태그마다 목록 페이지를 만듭니다. 되풀이된 태그는 글을 두 번 올리고, `Food`와 `food`는 두 페이지가 되며, “a, b”는 아무도 찾지 않는 태그 하나가 됩니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Jekyll: tags and categories',
      url: 'https://jekyllrb.com/docs/posts/#tags-and-categories',
    },
    { authority: 'convention', title: 'Hugo: taxonomies', url: 'https://gohugo.io/content-management/taxonomies/' },
    {
      authority: 'convention',
      title: 'Hexo: categories and tags',
      url: 'https://hexo.io/docs/front-matter#Categories-Tags',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'seo', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    max: int(10, { en: 'Most tags; 0 sets no limit', ko: '태그의 최대 개수. 0이면 제한 없음' }, { minimum: 0 }),
    case: oneOf(['any', 'lower'], 'any', { en: 'Case that tags must have', ko: '태그의 대소문자' }),
  },
  messages: {
    repeated: {
      en: '“{tag}” stands twice in “{key}”. Once is enough.',
      ko: '“{key}”에 “{tag:이/가}” 두 번 있습니다. 한 번이면 됩니다.',
    },
    case: {
      en: '“{tag}” and “{other}” differ in case only and may make two archive pages. Keep one.',
      ko: '“{tag:과/와}” “{other:은/는}” 대소문자만 달라 목록 페이지가 둘이 될 수 있습니다. 하나만 남기세요.',
    },
    hash: {
      en: 'The # of “{tag}” becomes part of the tag. Leave it to the theme.',
      ko: '“{tag}”의 #은 태그의 일부가 됩니다. 표시는 테마에 맡기세요.',
    },
    comma: {
      en: '“{tag}” is one tag, comma and all. Write one item for each.',
      ko: '“{tag:은/는}” 쉼표까지 포함한 태그 하나입니다. 항목을 나누세요.',
    },
    blank: {
      en: 'An empty item in “{key}”. Delete it.',
      ko: '“{key}”에 빈 항목이 있습니다. 지우세요.',
    },
    category: {
      en: '“{tag}” is a category as well, which makes two archives of one name. Keep it in one of them.',
      ko: '“{tag:은/는}” 카테고리에도 있어 같은 이름의 목록이 둘 생깁니다. 한쪽에만 두세요.',
    },
    uppercase: {
      en: '“{tag}” has capital letters. Write tags in lower case.',
      ko: '“{tag}”에 대문자가 있습니다. 태그는 소문자로 쓰세요.',
    },
    max: {
      en: '{count} tags; at most {limit} say what a post is about. Keep the best.',
      ko: '태그가 {count}개입니다(최대 {limit}개). 글의 주제를 말해 주는 것만 남기세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    const tags = listsOf(front.tags, /^tags?$/i)
    const categories = listsOf(front.categories, /^categor(?:y|ies)$/i)
    const categoryWords = new Set(categories.flatMap(({ children }) => children.map(({ text }) => comparable(text))))

    const checkItem = (field: FrontEntry, item: FrontEntry, index: number, seen: Map<string, FrontEntry>): void => {
      const { text: tag, valueRange } = item
      const word = comparable(tag)
      const dropping = { en: `Delete “${tag}”`, ko: `“${tag}” 삭제` }
      const first = seen.get(word)
      if (item.type === 'list' || item.type === 'map') return
      if (word === '') {
        // `null` and `~` are words that YAML takes for nothing.
        const isWord = item.type === 'null' && valueRange.end > valueRange.start
        const edit = isWord ? inQuotes(post, item) : withoutItem(post, field, index)
        report(valueRange, 'blank', { key: field.key }, suggest(isWord ? quoting : dropping, edit))
      } else if (first) {
        const related = [{ ...first.valueRange, kind: 'see' as const }]
        const edit = withoutItem(post, field, index)
        const fix = edit && { safe: true, edits: [edit] }
        if (first.text.trim() === tag.trim()) report(valueRange, 'repeated', { tag, key: field.key }, { related, fix })
        else report(valueRange, 'case', { tag, other: first.text }, { related, ...suggest(dropping, edit) })
      } else if (/^#\p{L}/u.test(tag) && post.source[valueRange.start] === '#') {
        const edits = [{ start: valueRange.start, end: valueRange.start + 1, text: '' }]
        report(valueRange, 'hash', { tag }, { fix: isQuoted(post, item) ? { safe: true, edits } : undefined })
      } else if (/[^,，、\d][,，、]\s*[^,，、\s\d]/.test(tag)) {
        report(valueRange, 'comma', { tag }, suggest(splitting, splitItem(post, field, item)))
      } else if (tags.includes(field) && categoryWords.has(word))
        report(valueRange, 'category', { tag }, { severity: 'info' })
      else if (options.case === 'lower' && tag !== tag.toLowerCase()) report(valueRange, 'uppercase', { tag })
      if (word !== '' && !first) seen.set(word, item)
    }

    for (const field of [...tags, ...categories]) {
      const seen = new Map<string, FrontEntry>()
      for (const [index, item] of field.children.entries()) checkItem(field, item, index, seen)
    }
    for (const { keyRange, children } of tags) {
      const [count, limit] = [children.length, options.max]
      if (limit > 0 && count > limit) report(keyRange, 'max', { count, limit }, { severity: 'info' })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 시장 구경\ntags: [시장, 서울, "C#", "1,000"]\ncategories: [여행]\n---\n\n<p>시장입니다.</p>\n',
      { post: '+++\ntags = ["a", "b", "c"]\n+++\n\nThree.\n', options: { max: 3, case: 'lower' } },
    ],
    bad: [
      {
        post: '---\ntitle: 시장\ntags: [시장, 서울, ⟦시장⟧]\n---\n\n<p>시장입니다.</p>\n',
        fixed: '---\ntitle: 시장\ntags: [시장, 서울]\n---\n\n<p>시장입니다.</p>\n',
        messages: ['repeated'],
      },
      {
        post: '---\ntags:\n  - "⟦#food⟧"\n  - bike\n  - ⟦Bike⟧\n  - "⟦⟧"\n---\n\n<p>By bike.</p>\n',
        fixed: '---\ntags:\n  - "food"\n  - bike\n  - Bike\n  - ""\n---\n\n<p>By bike.</p>\n',
      },
      { post: '+++\ntags = ["⟦早市, 成都⟧"]\n+++\n\n清晨五点。\n', messages: ['comma'] },
      { post: '---\ntags: [⟦朝⟧]\ncategories: [朝]\n---\n\n<p>朝五時。</p>\n', messages: ['category'] },
      {
        post: '---\n⟦tags⟧: [a, ⟦B⟧]\n---\n\n<p>Two.</p>\n',
        options: { max: 1, case: 'lower' },
        messages: ['max', 'uppercase'],
      },
    ],
  },
})
