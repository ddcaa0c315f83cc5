import { describe, expect, it } from 'vitest'
import { colorLevel, systemLanguage, terminalWidth, toLocale } from '../../src/cli/terminal.ts'

const xterm = { TERM: 'xterm-256color' }

describe('colorLevel', () => {
  it.each([
    ['a terminal', undefined, xterm, true, 2],
    ['a terminal with true color', undefined, { ...xterm, COLORTERM: 'truecolor' }, true, 3],
    ['no terminal', undefined, xterm, false, 0],
    ['no terminal in CI', undefined, { ...xterm, CI: 'true' }, false, 0],
    ['a terminal in CI', undefined, { ...xterm, CI: 'true' }, true, 1],
    ['a dumb terminal', undefined, { TERM: 'dumb' }, true, 0],
    ['NO_COLOR', undefined, { ...xterm, NO_COLOR: '1' }, true, 0],
    ['an empty NO_COLOR', undefined, { ...xterm, NO_COLOR: '' }, true, 2],
    ['FORCE_COLOR=0', undefined, { ...xterm, FORCE_COLOR: '0' }, true, 0],
    ['FORCE_COLOR=false', undefined, { ...xterm, FORCE_COLOR: 'false' }, true, 0],
    ['an empty FORCE_COLOR', undefined, { FORCE_COLOR: '' }, false, 1],
    ['FORCE_COLOR=true', undefined, { FORCE_COLOR: 'true' }, false, 1],
    ['FORCE_COLOR=3', undefined, { FORCE_COLOR: '3' }, false, 3],
    ['FORCE_COLOR over NO_COLOR', undefined, { FORCE_COLOR: '2', NO_COLOR: '1' }, false, 2],
    ['--color', true, { ...xterm, NO_COLOR: '1' }, false, 2],
    ['--no-color', false, { FORCE_COLOR: '3' }, true, 0],
  ] as const)('with %s', (_name, flag, environment, isTerminal, level) => {
    expect(colorLevel(flag, environment, isTerminal)).toBe(level)
  })
})

describe('terminalWidth', () => {
  it('takes the terminal, then COLUMNS, then a default, within bounds', () => {
    expect(terminalWidth(72, { COLUMNS: '90' })).toBe(72)
    expect(terminalWidth(undefined, { COLUMNS: '90' })).toBe(90)
    expect(terminalWidth(undefined, { COLUMNS: 'wide' })).toBe(100)
    expect(terminalWidth(10, {})).toBe(40)
    expect(terminalWidth(999, {})).toBe(200)
  })
})

describe('language', () => {
  it.each([
    [{ LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, 'ko_KR', 'ko'],
    [{ LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'ko_KR' }, 'ja_JP', 'en'],
    [{ LANG: 'ko' }, 'ko', 'ko'],
    [{ LANG: 'kok_IN@x' }, 'kok_IN', 'en'],
    [{ LANG: 'C' }, 'C', 'en'],
    [{}, 'en', 'en'],
  ] as const)('of %o', (environment, tag, locale) => {
    expect(systemLanguage(environment)).toBe(tag)
    expect(toLocale(tag)).toBe(locale)
  })
})
