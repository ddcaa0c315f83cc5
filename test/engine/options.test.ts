import { describe, expect, it } from 'vitest'
import { flag, int, list, number, oneOf, record, text } from '../../src/engine/options.ts'

const help = { en: 'Help.', ko: '도움말.' }

describe('what an option says of a wrong value', () => {
  it.each([
    [int(1, help), 1.5, 'must be a whole number', '정수여야 합니다'],
    [
      int(1, help, { minimum: 1, maximum: 5 }),
      6,
      'must be a whole number from 1 to 5',
      '1 이상 5 이하의 정수여야 합니다',
    ],
    [number(1, help, { minimum: 0 }), -1, 'must be a number of at least 0', '0 이상의 숫자여야 합니다'],
    [number(1, help, { maximum: 9 }), 10, 'must be a number of at most 9', '9 이하의 숫자여야 합니다'],
    [flag(true, help), 'yes', 'must be true or false', 'true 또는 false여야 합니다'],
    [text('', help), 1, 'must be text', '문자열이어야 합니다'],
    [list([], help), 'a', 'must be a list of texts', '문자열 목록이어야 합니다'],
    [oneOf(['a', 'b'], 'a', help), 'c', 'must be one of a, b', '다음 중 하나여야 합니다: a, b'],
    [record({}, help, int(1, help)), { ja: 'x' }, ': “ja” must be a whole number', '“ja” 값은 정수여야 합니다'],
  ])('stands in both languages (%#)', (option, value, en, ko) => {
    expect(option.check(option.default)).toBeUndefined()
    expect(option.check(value)).toEqual({ en, ko })
  })
})
