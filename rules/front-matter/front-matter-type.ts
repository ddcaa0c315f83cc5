import { readDate } from '../../src/analysis/fields/dates.ts'
import {
  dateFields,
  isReadOtherwise,
  readsAsTruth,
  switches,
  themeSwitches,
  truthOf,
} from '../../src/analysis/fields/field-types.ts'
import { asList, inQuotes, wholeValue } from '../../src/analysis/fields/front-edits.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import type { FrontEntry, Post } from '../../src/post/post.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

const listing = (post: Post, entry: FrontEntry): SuggestedChange[] => {
  const edit = asList(post, entry)
  return edit ? [{ title: { en: 'Write a list', ko: '목록으로 바꾸기' }, edits: [edit] }] : []
}

export default rule({
  summary: {
    en: 'Fields have the type that generators expect.',
    ko: '프런트매터 값은 생성기가 기대하는 형식이어야 합니다.',
  },
  why: {
    en: 'The text "false" is not the value false: themes and generators may take it for true, and a post meant to stay hidden is published. Tags that are no list get lost or are cut apart in the wrong places.',
    ko: '텍스트 "false"는 값 false가 아니어서 테마와 생성기가 참으로 볼 수 있고, 숨기려던 글이 공개됩니다. 목록이 아닌 태그는 사라지거나 엉뚱한 곳에서 잘립니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Hugo: front matter fields',
      url: 'https://gohugo.io/content-management/front-matter/',
    },
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
  ],
  presets: { recommended: 'error', strict: 'error' },
  score: { category: 'structure', weight: 3 },
  fixable: 'safe',
  messages: {
    switch: {
      en: '“{key}” is the text “{value}”, which may count as true. Write {meant} without quotes.',
      ko: '“{key}” 값이 텍스트 “{value}”여서 참으로 취급될 수 있습니다. 따옴표 없이 {meant:으로/로} 쓰세요.',
    },
    unclear: {
      en: '“{key}” must be true or false, not “{value}”.',
      ko: '“{key}”에는 “{value:이/가}” 아니라 true나 false를 쓰세요.',
    },
    list: {
      en: '“{key}” must be a list of words; this is none, so generators drop it or stop. Write [a, b].',
      ko: '“{key}” 값이 단어 목록이 아니어서 생성기가 버리거나 멈춥니다. [a, b]처럼 쓰세요.',
    },
    commas: {
      en: '“{key}” is one text: generators do not split it at commas. Write a list.',
      ko: '“{key}” 값이 텍스트 하나라서 생성기가 쉼표로 나누지 않습니다. 목록으로 쓰세요.',
    },
    text: {
      en: '“{key}” is read as something else than the text “{value}”. Put it in quotes.',
      ko: '“{key}” 값 “{value:이/가}” 텍스트로 읽히지 않습니다. 따옴표로 감싸세요.',
    },
    date: {
      en: '“{key}” must be a date. Write YYYY-MM-DD.',
      ko: '“{key}” 값은 날짜여야 합니다. YYYY-MM-DD로 쓰세요.',
    },
    image: {
      en: 'Jekyll’s SEO tag expects one image (or a map with `path`) in “{key}”, not a list. Keep one.',
      ko: 'Jekyll의 SEO 태그는 “{key}”에 이미지 하나(또는 `path`가 있는 맵)를 기대합니다. 하나만 남기세요.',
    },
  },
  check({ post, report }) {
    const generator = likelyGenerator(post)

    const checkSwitch = (entry: FrontEntry, isOwn: boolean): void => {
      const { key, type, text, valueRange } = entry
      const isEmpty = type !== 'text' || text.trim() === '' || /\{\{|<%/.test(text)
      const truth = isEmpty ? undefined : truthOf(text)
      // `published` is a date in Hugo, and themes give many other words a meaning.
      const isUnclear = type === 'number' || (!isEmpty && truth === undefined && readDate(text).kind === 'words')
      if (isOwn && isUnclear) report(valueRange, 'unclear', { key, value: text })
      if (truth === undefined || readsAsTruth(post, entry, generator)) return
      if (!isOwn && truth) return
      const meant = String(truth)
      const edits = [{ ...wholeValue(post, entry), text: meant }]
      const fix = /^(?:true|false)$/i.test(text.trim()) ? { safe: true, edits } : undefined
      const suggestions = fix ? [] : [{ title: { en: `Write ${meant}`, ko: `${meant} 쓰기` }, edits }]
      report(valueRange, 'switch', { key, value: text, meant }, { fix, suggestions })
    }

    const checkList = (entry: FrontEntry): void => {
      const { key, type, text, valueRange } = entry
      if (['number', 'boolean', 'date', 'map'].includes(type)) report(valueRange, 'list', { key })
      else if (type === 'text' && generator !== 'any' && /[^,，、][,，、]./.test(text) && !text.includes('{{'))
        report(valueRange, 'commas', { key }, { severity: 'warn', suggestions: listing(post, entry) })
    }

    const checkText = (entry: FrontEntry): void => {
      const { key, text, valueRange } = entry
      if (!isReadOtherwise(post, entry, generator)) return
      const own = post.source.slice(valueRange.start, Math.min(valueRange.end, valueRange.start + 60))
      const title = { en: 'Put the value in quotes', ko: '값을 따옴표로 감싸기' }
      const suggestions = [{ title, edits: [inQuotes(post, entry)] }]
      report(valueRange, 'text', { key, value: text || own }, { suggestions })
    }

    for (const entry of post.front.broken ? [] : post.front.entries) {
      const key = entry.key.toLowerCase()
      if (switches.has(key)) checkSwitch(entry, true)
      else if (themeSwitches.has(key)) checkSwitch(entry, false)
      else if (key === 'tags' || key === 'categories') checkList(entry)
      else if (key === 'title' || (key === 'lang' && entry.type !== 'list')) checkText(entry)
      else if (dateFields.has(key)) {
        const isWords = entry.type === 'text' && /^[^{<]+$/.test(entry.text) && readDate(entry.text).kind === 'words'
        if (isWords || /^(?:list|map|boolean)$/.test(entry.type)) report(entry.valueRange, 'date', { key: entry.key })
      } else if (key === 'image' && entry.type === 'list' && generator === 'jekyll')
        report(entry.valueRange, 'image', { key: entry.key })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길\ndate: 2024-05-02\ndraft: false\ncomments: yes\ntags: [산책, 2024]\n---\n\n<p>정동길.</p>\n',
      {
        path: '_posts/2024-05-02-light.html',
        post: '---\ntitle: "1984"\ntags: bike light\npublished: no\n---\n\n<p>Lights.</p>\n',
      },
      '+++\ntitle = "築地の朝"\npublished = "2024-05-02"\ntoc = "true"\n+++\n\n朝五時。\n',
      '---\ntitle: 1984\ntags: GHC, Servant\nimage: [a.png]\ntoc: left\n---\n\n<p>A site of another kind.</p>\n',
    ],
    bad: [
      {
        post: '---\ntitle: 초안\ndraft: "⟦false⟧"\ncomments: \'⟦no⟧\'\n---\n\n<p>본문입니다.</p>\n',
        fixed: "---\ntitle: 초안\ndraft: false\ncomments: 'no'\n---\n\n<p>본문입니다.</p>\n",
        messages: ['switch', 'switch'],
      },
      {
        post: '---\ntitle: Lights\ndraft: ⟦maybe⟧\ndate: ⟦next Tuesday⟧\n---\n\n<p>Two kinds.</p>\n',
        messages: ['unclear', 'date'],
      },
      { post: '---\ntitle: 早市\ntags: ⟦2024⟧\n---\n\n<p>清晨五点。</p>\n', messages: ['list'] },
      {
        path: '_posts/2024-05-02-light.html',
        post: '---\ntitle: Lights\ntags: ⟦bike, light⟧\nimage: ⟦[a.png, b.png]⟧\n---\n\n<p>Lights.</p>\n',
        messages: ['commas', 'image'],
      },
      { post: '---\ntitle: ⟦[공지]⟧\nlang: ⟦no⟧\n---\n\n<p>본문입니다.</p>\n', messages: ['text', 'text'] },
      { post: '---\ntitle: ⟦1.10⟧\n---\n\n<p>What is new in this version.</p>\n', messages: ['text'] },
    ],
  },
})
