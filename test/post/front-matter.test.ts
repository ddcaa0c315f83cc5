import { describe, expect, it } from 'vitest'
import { parseFrontMatter, scalarMap } from '../../src/post/front-matter.ts'
import { loadParts } from '../../src/post/parts.ts'
import type { FrontEntry, Generator } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

await loadParts()

const parse = (source: string, generator: Generator = 'any', sitePath = 'post.md') =>
  parseFrontMatter(source, { generator, sitePath })

/** Every entry below, with the source of its key and value. */
const shown = (source: string, entries: readonly FrontEntry[]): string[] =>
  entries.flatMap((entry) => [
    `${entry.path} | ${entry.type} | ${cut(source, entry.keyRange)} | ${cut(source, entry.valueRange)} | ${entry.text}`,
    ...shown(source, entry.children),
  ])
const cut = (source: string, { start, end }: Range): string => source.slice(start, end)
const problemsOf = (source: string, generator: Generator = 'any', sitePath = 'post.md'): string[] =>
  parse(source, generator, sitePath).problems.map((problem) =>
    problem.kind === 'budget' ? problem.budget : `${problem.code}: ${cut(source, problem.range)}`,
  )

describe('YAML front matter', () => {
  it('gives a range for every key and value at any depth', () => {
    const source = [
      '---',
      'title: "점심 산책"',
      "author: { name: 'Kim''s', 'home': null }",
      'tags:',
      '  - 서울',
      '  - 3',
      'date: 2024-05-02 09:00:00 +0900',
      'draft: false',
      'excerpt: >',
      '  첫 줄과',
      '  둘째 줄.',
      '',
      'lead: |2-',
      '   들여 쓴 줄',
      '---',
      '본문',
    ].join('\n')
    const { front, problems } = parse(source)
    expect(problems).toEqual([])
    expect(shown(source, front.entries)).toEqual([
      'title | text | title | 점심 산책 | 점심 산책',
      "author | map | author | { name: 'Kim''s', 'home': null } | ",
      "author.name | text | name | Kim''s | Kim's",
      'author.home | null | home | null | ',
      'tags | list | tags | - 서울\n  - 3 | ',
      'tags.0 | text | 서울 | 서울 | 서울',
      'tags.1 | number | 3 | 3 | 3',
      'date | date | date | 2024-05-02 09:00:00 +0900 | 2024-05-02 09:00:00 +0900',
      'draft | boolean | draft | false | false',
      'excerpt | text | excerpt | 첫 줄과\n  둘째 줄. | 첫 줄과 둘째 줄.',
      'lead | text | lead |  들여 쓴 줄 |  들여 쓴 줄',
    ])
    expect(cut(source, front.open)).toBe('---')
    expect(source.slice(front.range.end)).toBe('본문')
    expect(front.get('title')?.text).toBe('점심 산책')
    expect(front.get('tags.0')).toBeUndefined()
  })

  it.each(['\r\n', '\r'])('reads lines that end in %j', (lineBreak) => {
    const source = ['---', 'title: 산책', 'excerpt: >-', '  한 줄', '  두 줄', '...', '본문'].join(lineBreak)
    const { front, problems } = parse(source)
    expect(problems).toEqual([])
    expect(front.entries.map(({ text }) => text)).toEqual(['산책', '한 줄 두 줄'])
    expect(source.slice(front.range.end)).toBe('본문')
  })

  it('takes an alias for the scalar it names, and does not follow others', () => {
    const source = '---\na: &x cover.jpg\nb: *x\nc: &y [1]\nd: *y\n---\n'
    expect(parse(source).front.get('b')?.text).toBe('cover.jpg')
    expect(problemsOf(source)).toEqual(['alias: *y'])
  })

  it('keeps what it can read after an error', () => {
    const source = '---\ntitle: [속보] 통제\ntags: [길]\nlist:\n  - "열린 따옴표\ndate: 2024-07-19\n---\n본문\n'
    const { front } = parse(source)
    expect(front.broken).toBe(true)
    expect(shown(source, front.entries).filter((line) => /^(title|tags|date) /.test(line))).toEqual([
      'title | text | title | [속보] 통제 | [속보] 통제',
      'tags | list | tags | [길] | ',
      'date | date | date | 2024-07-19 | 2024-07-19',
    ])
    expect(problemsOf(source)).toHaveLength(2)
    expect(problemsOf(source)[0]).toBe('syntax: [속보] 통제')
  })

  it.each([
    ['---\ntitle: a: b\n---\n', ['syntax: a: b']],
    ['---\ntitle: [x\ndate: 2024-05-02\n---\n', ['syntax: [x']],
    ['---\na: 1\nb:\n  c: 1\n  c: 2\na: 3\n---\n', ['duplicate-key: c', 'duplicate-key: a']],
    ['---\na:\n\tb: 1\n---\n', ['tab: \t']],
    ['---\ntitle: {{ page.name }}\n---\n', ['template: {{ page.name }}']],
    ['---\ntitle: {{ page.name }} too\n---\n', ['template: {{ page.name }} too']],
    ['---\ntitle: {% include t %}\n---\n', ['template: {% include t %}']],
    ['---\n- a\n- b\n---\n', ['not-a-map: - a']],
    ['---\n? [a]\n: b\n---\n', ['complex-key: [a]']],
    ['---\ntitle: 산책\n\n본문입니다.\n', ['unclosed: ---']],
    ['\n\n---\ntitle: 산책\n---\n', ['not-first: ---']],
    ['<!-- 초안 -->\n---\ntitle: 산책\n---\n', ['not-first: ---']],
    ['\uFEFF---\ntitle: 산책\n---\n', ['bom: \uFEFF']],
  ])('names what is wrong with %j', (source, expected) => {
    expect(problemsOf(source)).toEqual(expected)
  })

  it('starts the body behind the last line that looks like front matter when the fence is never closed', () => {
    const source = '---\ntitle: 산책\ntags:\n  - 서울\n\n<p>본문: 시작합니다.</p>\n'
    expect(source.slice(parse(source).front.range.end)).toBe('\n<p>본문: 시작합니다.</p>\n')
  })

  it('leaves a thematic break to Markdown', () => {
    for (const source of ['---\n\nProse.\n\n---\n\nMore.\n', '---\n# A heading\n\nProse.\n\n---\n', '---\nProse.\n']) {
      expect(parse(source)).toMatchObject({ front: { format: 'none', range: { start: 0, end: 0 } }, problems: [] })
    }
    expect(parse('---\n---\nEmpty front matter.\n').front.format).toBe('yaml')
  })
})

