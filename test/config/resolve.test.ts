import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { originText } from '../../src/config/origin.ts'
import { type ResolveInput, resolveConfig } from '../../src/config/resolve.ts'
import { UserError } from '../../src/user-error.ts'
import { folderWith } from '../support/folder.ts'
import { testRules } from '../support/rules.ts'

type Wish = Partial<ResolveInput>

const resolveIn = (cwd: string, wish: Wish = {}) => resolveConfig({ cwd, registry: testRules, ...wish })

/** The settings of one rule for a file, in short. */
const settingIn = async (cwd: string, wish: Wish = {}, id = 'max-bold', file = 'a.md') => {
  const { settings } = (await resolveIn(cwd, wish)).settingsFor(join(cwd, file))
  const { severity, options } = settings.rules.get(id)!
  return [severity, options.max, ...((options.tags ?? []) as string[])].join(' ')
}

const errorOf = async (cwd: string, wish: Wish = {}) => {
  try {
    await resolveIn(cwd, wish)
  } catch (error) {
    if (error instanceof UserError) return error.report('en')
    throw error
  }
  throw new Error('nothing was thrown')
}

const yaml = (text: string): string => folderWith({ '.postlintrc.yaml': text })

describe('presets', () => {
  test('recommended is the default', async () => {
    expect(await settingIn(folderWith({}))).toBe('warn 2 b')
    expect(await settingIn(yaml('rules: {}\n'))).toBe('warn 2 b')
  })

  test('add up: the strongest severity, the options of one', async () => {
    expect(await settingIn(yaml('extends: [recommended, strict]\n'))).toBe('error 0 b')
    expect(await settingIn(yaml('extends: [seo, recommended]\n'))).toBe('warn 2 b')
    expect(await settingIn(yaml('extends: seo\n'))).toBe('info 2 b')
    expect(await settingIn(yaml('extends: [recommended, accessibility]\n'), {}, 'quiet-rule')).toMatch(/^error/)
  })

  test('an empty list wants none', async () => {
    expect(await settingIn(yaml('extends: []\n'))).toBe('off 2 b')
  })

  test('the flag replaces those of the configuration, its rules stay', async () => {
    const cwd = yaml('extends: strict\nrules: { quiet-rule: info }\n')
    expect(await settingIn(cwd, { presets: ['recommended'] })).toBe('warn 2 b')
    expect(await settingIn(cwd, { presets: ['recommended'] }, 'quiet-rule')).toMatch(/^info/)
  })

  test('a misspelt one is an error with the nearest name', async () => {
    expect(await errorOf(folderWith({}), { presets: ['strickt'] })).toEqual({
      message: 'Unknown preset “strickt”',
      hint: 'Did you mean “strict”?',
    })
    expect(await errorOf(yaml('extends:\n  - recomended\n'))).toEqual({
      message: 'No preset or package is called “recomended”',
      hint: 'Did you mean “recommended”?',
      file: '.postlintrc.yaml',
      line: 2,
      column: 5,
      sourceLine: '  - recomended',
    })
  })
})

