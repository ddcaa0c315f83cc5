import { describe, expect, it } from 'vitest'
import type { PostResult } from '../../src/engine/finding.ts'
import type { RuleEntry } from '../../src/engine/rule.ts'
import { escapeLine } from '../../src/report/escape.ts'
import type { Formatter, RunError } from '../../src/report/formatter.ts'
import { formats } from '../../src/report/index.ts'
import { payloads } from './hostile.ts'
import {
  type Reading,
  readAzure,
  readGithub,
  readHtml,
  readJson,
  readJsonLines,
  readLines,
  readMarkdown,
  readXml,
} from './readers.ts'
import { reportOf, resultOf } from './support.ts'

// Every hostile text in every place that a stranger can write, in every format: read back, the report has the shape that
// it has with a harmless text, and nothing in it is obeyed on the way.

const readers: Readonly<Record<string, (text: string) => Reading>> = {
  pretty: readLines,
  compact: readLines,
  json: readJson,
  jsonl: readJsonLines,
  markdown: readMarkdown,
  html: readHtml,
  sarif: readJson,
  github: readGithub,
  gitlab: readJson,
  azure: readAzure,
  rdjson: readJson,
  checkstyle: readXml,
  junit: readXml,
  // How many lines a post has, and whether one is long, shows in numbers.
  blob: (text) => readJsonLines(text.replace(/(?<="lines":\[)[\d,]*|,"bytesBefore":\d+/g, '')),
}

const HARMLESS = 'harmless'
const ruleId = 'acme/some-rule'

/** What can hold a stranger's text. */
interface Texts {
  readonly path?: string
  readonly message?: string
  readonly source?: string
  readonly title?: string
  readonly inserted?: string
  readonly why?: string
  readonly error?: Partial<RunError>
}

const fields: Readonly<Record<string, (text: string) => Texts>> = {
  'the file name': (path) => ({ path: `_posts/${path}` }),
  'the file name, from its start': (path) => ({ path }),
  'the message': (message) => ({ message }),
  'the source': (source) => ({ source }),
  'the title of a suggestion': (title) => ({ title }),
  'the text of a fix': (inserted) => ({ inserted }),
  'the texts of a rule': (why) => ({ why }),
  'what stopped a file': (message) => ({ error: { message, file: 'a.md', line: 1, column: 2 } }),
  'the hint': (hint) => ({ error: { message: 'No.', hint } }),
  'the file that was stopped': (file) => ({ error: { message: 'No.', file } }),
}

const ruleOf = (text: string): RuleEntry => ({
  id: ruleId,
  family: 'acme',
  rule: {
    summary: { en: text, ko: text },
    why: { en: text, ko: text },
    source: [
      { authority: 'editorial', title: text, url: text },
      { authority: 'editorial', title: text, url: `https://example.com/${text}` },
    ],
    presets: {},
    score: { category: 'content', weight: 1 },
    messages: {},
    check: () => undefined,
    examples: { good: [], bad: [] },
  },
})

const reportWith = (formatter: Formatter, texts: Texts): string => {
  const { path = 'a.md', message = 'Wrong.', source = 'source', title = 'Do it', inserted = 'text', error } = texts
  const post = `<p>${source}</p><p>here</p>\n<p>end</p>\n`
  const start = post.indexOf('<p>here')
  const edits = [{ start, end: start + 3, text: inserted }]
  const result: PostResult = resultOf(
    post,
    [
      {
        on: '<p>here',
        rule: ruleId,
        message,
        fix: { safe: true, edits },
        suggestions: [{ title, titles: { en: title, ko: title }, edits }],
      },
    ],
    path,
  )
  const rules = new Map([[ruleId, ruleOf(texts.why ?? 'Because.')]])
  return reportOf(formatter, [result], { rules, errors: error ? [{ message: 'No.', ...error }] : [] })
}

/** What no output may hold raw, whatever shows it: what a terminal obeys, and what nobody sees. */
const OBEYED_OR_HIDDEN =
  /[\0-\x09\x0B-\x1F\x7F-\x9F\xAD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFFE\uFFFF]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/u
/** Commands to a CI runner, but for the two formats that consist of them. */
const COMMAND = /^\s*::|##\w*\[/m
const speaks: Readonly<Record<string, RegExp>> = {
  github: /^(?!::(?:error|warning|notice) )|.::.*^::|##\w*\[/m,
  azure: /^(?!##vso\[task\.logissue )(?=.)|.##\w*\[|^\s*::/m,
}

const squeezed = (text: string): string => text.replaceAll('\\u{3a}:', '::').replace(/[\s`]/g, '')

describe.each([...formats])('%s', async (name, format) => {
  const formatter = await format.load()
  const read = readers[name] ?? readLines

  it.each(Object.entries(fields))('lets nothing through from %s', (field, textsWith) => {
    const expected = read(reportWith(formatter, textsWith(HARMLESS))).shape
    for (const [attack, payload] of payloads) {
      const output = reportWith(formatter, textsWith(payload))
      const about = `${attack} in ${field}`
      expect(OBEYED_OR_HIDDEN.exec(output)?.[0], about).toBeUndefined()
      expect((speaks[name] ?? COMMAND).exec(output.trimEnd())?.[0], about).toBeUndefined()
      const { shape, texts } = read(output)
      // Text for people is wrapped; an address that is none of the web is not linked.
      if (name !== 'pretty' && field !== 'the texts of a rule') expect(shape, about).toEqual(expected)
      if (name === 'pretty' || field !== 'the message') continue
      const keepsText = name.startsWith('json') || name === 'blob'
      const wanted = keepsText ? payload : escapeLine(payload)
      expect(squeezed(texts.join('')), about).toContain(squeezed(wanted))
    }
  })
})

it('has a reader for every format', () => {
  expect(Object.keys(readers)).toEqual([...formats.keys()])
})