describe('TOML front matter', () => {
  const source = [
    '+++',
    'title = "돌담길 \\"산책\\""',
    'date = 2024-05-02T09:00:00+09:00',
    'draft = true',
    '[params]',
    "cover.image = 'wall.jpg'",
    '[[resources]]',
    'src = "a.jpg"',
    '[[resources]]',
    'src = "b.jpg"',
    '+++',
    'Body',
  ].join('\n')

  it('gives a range for every key and value at any depth', () => {
    const { front, problems } = parse(source)
    expect(problems).toEqual([])
    expect(front.format).toBe('toml')
    expect(shown(source, front.entries)).toEqual([
      'title | text | title | 돌담길 \\"산책\\" | 돌담길 "산책"',
      'date | date | date | 2024-05-02T09:00:00+09:00 | 2024-05-02T09:00:00+09:00',
      'draft | boolean | draft | true | true',
      "params | map | params | [params]\ncover.image = 'wall.jpg' | ",
      "params.cover | map | cover | 'wall.jpg' | ",
      'params.cover.image | text | image | wall.jpg | wall.jpg',
      expect.stringContaining('resources | list | resources |'),
      expect.stringContaining('resources.0 | map |'),
      'resources.0.src | text | src | a.jpg | a.jpg',
      expect.stringContaining('resources.1 | map |'),
      'resources.1.src | text | src | b.jpg | b.jpg',
    ])
    expect(front.image?.value).toBe('wall.jpg')
  })

  it('keeps the simple lines after an error', () => {
    const broken = '+++\ntitle = "산책"\ndraft = yes\n+++\n'
    expect(problemsOf(broken)).toEqual(['syntax: yes'])
    expect(parse(broken).front.title?.value).toBe('산책')
    expect(problemsOf('+++\na = 1\na = 2\n+++\n')).toEqual(['duplicate-key: a'])
    expect(problemsOf('+++\ntitle = "산책"\n\nBody\n')).toEqual(['unclosed: +++'])
  })
})

