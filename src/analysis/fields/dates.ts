/** A day of the calendar as a front matter says it, with its time where there is one. */
export interface CalendarDate {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
  /** What stands between the numbers; '' in `20240502`, ' ' where the month is a word. */
  readonly separator: string
  readonly hasTime: boolean
  readonly hasZone: boolean
  /** Milliseconds since 1970; without a zone as if it were UTC. */
  readonly instant: number
}

/**
 * `impossible`: there is no such day or time. `ambiguous`: which number is the day and which the month (or the year)?
 * `partial`: a year or a month without day. `unreadable`: nothing that generators read. `words`: no digits at all.
 */
export type DateReading =
  | CalendarDate
  | { readonly kind: 'impossible' | 'ambiguous' | 'partial' | 'unreadable' | 'words' }

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])/
const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z?)?$/
const yearLast = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)/
const yearOnly = /^\d{4}(?:[-/.]\d{1,2})?$/
const time =
  /^(?:[Tt]| {1,4}|, ?)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,12})?(?: ?[AaPp][Mm])?(?: ?(Z|z|[A-Z]{2,5}|[+-]\d{1,2}(?::?\d{2})?))?(?: [A-Z]{2,5}| \([A-Za-z ]{2,40}\))?$/
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Whether there is such a day. */
export const isCalendarDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** Longer texts are no dates. */
const longest = 80

/** Reads a date as the generators do: ISO 8601 and its relatives, and what mail headers and English texts write. */
export const readDate = (written: string): DateReading => {
  const text = written.trim()
  if (!/\d/.test(text)) return { kind: 'words' }
  if (text.length > longest) return { kind: 'unreadable' }
  const first = yearFirst.exec(text)
  if (first) {
    return dateOf(Number(first[1]), Number(first[3]), Number(first[4]), first[2]!, text.slice(first[0].length))
  }
  const dense = compact.exec(text)
  if (dense) {
    const [, year, month, day, hour, minute, second = '00'] = dense
    const rest = hour === undefined ? '' : `T${hour}:${minute}:${second}${text.endsWith('Z') ? 'Z' : ''}`
    return dateOf(Number(year), Number(month), Number(day), '', rest)
  }
  if (yearOnly.test(text)) return { kind: 'partial' }
  if (yearLast.test(text)) return { kind: 'ambiguous' }
  return inWords(text) ?? { kind: 'unreadable' }
}

/** `Wed, 30 Dec 2015 16:00:00 +0900`, `May 2, 2024`, `2 May 2024`. */
const inWords = (text: string): DateReading | undefined => {
  const found =
    /^(?:[A-Z][a-z]{2,8},? )?(?:([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Z][a-z]{2,8})\.?)(,? |-)(\d{4})(?!\d)/.exec(
      text,
    ) ?? undefined
  if (!found) return undefined
  const month = months.indexOf((found[1] ?? found[4] ?? '').slice(0, 3).toLowerCase()) + 1
  if (month === 0) return undefined
  return dateOf(Number(found[6]), month, Number(found[2] ?? found[3]), ' ', text.slice(found[0].length))
}

const dateOf = (year: number, month: number, day: number, separator: string, rest: string): DateReading => {
  const clock = rest === '' ? null : time.exec(rest)
  if (rest !== '' && !clock) return { kind: 'unreadable' }
  const hour = Number(clock?.[1] ?? 0)
  const minute = Number(clock?.[2] ?? 0)
  const second = Number(clock?.[3] ?? 0)
  const isTime = hour < 24 ? minute < 60 && second <= 60 : hour === 24 && minute === 0 && second === 0
  const zone = clock?.[4]
  const offset = zone === undefined ? 0 : offsetOf(zone)
  if (!isCalendarDay(year, month, day) || !isTime || offset === undefined) return { kind: 'impossible' }
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000
  return { kind: 'date', year, month, day, separator, hasTime: clock !== null, hasZone: zone !== undefined, instant }
}

/** Minutes east of Greenwich; names of zones count as Greenwich. */
const offsetOf = (zone: string): number | undefined => {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!found) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  if (minutes > 14 * 60 || Number(found[3] ?? 0) > 59) return undefined
  return found[1] === '-' ? -minutes : minutes
}

/** The start of a date's day, as if in UTC: for comparing days whatever their time. */
export const dayOf = ({ year, month, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>): number =>
  Date.UTC(year, month - 1, day)

export const oneDay = 24 * 60 * 60 * 1000

/** `2024-05-02`. */
export const isoDay = ({ year, month, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
