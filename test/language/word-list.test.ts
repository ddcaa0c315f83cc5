import { describe, expect, it } from 'vitest'
import { englishWords, technicalTerms } from '../../src/language/data/words.generated.ts'
import { packedWords } from '../../src/language/word-list.ts'

describe('packedWords', () => {
  const words = packedWords(() => '\nable2out3ve\nbe2at4en\nzoo\n')

  it.each(['able', 'about', 'above', 'be', 'beat', 'beaten', 'zoo'])('finds %s', (word) => {
    expect(words.has(word)).toBe(true)
  })

  it.each(['a', 'abl', 'ables', 'above1', 'bat', 'zoom', 'zzz', ''])('does not find %s', (word) => {
    expect(words.has(word)).toBe(false)
  })

  it('asks for its text once, at the first look-up', () => {
    let asked = 0
    const lazy = packedWords(() => `\n${++asked ? 'word' : ''}\n`)
    expect(asked).toBe(0)
    lazy.has('word')
    lazy.has('other')
    expect(asked).toBe(1)
  })
})

describe('the shipped lists', () => {
  it('know ordinary words and terms of software, and nothing else', () => {
    const english = packedWords(englishWords)
    const technical = packedWords(technicalTerms)
    expect(['the', 'inconveniences', 'affected', 'zone'].every((word) => english.has(word))).toBe(true)
    expect(['postlint', 'npm', 'sofraum'].some((word) => english.has(word))).toBe(false)
    expect(['npm', 'nginx', 'json'].every((word) => technical.has(word))).toBe(true)
    expect(technical.has('inconveniences')).toBe(false)
  })
})