describe('JSON front matter', () => {
  it('reads an object at the very start', () => {
    const source = '{\n\t"title": "朝市 \\u2014 築地",\n\t"tags": ["街"]\n}\n\n本文\n'
    const { front, problems } = parse(source)
    expect(problems).toEqual([])
    expect(shown(source, front.entries)).toEqual([
      'title | text | title | 朝市 \\u2014 築地 | 朝市 — 築地',
      'tags | list | tags | ["街"] | ',
      'tags.0 | text | 街 | 街 | 街',
    ])
    expect(source.slice(front.range.end)).toBe('\n本文\n')
  })

  it('reads members without braces, as Hexo writes them', () => {
    for (const source of [
      ';;;\n"title": "朝市",\n"draft": true\n;;;\n本文\n',
      '"title": "朝市",\n"draft": true\n;;;\n本文\n',
    ]) {
      const { front, problems } = parse(source, 'hexo')
      expect(problems).toEqual([])
      expect(front.format).toBe('json')
      expect(cut(source, front.title?.valueRange ?? front.range)).toBe('朝市')
      expect(source.slice(front.range.end)).toBe('本文\n')
    }
  })

  it('is stricter than YAML', () => {
    expect(problemsOf('{"title": "a",}\n')).toEqual([expect.stringMatching(/^syntax: /)])
    expect(problemsOf('{"title": "a" // b\n}\n')).toEqual([expect.stringMatching(/^syntax: /)])
    expect(problemsOf('{"a": 1, "a": 2}\n')).toEqual(['duplicate-key: a'])
    expect(parse('{"title": "a",}\n').front.title?.value).toBe('a')
  })

  it.each(['{{ page.title }}\n', '{% include a.html %}\n', '{: .note }\n', '{"'])(
    'leaves %j alone or reports it',
    (source) => {
      expect(['none', 'json']).toContain(parse(source).front.format)
      expect(parse(source).front.format === 'json').toBe(source === '{"')
    },
  )
})

describe('missing front matter', () => {
  it.each([
    ['jekyll', '_posts/2024-05-02-walk.md', 1],
    ['any', '_posts/2024-05-02-walk.md', 1],
    ['hugo', 'content/posts/walk.md', 1],
    ['hugo', 'content/about.md', 0],
    ['any', 'notes/walk.md', 0],
  ] as const)('is a problem where %s takes its posts from (%s)', (generator, sitePath, count) => {
    expect(problemsOf('Prose.\n', generator, sitePath)).toHaveLength(count)
    expect(problemsOf('<!doctype html>\n<p>Page.\n', generator, sitePath)).toEqual([])
  })
})

describe('fields by meaning', () => {
  it('follows the order of the generator', () => {
    const source = '---\nexcerpt: 발췌\nsummary: 요약\ndescription: 설명\nfeature_text: 머리\n---\n'
    const keys = (generator: Generator) => parse(source, generator).front.summary?.all.map(({ key }) => key)
    expect(keys('jekyll')).toEqual(['description', 'excerpt', 'summary', 'feature_text'])
    expect(keys('hugo')).toEqual(['description', 'summary', 'excerpt', 'feature_text'])
  })

  it('takes the first key that says something', () => {
    const { front } = parse('---\ndescription:\nexcerpt: 발췌\n---\n')
    expect(front.summary).toMatchObject({ key: 'excerpt', value: '발췌' })
    expect(front.summary?.all).toHaveLength(2)
  })

  it('reads dates and drafts off the path', () => {
    expect(parse('Prose', 'jekyll', '_posts/2024-5-2-walk.md').front.date?.value).toBe('2024-05-02')
    expect(parse('Prose', 'hugo', 'content/posts/2024-05-02-walk/index.md').front.date?.value).toBe('2024-05-02')
    expect(parse('Prose', 'jekyll', '_drafts/walk.md').front.draft?.value).toBe('true')
    expect(parse('Prose', 'any', 'walk.md').front.date).toBeUndefined()
  })

  it('knows `published` as a flag and as a date', () => {
    expect(parse('---\npublished: false\n---\n', 'jekyll').front.draft?.value).toBe('true')
    const { front } = parse('---\npublished: 2024-05-02\n---\n', 'hugo')
    expect([front.draft, front.date?.value]).toEqual([undefined, '2024-05-02'])
  })

  it('looks into maps, and in Hugo past the case of keys', () => {
    const { front } = parse('---\nTitle: 산책\ncover:\n  image: wall.jpg\n---\n', 'hugo')
    expect([front.title?.value, front.image?.value]).toEqual(['산책', 'wall.jpg'])
    expect(parse('---\nTitle: 산책\n---\n', 'jekyll').front.title).toBeUndefined()
  })
})

