import { brokenYamlValue, quotedYaml } from '../../src/analysis/fields/broken-value.ts'
import { rule } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const quoting = (post: Post, range: Range) => ({
  suggestions: [
    { title: { en: 'Put the value in quotes', ko: '값을 따옴표로 감싸기' }, edits: [quotedYaml(post, range)] },
  ],
})

const names = { yaml: 'YAML', toml: 'TOML', json: 'JSON', none: '' }

export default rule({
  summary: {
    en: 'Front matter starts the file and can be read to its end.',
    ko: '프런트매터는 파일 첫머리에 있고 끝까지 읽을 수 있어야 합니다.',
  },
  why: {
    en: 'What a generator cannot read it prints as text, or it refuses to build the site. Title, date and description are lost with it.',
    ko: '생성기는 읽지 못한 프런트매터를 본문으로 출력하거나 빌드를 멈춥니다. 제목, 날짜, 설명도 함께 사라집니다.',
  },
  source: [
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
    {
      authority: 'convention',
      title: 'Hugo: front matter',
      url: 'https://gohugo.io/content-management/front-matter/',
    },
    { authority: 'standard', title: 'YAML 1.2', url: 'https://yaml.org/spec/1.2.2/' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 10 },
  fixable: 'safe',
  messages: {
    missing: {
      en: 'A post without front matter: it gets no title of its own. Start the file with a `---` block.',
      ko: '프런트매터가 없어 글 제목을 정할 수 없습니다. 파일을 `---` 블록으로 시작하세요.',
    },
    late: {
      en: 'Something stands before the front matter, so generators print it as text. Make “{fence}” the first line.',
      ko: '프런트매터 앞에 다른 내용이 있어 생성기가 본문으로 출력합니다. “{fence}”를 첫 줄에 두세요.',
    },
    byteOrderMark: {
      en: 'An invisible byte order mark hides the front matter from generators. Delete it.',
      ko: '보이지 않는 바이트 순서 표시(BOM) 때문에 생성기가 프런트매터를 찾지 못합니다. 삭제하세요.',
    },
    unclosed: {
      en: 'The front matter that “{fence}” opens is never closed. End it with a line of its own.',
      ko: '“{fence}”로 연 프런트매터가 닫히지 않았습니다. 닫는 줄을 추가하세요.',
    },
    value: {
      en: 'The value of “{key}” cannot be read as {format}. Put it in quotes.',
      ko: '“{key}” 값을 {format} 형식으로 읽을 수 없습니다. 따옴표로 감싸세요.',
    },
    quotes: {
      en: 'The quotes around the value of “{key}” do not pair, or something follows them. Quote the whole value once.',
      ko: '“{key}” 값의 따옴표가 맞지 않거나 따옴표 뒤에 다른 내용이 있습니다. 값 전체를 한 번만 감싸세요.',
    },
    syntax: {
      en: 'Not valid {format} here, so the front matter cannot be read ({detail}).',
      ko: '여기서 {format} 문법이 어긋나 프런트매터를 읽을 수 없습니다.',
    },
    template: {
      en: '{format} takes the braces for a map before any template runs. Quote “{template}”.',
      ko: '템플릿이 실행되기 전에 {format:이/가} 중괄호를 맵으로 읽습니다. “{template}”를 따옴표로 감싸세요.',
    },
    duplicate: {
      en: '“{key}” is set twice; generators keep one of the two or refuse the file. Delete one.',
      ko: '“{key}” 키가 두 번 있습니다. 생성기는 하나만 쓰거나 오류를 냅니다. 하나를 지우세요.',
    },
    tab: {
      en: 'YAML forbids tabs as indentation. Use spaces.',
      ko: 'YAML은 탭 들여쓰기를 허용하지 않습니다. 공백을 쓰세요.',
    },
    notMap: {
      en: 'The front matter holds no `key: value` lines, so nothing of it is used. Write one key a line.',
      ko: '프런트매터에 `key: value` 줄이 없어 아무것도 쓰이지 않습니다. 한 줄에 키를 하나씩 쓰세요.',
    },
    complexKey: {
      en: 'A key that is not a plain word; generators ignore it or stop. Write `key: value`.',
      ko: '키가 단순한 낱말이 아니어서 생성기가 무시하거나 멈춥니다. `key: value`로 쓰세요.',
    },
    alias: {
      en: 'postlint does not follow “{alias}” to a list or map. Write the value out to have it checked.',
      ko: 'postlint는 목록이나 맵을 가리키는 “{alias:을/를}” 따라가지 않습니다. 검사하려면 값을 직접 쓰세요.',
    },
  },
  check: ({ post, report }) => ({
    problem(found) {
      if (found.kind !== 'front-matter') return
      const { range, detail } = found
      const format = names[post.front.format]
      switch (found.code) {
        case 'missing':
        case 'tab':
          return report(range, found.code, {})
        case 'not-first':
          return report(range, 'late', { fence: detail })
        case 'bom': {
          const fix = range.end > range.start ? { safe: true, edits: [{ ...range, text: '' }] } : undefined
          return report(range, 'byteOrderMark', {}, { fix })
        }
        case 'unclosed':
          return report(range, 'unclosed', { fence: detail })
        case 'template':
          return report(range, 'template', { template: detail, format }, quoting(post, range))
        case 'duplicate-key': {
          const related = found.see && [{ ...found.see, kind: 'see' as const }]
          return report(range, 'duplicate', { key: detail }, { related })
        }
        case 'not-a-map':
          return report(range, 'notMap', {})
        case 'complex-key':
          return report(range, 'complexKey', {})
        case 'alias':
          return report(range, 'alias', { alias: detail }, { severity: 'info' })
        case 'syntax': {
          const value = brokenYamlValue(post, range)
          if (!value) return report(range, 'syntax', { format, detail })
          if (value.isQuoted) return report(range, 'quotes', { key: value.key })
          return report(range, 'value', { key: value.key, format }, quoting(post, range))
        }
      }
    },
  }),
  examples: {
    good: [
      '---\ntitle: "점심시간 산책: 덕수궁 돌담길"\ndate: 2024-05-02 09:00:00 +0900\ntags: [산책, 서울]\n---\n\n<p>정동길에서 시작합니다.</p>\n',
      '---\ntitle: "{{ page.name }}"\nexcerpt: >\n  봄에 걷기 좋은 길을\n  세 곳 골랐습니다.\n...\n\n<p>첫 번째 길입니다.</p>\n',
      '+++\ntitle = "Choosing a bike light"\ndate = 2024-05-02T09:00:00+09:00\n[params]\ncover = "light.jpg"\n+++\n\nStart with the mount.\n',
      '{\n  "title": "自転車のライト",\n  "tags": ["自転車"]\n}\n\n取り付け方から見ていきます。\n',
      '---\n\nA line above means nothing here.\n\n---\n\nAnother paragraph.\n',
      '---\nimage: &cover /img/harbour.jpg\nthumbnail: *cover\n---\n\n<p>港口的早晨。</p>\n',
      '<p>이 조각은 머리말이 없는 파일입니다.</p>\n',
    ],
    bad: [
      {
        post: '---\ntitle: ⟦[속보] 한강 자전거길 일부 통제⟧\ndate: 2024-07-19\n---\n\n<p>오늘부터 통제합니다.</p>\n',
        messages: ['value'],
      },
      { post: '---\ntitle: ⟦Lights: which one to buy⟧\n---\n\n<p>Two kinds.</p>\n', messages: ['value'] },
      { post: '---\ntitle: ⟦"Lights" for beginners⟧\n---\n\n<p>Two kinds.</p>\n', messages: ['quotes'] },
      { post: '---\ntitle: ⟦{{ page.name }}⟧\n---\n\n<p>Two kinds.</p>\n', messages: ['template'] },
      { post: '---\ntitle: 渋谷を歩く\ntags: [街]\n⟦title⟧: 渋谷\n---\n\n<p>駅から。</p>\n', messages: ['duplicate'] },
      { post: '---\nauthor:\n⟦\t⟧name: 김하늘\n---\n\n<p>안녕하세요.</p>\n', messages: ['tab'] },
      { post: '---\n⟦- 산책⟧\n- 서울\n---\n\n<p>정동길에서 시작합니다.</p>\n', messages: ['notMap'] },
      { post: '---\ntitle: 早市\n? ⟦[a, b]⟧\n: c\n---\n\n<p>清晨五点。</p>\n', messages: ['complexKey'] },
      { post: '---\nfrom: &a [서울]\nto: ⟦*a⟧\n---\n\n<p>출발합니다.</p>\n', messages: ['alias'] },
      { post: '⟦---⟧\ntitle: 닫지 않은 머리말\ndate: 2024-05-02\n\n<p>본문입니다.</p>\n', messages: ['unclosed'] },
      { post: '\n⟦---⟧\ntitle: 한 줄 늦은 머리말\n---\n\n<p>본문입니다.</p>\n', messages: ['late'] },
      { post: '⟦Prose only, without front matter.⟧\n', path: '_posts/2024-05-02-light.md', messages: ['missing'] },
      { post: '+++\ntitle = ⟦Choosing a light⟧\n+++\n\nTwo kinds.\n', messages: ['syntax'] },
      {
        post: '⟦\uFEFF⟧---\ntitle: 숨은 표시\n---\n\n<p>본문입니다.</p>\n',
        fixed: '---\ntitle: 숨은 표시\n---\n\n<p>본문입니다.</p>\n',
        messages: ['byteOrderMark'],
      },
    ],
  },
})
