import { distance } from 'fastest-levenshtein'
import { knownKeys } from '../../src/analysis/fields/known-keys.ts'
import { flag, int, list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

/** Keys shorter than this are too often one letter away from another word. */
const shortest = 4
/** Two letters wrong need a word of this length to be the same word still. */
const longEnoughForTwo = 8

const isSwapped = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

/** `tag` and `tags`, `title2`, `date_end`: other keys on purpose. */
const isVariant = (key: string, known: string): boolean =>
  key.replace(/[-_]/g, '') === known.replace(/[-_]/g, '') ||
  key.startsWith(known) ||
  known.startsWith(key) ||
  /\d/.test(key) ||
  key.replace(/ies$|s$|y$/, '') === known.replace(/ies$|s$|y$/, '')

/** The known key that a key most likely means. */
const meantBy = (key: string, known: Iterable<string>, limit: number): string | undefined => {
  if (key.length < shortest || key.length > 40) return undefined
  const allowed = Math.min(limit, key.length >= longEnoughForTwo ? 2 : 1)
  for (const candidate of known) {
    if (Math.abs(candidate.length - key.length) > 2 || candidate.length < shortest || isVariant(key, candidate))
      continue
    // The first letter is hardly ever the wrong one.
    if (candidate[0] === key[0] && (distance(key, candidate) <= allowed || isSwapped(key, candidate))) return candidate
  }
  return undefined
}

export default rule({
  summary: {
    en: 'Front-matter keys are spelt as generators read them.',
    ko: '프런트매터 키는 생성기가 읽는 철자로 씁니다.',
  },
  why: {
    en: 'A misspelt key is no error: the generator finds no `categories`, says nothing, and the post is missing from its list.',
    ko: '철자가 틀린 키는 오류가 되지 않습니다. 생성기는 `categories`를 찾지 못해도 아무 말이 없고 글은 목록에서 빠집니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Hugo: front matter fields',
      url: 'https://gohugo.io/content-management/front-matter/',
    },
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
    { authority: 'convention', title: 'Hexo: front matter', url: 'https://hexo.io/docs/front-matter' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  options: {
    allow: list([], { en: 'Further keys that the site uses', ko: '사이트에서 쓰는 키를 추가함' }),
    maxDistance: int(
      2,
      { en: 'Most letters in which a misspelt key may differ', ko: '철자가 다를 수 있는 글자 수' },
      { minimum: 1, maximum: 3 },
    ),
    strictKeys: flag(false, { en: 'Report every key that is not known', ko: '알려지지 않은 키를 모두 보고함' }),
  },
  messages: {
    misspelt: {
      en: 'Generators do not know “{key}” and ignore it. Write “{meant}”.',
      ko: '생성기는 “{key:을/를}” 모르고 무시합니다. “{meant:으로/로}” 쓰세요.',
    },
    unknown: {
      en: '“{key}” is not a known key. Delete it, or allow it in the configuration.',
      ko: '“{key:은/는}” 알려지지 않은 키입니다. 지우거나 설정에서 허용하세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    const generator = likelyGenerator(post)
    const known = knownKeys(generator)
    const allowed = new Set(options.allow)
    const ignoresCase = generator === 'hugo' || generator === 'any'
    for (const { key, keyRange } of front.broken ? [] : front.entries) {
      const lower = key.toLowerCase()
      const proper = known.get(lower)
      if (allowed.has(key) || (proper !== undefined && (ignoresCase || proper === key))) continue
      const near = proper === undefined ? meantBy(lower, known.keys(), options.maxDistance) : lower
      const meant = near === undefined ? undefined : known.get(near)
      // Where the known key is there as well, the other is one of its own.
      if (meant !== undefined && !front.get(meant)) {
        const edits = [{ ...keyRange, text: meant }]
        const suggestions = [{ title: { en: `Rename to “${meant}”`, ko: `“${meant}” 쓰기` }, edits }]
        report(keyRange, 'misspelt', { key, meant }, { suggestions })
      } else if (options.strictKeys) report(keyRange, 'unknown', { key })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 돌담길\ntag: 산책\nfeature_text: 봄\nmath: true\ntitle_en: Wall\n---\n\n<p>정동길입니다.</p>\n',
      '+++\nTitle = "築地の朝"\nDate = 2024-05-02\n+++\n\n朝五時。\n',
      { post: '---\ntitle: Lights\nsumary: Two kinds\n---\n\n<p>Lights.</p>\n', options: { allow: ['sumary'] } },
      { post: '---\ntitle: Lights\ncatagores: bike\n---\n\n<p>Lights.</p>\n', options: { maxDistance: 1 } },
    ],
    bad: [
      { post: '---\ntitle: 돌담길\n⟦catagories⟧: [산책]\n---\n\n<p>정동길입니다.</p>\n', messages: ['misspelt'] },
      {
        path: '_posts/2024-05-02-light.md',
        post: '---\n⟦Title⟧: Lights\n⟦dtae⟧: 2024-05-02\n---\n\nTwo kinds.\n',
        messages: ['misspelt', 'misspelt'],
      },
      {
        post: '---\ntitle: 早市\n⟦weather⟧: 晴\n---\n\n<p>清晨五点。</p>\n',
        options: { strictKeys: true },
        messages: ['unknown'],
      },
    ],
  },
})
