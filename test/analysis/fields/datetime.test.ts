import { describe, expect, it } from 'vitest'
import { isDateTime } from '../../../src/analysis/fields/datetime.ts'

describe('isDateTime', () => {
  it.each([
    '2024',
    '2024-05',
    '2024-02-29',
    '05-02',
    '--05-02',
    '09:00',
    '23:59:59.999',
    '2024-05-02T09:00',
    '2024-05-02 09:00:30',
    'Z',
    '+09:00',
    '-0800',
    '2024-05-02T09:00Z',
    '2024-05-02 09:00+0900',
    '2020-W53',
    'PT4H18M3S',
    'P2D',
    '1w 2d 3h',
    ' 2024-05-02 ',
  ])('accepts %j', (text) => {
    expect(isDateTime(text, false)).toBe(true)
  })

  it.each([
    '',
    '0000',
    '2023-02-29',
    '2024-13-01',
    '2024-5-2',
    '2024/05/02',
    '24:00',
    '9:00',
    '2024-05-02T25:00',
    '2021-W53',
    'P',
    'PT',
    'P1Y',
    'tomorrow',
    '2024-05-02T09:00+24:00',
    '2024-05-02T',
  ])('rejects %j', (text) => {
    expect(isDateTime(text, false)).toBe(false)
  })

  it('asks a change for a day', () => {
    expect(
      ['2024-05-02', '2024-05-02T09:00Z', '2024-05-02T09:00', '09:00'].map((text) => isDateTime(text, true)),
    ).toEqual([true, true, false, false])
  })
})
