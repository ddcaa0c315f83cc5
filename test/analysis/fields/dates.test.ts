import { describe, expect, it } from 'vitest'
import { isCalendarDay, isoDay, readDate } from '../../../src/analysis/fields/dates.ts'

describe('readDate', () => {
  it.each([
    ['2024-05-02', '2024-05-02', false, false],
    ['2024-5-2 9:00', '2024-05-02', true, false],
    ['2024-05-02T09:00:00.123+09:00', '2024-05-02', true, true],
    ['2024-05-02 09:00:00 +0900', '2024-05-02', true, true],
    ['2024-05-02 12:00:00.000000000 +09:00', '2024-05-02', true, true],
    ['2026-01-04 16:00.000000000 +09:00', '2026-01-04', true, true],
    ['2024/5/2', '2024-05-02', false, false],
    ['2024.05.02', '2024-05-02', false, false],
    ['20240502', '2024-05-02', false, false],
    ['20240502T090000Z', '2024-05-02', true, true],
    ['Wed, 30 Dec 2015 16:00:00 +0900', '2015-12-30', true, true],
    ['May 2, 2024', '2024-05-02', false, false],
    ['2 Sept. 2024', '2024-09-02', false, false],
    ['2024-05-02 24:00', '2024-05-02', true, false],
  ])('reads %j', (text, day, hasTime, hasZone) => {
    const date = readDate(text)
    expect(date).toMatchObject({ kind: 'date', hasTime, hasZone })
    if (date.kind === 'date') expect(isoDay(date)).toBe(day)
  })

  it.each([
    ['2024-13-02', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['2024-05-02 25:00', 'impossible'],
    ['2024-05-02 09:00 +2500', 'impossible'],
    ['February 30, 2024', 'impossible'],
    ['13/7/2024', 'ambiguous'],
    ['24-05-02', 'ambiguous'],
    ['2024-05', 'partial'],
    ['2024', 'partial'],
    ['2024년 5월 2일', 'unreadable'],
    ['2024-05-02 오전 9시', 'unreadable'],
    ['5 days ago', 'unreadable'],
    [`2024${'-05'.repeat(1000)}`, 'unreadable'],
    ['next Tuesday', 'words'],
  ])('calls %j %s', (text, kind) => {
    expect(readDate(text)).toEqual({ kind })
  })

  it('counts from Greenwich', () => {
    const [seoul, london] = ['2024-05-02T09:00:00+09:00', '2024-05-02T00:00:00Z'].map(readDate)
    expect(seoul).toHaveProperty('instant', Date.UTC(2024, 4, 2))
    expect(london).toHaveProperty('instant', Date.UTC(2024, 4, 2))
  })
})

describe('isCalendarDay', () => {
  it.each([
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2024, 4, 31, false],
    [2024, 0, 1, false],
  ])('%d-%d-%d', (year, month, day, is) => {
    expect(isCalendarDay(year, month, day)).toBe(is)
  })
})