describe('scalarMap', () => {
  /** The text with every character replaced by what its place in the source holds. */
  const mapped = (source: string): string => {
    const entry = parse(source).front.entries[0] as FrontEntry
    const map = scalarMap(entry, source)
    return [...entry.text].map((_, at) => source[map(at) ?? -1] ?? '?').join('')
  }

  it.each([
    ['---\na: plain text\n---\n', 'plain text'],
    ['---\na: plain\n  folded\n---\n', 'plain\nfolded'],
    ['---\na: >\n  one\n  two\n\n  three\n---\n', 'one\ntwo\nthree'],
    ['---\na: |\n  one\n  two\n---\n', 'one\ntwo'],
    ["---\na: 'it''s'\n---\n", "it's"],
    ['---\na: "a\\tb\\u0041c"\n---\n', 'a\\b\\c'],
    ['+++\na = """\none \\\n   two"""\n+++\n', 'one two'],
  ])('finds each character of %j', (source, expected) => {
    expect(mapped(source)).toBe(expected)
  })

  it('ends where the value ends', () => {
    const source = '---\na: >\n  one\n  two\n---\n'
    const entry = parse(source).front.entries[0] as FrontEntry
    expect(scalarMap(entry, source)(entry.text.length)).toBe(entry.valueRange.end)
  })

  it('answers nothing where source and text do not agree', () => {
    const source = '---\na: &x one\nb: *x\n---\n'
    const alias = parse(source).front.get('b') as FrontEntry
    expect([0, 1, 2, 3].map(scalarMap(alias, source))).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('bounds', () => {
  it.each([
    ['lists', '- '.repeat(10_000)],
    ['brackets', `a: ${'['.repeat(30_000)}`],
    ['keys', '? '.repeat(500)],
    ['maps without commas', `a: {${'b: c\n '.repeat(8_000)}}`],
    ['levels', Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('stops at too deep %s', (_, inner) => {
    const started = performance.now()
    const { front, problems } = parse(`---\n${inner}\n---\nBody\n`)
    expect(front.broken).toBe(true)
    expect(problems).toMatchObject([{ kind: 'budget', budget: 'front-matter-depth', limit: 64 }])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('stops at too deep TOML', () => {
    expect(problemsOf(`+++\na = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n+++\n`)).toEqual(['front-matter-depth'])
    expect(problemsOf(`+++\n${'a.'.repeat(20_000)}b = 1\n+++\n`)).toEqual(['front-matter-depth'])
  })

  it('does not read more than 64 KiB', () => {
    const source = `---\n${'title: a\n'.repeat(10_000)}---\nBody\n`
    expect(problemsOf(source)).toEqual(['front-matter-size'])
    expect(source.slice(parse(source).front.range.end)).toBe('Body\n')
  })

  it('survives what was made to break it, with ranges inside the source', () => {
    const pieces = ['&a ', '*a, ', '!x ', '%\n', '\t}\n', 'a: [}\n', 'a: "', "'", ': ', '- - \n', '#\n', '\r', 'a: |\n']
    for (const piece of pieces) {
      for (const fence of ['---', '+++', ';;;']) {
        const source = `${fence}\nk: ${piece.repeat(300)}\n${fence}\n`
        const { front, problems } = parse(source, 'hexo')
        for (const range of [front.range, front.inner, ...problems.map((problem) => problem.range)]) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeGreaterThanOrEqual(range.start)
          expect(range.end).toBeLessThanOrEqual(source.length)
        }
      }
    }
  })
})