describe('rules', () => {
  test('a bare severity keeps the options below, options merge key by key, lists replace', async () => {
    expect(await settingIn(yaml('extends: strict\nrules: { max-bold: warn }\n'))).toBe('warn 0 b')
    expect(await settingIn(yaml('rules: { max-bold: [error, { tags: [strong, em] }] }\n'))).toBe('error 2 strong em')
  })

  test('go from general to special: configuration, overrides in order, flags', async () => {
    const cwd = yaml(`
rules: { max-bold: [warn, { max: 5 }] }
overrides:
  - { files: '_posts/**', rules: { max-bold: [error, { max: 4 }] } }
  - { files: ['*.html'], rules: { max-bold: 'off' } }
`)
    expect(await settingIn(cwd)).toBe('warn 5 b')
    expect(await settingIn(cwd, {}, 'max-bold', '_posts/a.md')).toBe('error 4 b')
    expect(await settingIn(cwd, {}, 'max-bold', '_posts/2024/a.html')).toBe('off 4 b')
    const ruleFlags = ['max-bold: info', 'max-bold: [warn, { max: 9 }]']
    expect(await settingIn(cwd, { ruleFlags }, 'max-bold', '_posts/a.html')).toBe('warn 9 b')
  })

  test('overrides may have presets and values of their own', async () => {
    const cwd = yaml(`
language: ko
overrides:
  - files: en/**
    language: en
    extends: strict
`)
    const config = await resolveIn(cwd)
    expect(config.settingsFor(join(cwd, 'a.md')).settings.language).toBe('ko')
    expect(config.settingsFor(join(cwd, 'en/a.md')).settings.language).toBe('en')
    expect(await settingIn(cwd, {}, 'max-bold', 'en/a.md')).toBe('error 0 b')
    expect(await settingIn(cwd)).toBe('warn 2 b')
  })

  test('an empty list in an override drops the presets, a base without any does not', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': `
extends: strict
overrides:
  - { files: none/**, extends: [] }
  - { files: some/**, extends: ./base.yaml }
`,
      'base.yaml': 'language: en\n',
    })
    expect(await settingIn(cwd, {}, 'max-bold', 'none/a.md')).toMatch(/^off/)
    expect(await settingIn(cwd, {}, 'max-bold', 'some/a.md')).toBe('error 0 b')
    expect(await settingIn(cwd)).toBe('error 0 b')
  })

  test.each(['article', '.post', '#main', 'div.post.h-entry', '[itemprop=articleBody]', 'div[data-kind="a b"]'])(
    '%s names content',
    async (content) => {
      const cwd = yaml(`content: '${content}'\n`)
      expect((await resolveIn(cwd)).settingsFor(join(cwd, 'a.html')).settings.content).toBe(content)
    },
  )

  test.each(['main article', '.a, .b', 'a > b', 'p:first-child', '[class~=post]', '*', '.post div'])(
    '%s is too much for content',
    async (content) => {
      expect((await errorOf(yaml(`content: '${content}'\n`))).message).toMatch(/^“content” must be one simple selector/)
    },
  )

  test('files that are alike share their settings, which nobody can change', async () => {
    const cwd = yaml('overrides: [{ files: x/**, rules: { max-bold: off } }]\n')
    const config = await resolveIn(cwd)
    const { settings } = config.settingsFor(join(cwd, 'a.md'))
    expect(config.settingsFor(join(cwd, 'b/c.md')).settings).toBe(settings)
    expect(config.settingsFor(join(cwd, 'x/c.md')).settings).not.toBe(settings)
    expect(Object.isFrozen(settings)).toBe(true)
    expect(Object.isFrozen(settings.rules.get('max-bold')!.options.tags)).toBe(true)
  })

  test('every setting knows where it comes from', async () => {
    const cwd = yaml(`extends: strict
language: ko
rules:
  max-bold: [warn, { tags: [em] }]
overrides:
  - files: en/**
    rules:
      quiet-rule: error
`)
    const config = await resolveIn(cwd, { ruleFlags: ['broken-rule: warn'] })
    const origins = config.settingsFor(join(cwd, 'en/a.md'))
    const text = (id: string) => originText(origins.ruleOrigins.get(id)!.severity, 'en')
    expect([text('max-bold'), text('quiet-rule'), text('broken-rule')]).toEqual([
      '.postlintrc.yaml:4',
      '.postlintrc.yaml:8 (override 1)',
      '--rule',
    ])
    const options = [...origins.ruleOrigins.get('max-bold')!.options].map(([key, origin]) => [
      key,
      originText(origin, 'ko'),
    ])
    expect(options).toEqual([
      ['max', '프리셋 strict'],
      ['tags', '.postlintrc.yaml:4'],
    ])
    expect(originText(origins.valueOrigins.get('language')!, 'en')).toBe('.postlintrc.yaml:2')
  })
})

describe('mistakes', () => {
  test.each([
    ['rulez: {}', 'Unknown key “rulez”', 1, 1, 'Did you mean “rules”?'],
    ['rules:\n  max-bald: warn', 'Unknown rule “max-bald”', 2, 3, 'Did you mean “max-bold”?'],
    ['rules:\n  toString: warn', 'Unknown rule “toString”', 2, 3, undefined],
    ['rules:\n  travel/x: warn', 'Unknown rule “travel/x”', 2, 3, 'Is its plugin named in “plugins”?'],
    ['rules:\n  max-bold: [warn, { maxx: 1 }]', '“max-bold” has no option “maxx”', 2, 22, 'Did you mean “max”?'],
    [
      'rules:\n  max-bold: [warn, { max: -1 }]',
      'Option “max” must be a whole number of at least 0 (rule “max-bold”)',
      2,
      27,
      undefined,
    ],
    ['rules:\n  quiet-rule: [warn, { max: 1 }]', '“quiet-rule” has no options', 2, 24, undefined],
    [
      'rules:\n  max-bold: warning',
      '“max-bold” must be off, info, warn or error, or a list of one of these and options',
      2,
      13,
      undefined,
    ],
    [
      'rules:\n  max-bold: [eror]',
      '“max-bold” must be off, info, warn or error, or a list of one of these and options',
      2,
      14,
      'Did you mean “error”?',
    ],
    ['rules: [max-bold]', '“rules” must be a map', 1, 8, undefined],
    ['locale: fr', '“locale” must be one of en, ko', 1, 9, undefined],
    ['overrides:\n  - files: x\n    plugins: y', '“plugins” is not allowed in an override', 3, 5, undefined],
    ['overrides:\n  - rules: {}', 'An override must name its “files”', 2, 5, undefined],
    [
      'files: [ok, "*a*a*a*a*a*b"]',
      'The pattern “*a*a*a*a*a*b” has more than 3 stars in one part of the path, or more than 3 “**”',
      1,
      13,
      undefined,
    ],
    ['a: 1\na: 2', 'Cannot read the configuration: the key “a” occurs twice', 2, 1, undefined],
    [
      'rules: { __proto__: { x: y } }',
      'Cannot read the configuration: the key “__proto__” is not allowed',
      1,
      10,
      undefined,
    ],
    ['- a', 'A configuration must be a map of keys', 1, 1, undefined],
    ['plugins: postlint-plugin-nowhere', 'The plugin “postlint-plugin-nowhere” cannot be found', 1, 10, undefined],
    ['extends: ./nowhere.yaml', 'No such file: “nowhere.yaml”', 1, 10, undefined],
  ])('%j is one, at its place', async (text, message, line, column, hint) => {
    expect(await errorOf(yaml(text))).toEqual({
      message,
      file: '.postlintrc.yaml',
      line,
      column,
      sourceLine: text.split('\n')[line - 1],
      ...(hint && { hint }),
    })
  })

  test.each([
    ['.postlintrc.yaml', 'rules:\n  max-bold: [warn\nlocale: ko\n', 3],
    ['.postlintrc.json', '{\n  "rules": {\n  "locale": \n', 3],
    ['package.json', '{\n  "postlint": { "rules": { "max-bald": "warn" } }\n}\n', 2],
  ])('in %s it is shown with its line', async (name, text, line) => {
    expect(await errorOf(folderWith({ [name]: text }))).toMatchObject({ file: name, line })
  })

  test('of nesting do not bring the process down', async () => {
    for (const text of ['? '.repeat(20_000), '['.repeat(20_000), '- '.repeat(20_000)])
      expect((await errorOf(yaml(text))).message).toBe('Cannot read the configuration: nested too deeply')
    const laughs = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefg'.split('').map((key, index) => `${key}: &${key} [${`*${'abcdef'[index]},`.repeat(10)}]`),
    ]
    expect((await errorOf(yaml(laughs.join('\n')))).message).toBe('Cannot read the configuration: too many values')
    expect((await errorOf(yaml('a: &a [*a]'))).message).toBe('Cannot read the configuration: nested too deeply')
  })

  test('in flags are told as such', async () => {
    const cwd = folderWith({})
    expect(await errorOf(cwd, { ruleFlags: ['max-bald: warn'] })).toEqual({
      message: 'Unknown rule “max-bald”',
      file: '--rule',
      hint: 'Did you mean “max-bold”?',
    })
    expect((await errorOf(cwd, { ruleFlags: ['max-bold'] })).message).toContain("must look like 'image-alt: error'")
    expect((await errorOf(cwd, { configFile: 'nowhere.yaml' })).message).toBe('No such file: “nowhere.yaml”')
    expect((await errorOf(yaml('encoding: cp494'))).hint).toBe('Did you mean “cp949”?')
  })

  test('a prototype stays as it was', async () => {
    await errorOf(yaml('rules: { constructor: { prototype: { polluted: 1 } } }'))
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('where it is found', () => {
  test.each([
    ['.postlintrc', 'locale: ko'],
    ['.postlintrc.json', '{ "locale": "ko", }'],
    ['.postlintrc.yml', '# a comment\nlocale: ko'],
    ['package.json', '{ "name": "blog", "postlint": { "locale": "ko" } }'],
    ['.config/postlintrc.yaml', 'locale: ko'],
    ['.postlintrc.mjs', 'export default { locale: "ko" }'],
    ['postlint.config.cjs', 'module.exports = { locale: "ko" }'],
    ['postlint.config.ts', 'interface Config { locale: string }\nexport default { locale: "ko" } satisfies Config'],
  ])('%s', async (name, text) => {
    const config = await resolveIn(folderWith({ [name]: text }))
    expect([config.file, config.locale]).toEqual([name, 'ko'])
  })

  test('in a folder above, up to the root of the repository', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'locale: ko',
      'site/.git/': '',
      'site/_posts/': '',
      'open/_posts/': '',
    })
    expect((await resolveIn(join(cwd, 'open/_posts'))).file).toBe('../../.postlintrc.yaml')
    expect((await resolveIn(join(cwd, 'site/_posts'))).file).toBeUndefined()
  })

  test('the nearest counts, an empty one too', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'locale: ko',
      'a/.postlintrc.yaml': '',
      'b/.postlintrc.yaml': '# later\n',
    })
    expect(await resolveIn(join(cwd, 'a'))).toMatchObject({ file: '.postlintrc.yaml', locale: undefined })
    expect(await resolveIn(join(cwd, 'b'))).toMatchObject({ file: '.postlintrc.yaml', locale: undefined })
  })

  test('a package.json without a postlint key is none, be it as broken as it likes', async () => {
    const cwd = folderWith({ '.postlintrc.yaml': 'locale: ko', 'a/package.json': '{ "name": }' })
    expect((await resolveIn(join(cwd, 'a'))).locale).toBe('ko')
  })

  test('not at all if it is not wanted, and elsewhere if it is named', async () => {
    const cwd = folderWith({ '.postlintrc.yaml': 'locale: ko', 'ci/strict.yaml': 'extends: strict' })
    expect((await resolveIn(cwd, { noConfig: true })).file).toBeUndefined()
    expect(await settingIn(cwd, { configFile: 'ci/strict.yaml' })).toBe('error 0 b')
  })

  test('a module that fails is told in one line', async () => {
    const cwd = folderWith({ 'postlint.config.mjs': 'throw new Error("no such thing")' })
    expect((await errorOf(cwd)).message).toBe('Cannot load “postlint.config.mjs”: no such thing')
  })
})

describe('extends and plugins', () => {
  test('files build on each other, the nearer wins, and globs go by the folder of the configuration', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'extends: [strict, ./shared/base.yaml]\nrules: { quiet-rule: info }\nignore: [b]\n',
      'shared/base.yaml':
        'extends: ./deep.json\nrules: { quiet-rule: error, max-bold: [warn, { max: 7 }] }\nignore: [a]\noverrides: [{ files: _posts/**, rules: { max-bold: off } }]\n',
      'shared/deep.json': '{ "rules": { "max-bold": ["error", { "tags": ["em"] }] } }',
    })
    expect(await settingIn(cwd)).toBe('warn 7 em')
    expect(await settingIn(cwd, {}, 'quiet-rule')).toMatch(/^info/)
    expect(await settingIn(cwd, {}, 'max-bold', '_posts/a.md')).toBe('off 7 em')
    expect((await resolveIn(cwd)).ignore).toEqual(['a', 'b'])
  })

  test('a mistake in a base is shown in the base', async () => {
    const cwd = folderWith({ '.postlintrc.yaml': 'extends: ./base.yaml\n', 'base.yaml': '\nrulez: {}\n' })
    expect(await errorOf(cwd)).toMatchObject({ file: 'base.yaml', line: 2 })
  })

  test('a circle is shown with its way', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'extends: ./a.yaml\n',
      'a.yaml': 'overrides: [{ files: x, extends: ./b.yaml }]\n',
      'b.yaml': 'extends: ./a.yaml\n',
    })
    expect(await errorOf(cwd)).toMatchObject({
      message: '“extends” leads back to where it started: a.yaml → b.yaml → a.yaml',
      file: 'b.yaml',
      line: 1,
    })
  })

  /** c1 builds on c2 many times over, c2 on c3, and so on. */
  const tower = (height: number, text: (next: string) => string) =>
    folderWith({
      '.postlintrc.yaml': 'extends: ./c1.yaml\n',
      ...Object.fromEntries(
        Array.from({ length: height }, (_, index) => [`c${index + 1}.yaml`, text(`./c${index + 2}.yaml`)]),
      ),
      [`c${height + 1}.yaml`]: 'rules: { max-bold: [error, { max: 6 }] }\nignore: x\n',
    })
  const sixTimes = (text: string): string => Array.from({ length: 6 }, () => text).join()

  test('what many build on is there once', async () => {
    const cwd = tower(30, (next) => `extends: [${sixTimes(next)}]\n`)
    expect(await settingIn(cwd)).toBe('error 6 b')
    expect((await resolveIn(cwd)).ignore).toEqual(['x'])
  })

  test('of two, the later wins again over what came between', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'extends: [./a.yaml, ./b.yaml, ./a.yaml]\n',
      'a.yaml': 'rules: { max-bold: info }\n',
      'b.yaml': 'rules: { max-bold: error }\n',
    })
    expect(await settingIn(cwd)).toMatch(/^info/)
  })

  test('there is an end to how much is built on', async () => {
    const message = '“extends” builds on more than 100 configurations'
    expect((await errorOf(tower(120, (next) => `extends: ${next}\n`))).message).toBe(message)
    const overrides = (next: string) => `overrides: [${sixTimes(`{ files: a.md, extends: ${next} }`)}]\n`
    expect((await errorOf(tower(6, overrides))).message).toBe(message)
  })

  test('packages may be built on', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'extends: "@acme/postlint-config"\n',
      'node_modules/@acme/postlint-config/package.json':
        '{ "name": "@acme/postlint-config", "exports": "./index.mjs" }',
      'node_modules/@acme/postlint-config/index.mjs':
        'export default { extends: "strict", rules: { "max-bold": "info" } }',
    })
    expect(await settingIn(cwd)).toBe('info 0 b')
  })

  const plugin = `
const rule = {
  summary: { en: 'x', ko: 'x' }, messages: {}, presets: { recommended: 'error' }, examples: { good: [], bad: [] },
  check() {},
}
export const rules = { 'no-sand': rule }
export const presets = { beach: { rules: { 'travel/no-sand': 'info', 'max-bold': 'off' } } }
`
  test('plugins bring rules under their name, which take part in presets, and presets', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'plugins: [postlint-plugin-travel]\n',
      'node_modules/postlint-plugin-travel/package.json':
        '{ "name": "postlint-plugin-travel", "exports": "./index.mjs" }',
      'node_modules/postlint-plugin-travel/index.mjs': plugin,
      'beach.yaml': 'plugins: postlint-plugin-travel\nextends: travel/beach\n',
    })
    expect((await resolveIn(cwd)).registry.at(-1)).toMatchObject({ id: 'travel/no-sand', family: 'travel' })
    expect(await settingIn(cwd, {}, 'travel/no-sand')).toMatch(/^error/)
    expect(await settingIn(cwd, { configFile: 'beach.yaml' }, 'travel/no-sand')).toMatch(/^info/)
    expect(await settingIn(cwd, { configFile: 'beach.yaml' })).toBe('off 2 b')
  })

  test('a plugin may be a file, named by itself', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'plugins: [./lint/mine.ts]\nrules: { own/no-sand: warn }\n',
      'lint/mine.ts': `${plugin}\nexport const name: string = 'own'\n`,
    })
    expect(await settingIn(cwd, {}, 'own/no-sand')).toMatch(/^warn/)
  })

  test.each([
    ['export default 1', 'must export “rules”'],
    ['export const rules = { "No Sand": {} }', 'has a broken rule “No Sand”'],
    ['export const name = "Ä"; export const rules = {}', 'needs a “name” of a-z, 0-9 and -, not “Ä”'],
    ['throw new Error("oh")', 'Cannot load “./p.mjs”: oh'],
  ])('a plugin with %j is an error', async (text, message) => {
    const cwd = folderWith({ '.postlintrc.yaml': 'plugins: ./p.mjs\n', 'p.mjs': text })
    expect((await errorOf(cwd)).message).toContain(message)
  })
})
