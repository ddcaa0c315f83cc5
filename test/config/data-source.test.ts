import { expect, it } from 'vitest'
import { readData } from '../../src/config/data-source.ts'
import { UserError } from '../../src/user-error.ts'

const mistakeIn = (text: string): string => {
  try {
    readData(text, '.postlintrc.yaml', '/site/.postlintrc.yaml')
  } catch (error) {
    if (error instanceof UserError) return error.report('ko').message
    throw error
  }
  throw new Error('nothing was thrown')
}

it.each(['a: [1', 'a: b: c', 'a:\n\t- b', 'a: @b', 'a: "b', '{"a": 1,, "b": 2}'])(
  'Korean has no English in %j',
  (text) => {
    expect(mistakeIn(text)).toMatch(/^설정을 읽을 수 없습니다: [^a-z]+$/)
  },
)
