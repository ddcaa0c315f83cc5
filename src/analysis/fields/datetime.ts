import { isCalendarDay } from './dates.ts'

const date = /^(\d{4,})-(\d{2})-(\d{2})$/
const month = /^(\d{4,})-(\d{2})$/
const yearless = /^(?:--)?(\d{2})-(\d{2})$/
const week = /^(\d{4,})-W(\d{2})$/
const time = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?$/
const zone = /^(?:Z|[+-](\d{2}):?(\d{2}))$/
const isoDuration = /^P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?$/
const wordDuration = /^\s*(?:\d+(?:\.\d{1,3})?\s*[wdhms]\s*)+$/i

const isDate = (text: string): boolean => {
  const found = date.exec(text)
  return found !== null && Number(found[1]) > 0 && isCalendarDay(Number(found[1]), Number(found[2]), Number(found[3]))
}

const isTime = (text: string): boolean => {
  const found = time.exec(text)
  return found !== null && Number(found[1]) < 24 && Number(found[2]) < 60 && Number(found[3] ?? 0) < 60
}

const isZone = (text: string): boolean => {
  const found = zone.exec(text)
  return found !== null && Number(found[1] ?? 0) < 24 && Number(found[2] ?? 0) < 60
}

/** A year has 53 weeks when it begins on a Thursday, or on a Wednesday in a leap year. */
const weeksIn = (year: number): number => {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay()
  return first === 4 || (first === 3 && isCalendarDay(year, 2, 29)) ? 53 : 52
}

/** Date and time joined by `T` or one space, with or without a zone. */
const isMoment = (text: string): boolean => {
  const at = text.search(/[T ]/)
  if (at < 0 || !isDate(text.slice(0, at))) return false
  const rest = text.slice(at + 1)
  if (isTime(rest)) return true
  const from = rest.search(/[Z+-]/)
  return from > 0 && isTime(rest.slice(0, from)) && isZone(rest.slice(from))
}

/** Whether a text is what HTML lets `datetime` hold; a change (`ins`, `del`) needs a date, with a time or without. */
export const isDateTime = (written: string, isChange: boolean): boolean => {
  const text = written.trim()
  if (isDate(text)) return true
  if (isMoment(text)) return !isChange || !isTime(text.slice(text.search(/[T ]/) + 1))
  if (isChange) return false
  if (isTime(text) || isZone(text)) return true
  if (/^\d{4,}$/.test(text)) return Number(text) > 0
  const months = month.exec(text)
  if (months) return Number(months[1]) > 0 && Number(months[2]) >= 1 && Number(months[2]) <= 12
  const days = yearless.exec(text)
  if (days) return isCalendarDay(2024, Number(days[1]), Number(days[2]))
  const weeks = week.exec(text)
  if (weeks) return Number(weeks[1]) > 0 && Number(weeks[2]) >= 1 && Number(weeks[2]) <= weeksIn(Number(weeks[1]))
  return text.length <= 80 && ((isoDuration.test(text) && /\d[DHMS]$/.test(text)) || wordDuration.test(text))
}
