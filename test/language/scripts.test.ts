import { describe, expect, it } from 'vitest'
import { letters, mainScript, scriptOf, scriptRuns, tally } from '../../src/language/scripts.ts'

const script = (character: string): string => scriptOf(character.codePointAt(0)!)

describe('scriptOf', () => {
  it('knows the script of letters', () => {
    expect([...'aé가㉠漢々ひカーяΩעعไह한ᄀＡ𠀋'].map(script)).toEqual([
      ...['Latn', 'Latn', 'Hang', 'Zyyy', 'Hani', 'Hani', 'Hira', 'Kana', 'Kana', 'Cyrl', 'Grek', 'Hebr', 'Arab'],
      ...['Thai', 'Deva', 'Hang', 'Hang', 'Latn', 'Hani'],
    ])
  })

  it('gives digits, punctuation and symbols to no script', () => {
    expect([...'0１ .-、。·…🙂\uFFFC\uE000'].map(script).every((name) => name === 'Zyyy')).toBe(true)
  })

  it.each([
    ['Latin', 'Latn'],
    ['Hangul', 'Hang'],
    ['Han', 'Hani'],
    ['Hiragana', 'Hira'],
    ['Cyrillic', 'Cyrl'],
    ['Arabic', 'Arab'],
    ['Thai', 'Thai'],
    ['Devanagari', 'Deva'],
  ])('agrees with Unicode on every letter of the basic plane in %s', (name, code) => {
    const letter = new RegExp(`^(?=\\p{L})\\p{Script=${name}}$`, 'u')
    const wrong: string[] = []
    for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
      if (letter.test(String.fromCodePoint(codePoint)) && scriptOf(codePoint) !== code)
        wrong.push(codePoint.toString(16))
    }
    // U+FF70 and U+30FC are shared by the kana; nothing else may differ.
    expect(wrong.filter((codePoint) => codePoint !== 'ff70' && codePoint !== '30fc')).toEqual([])
  })
})

describe('tally', () => {
  it('counts letters by script', () => {
    const counts = tally('postlint는 漢字와 ひらがな, Привет 2024! 𠀋')
    expect(Object.fromEntries(counts)).toEqual({ Latn: 8, Hang: 2, Hani: 3, Hira: 4, Cyrl: 6 })
    expect(letters(counts)).toBe(23)
    expect(letters(counts, ['Hang', 'Thai'])).toBe(2)
    expect(mainScript(counts)).toBe('Latn')
    expect(mainScript(tally('123'))).toBe('Zyyy')
  })
})

describe('scriptRuns', () => {
  it('splits at every change of script and at what is no letter', () => {
    const text = '플랫폼 оператор들은 API를'
    expect(scriptRuns(text).map((run) => [run.script, text.slice(run.start, run.end)])).toEqual([
      ['Hang', '플랫폼'],
      ['Cyrl', 'оператор'],
      ['Hang', '들은'],
      ['Latn', 'API'],
      ['Hang', '를'],
    ])
  })
})
