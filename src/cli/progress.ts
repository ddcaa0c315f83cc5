import { displayWidth } from '../report/display.ts'
import type { Locale } from '../report/formatter.ts'
import type { Session } from './session.ts'

/** A run shorter than the first says nothing of its progress; a line stands for the second. In milliseconds. */
const PATIENCE = 1000
const PAUSE = 500

const ERASE = '\r\x1B[K'

/** One line on standard error that tells how far a run is. */
export interface Progress {
  /** The session to write to meanwhile: before anything else is written the line goes away, for good. */
  readonly session: Session
  /** There are so many posts. */
  found(count: number): void
  /** Another post is done. */
  step(): void
  stop(): void
}

const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')

const texts: Readonly<Record<Locale, (done: string, count: string, rate: string, seconds: number) => string[]>> = {
  en: (done, count, rate, seconds) => [
    `${done} of ${count} posts`,
    `${rate}/s`,
    seconds < 60 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`,
  ],
  ko: (done, count, rate, seconds) => [
    `글 ${count}개 중 ${done}개`,
    `초당 ${rate}개`,
    seconds < 60 ? `${seconds}초 남음` : `${Math.round(seconds / 60)}분 남음`,
  ],
}

/** As many parts as a line of the terminal holds: a line that wraps could not be taken back. */
const fitting = (parts: readonly string[], width: number): string => {
  let line = ''
  for (const part of parts) {
    const longer = line === '' ? part : `${line} · ${part}`
    if (displayWidth(longer) >= width) break
    line = longer
  }
  return line
}

/**
 * Watches a run for somebody who waits. The line is changed twice a second at most, and never comes back behind a
 * report that has begun to flow; one that flows into a file disturbs nobody.
 */
export const openProgress = (
  session: Session,
  watch: {
    readonly isWanted: boolean
    readonly locale: () => Locale
    /** Milliseconds from any start. */
    readonly now: () => number
  },
): Progress => {
  const { progressWidth: width, writeError } = session
  let isOver = !watch.isWanted || width === undefined
  let isShown = false
  let count = 0
  let done = 0
  let start = 0
  let next = 0

  const lineAt = (time: number): string => {
    const rate = done / ((time - start) / 1000)
    const left = Math.max(1, Math.ceil((count - done) / rate))
    const parts = texts[watch.locale()](grouped(done), grouped(count), grouped(Math.ceil(rate)), left)
    return fitting(parts, width ?? 0)
  }
  const stop = (): void => {
    if (isShown) writeError(ERASE)
    isShown = false
    isOver = true
  }
  const alone =
    <T extends string | Uint8Array>(write: (text: T) => void) =>
    (text: T): void => {
      if (text.length > 0) stop()
      write(text)
    }
  return {
    session: {
      ...session,
      write: session.isSaved ? session.write : alone(session.write),
      writeError: alone(writeError),
    },
    found(all) {
      count = all
      start = watch.now()
      next = start + PATIENCE
    },
    step() {
      done++
      if (isOver || done === count) return
      const time = watch.now()
      if (time < next) return
      next = time + PAUSE
      writeError(ERASE + lineAt(time))
      isShown = true
    },
    stop,
  }
}
