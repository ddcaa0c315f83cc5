import { describe, expect, it } from 'vitest'
import { openProgress } from '../../src/cli/progress.ts'
import { openSession } from '../../src/cli/session.ts'
import { watchedWidth } from '../../src/cli/terminal.ts'
import type { Locale } from '../../src/report/formatter.ts'

const ERASE = '\r\x1b[K'

interface Wish {
  readonly locale?: Locale
  readonly width?: number
  readonly isSaved?: boolean
  readonly isWanted?: boolean
}

/** A run whose posts take 100 ms each, and all that it writes to a terminal. */
const watch = ({ locale = 'en', width = 80, isSaved = false, isWanted = true }: Wish = {}) => {
  let time = 5000
  const written: string[] = []
  const progress = openProgress(
    {
      ...openSession({ debug: false }),
      progressWidth: width || undefined,
      isSaved,
      write: (text) => void written.push(`out ${text}`),
      writeError: (text) => void written.push(text),
    },
    { isWanted, locale: () => locale, now: () => time },
  )
  return {
    ...progress,
    lint(count: number) {
      for (let index = 0; index < count; index++) {
        time += 100
        progress.step()
      }
    },
    written,
  }
}

describe('progress', () => {
  it('is silent for a second, then tells files, rate and time left twice a second', () => {
    const { found, lint, written } = watch()
    found(12_345)
    lint(9)
    expect(written).toEqual([])
    lint(11)
    expect(written).toEqual([
      `${ERASE}10 of 12,345 posts · 10/s · 21 min left`,
      `${ERASE}15 of 12,345 posts · 10/s · 21 min left`,
      `${ERASE}20 of 12,345 posts · 10/s · 21 min left`,
    ])
  })

  it('speaks Korean', () => {
    const { found, lint, written } = watch({ locale: 'ko' })
    found(50)
    lint(10)
    expect(written).toEqual([`${ERASE}글 50개 중 10개 · 초당 10개 · 4초 남음`])
  })

  it('is gone before anything else is written, and does not come back', () => {
    const { found, lint, session, written } = watch()
    found(100)
    session.write('')
    lint(10)
    session.write('a.md\n')
    lint(50)
    session.writeError('notice\n')
    expect(written).toEqual(['out ', `${ERASE}10 of 100 posts · 10/s · 9 s left`, ERASE, 'out a.md\n', 'notice\n'])
  })

  it('goes on while the report flows into a file', () => {
    const { found, lint, session, stop, written } = watch({ isSaved: true })
    session.write('{')
    found(100)
    lint(10)
    session.write('}')
    stop()
    stop()
    expect(written).toEqual(['out {', `${ERASE}10 of 100 posts · 10/s · 9 s left`, 'out }', ERASE])
  })

  it.each([
    [40, '10 of 12,345 posts · 10/s · 21 min left'],
    [36, '10 of 12,345 posts · 10/s'],
    [20, '10 of 12,345 posts'],
    [5, ''],
  ])('leaves out what does not fit into %i columns', (width, line) => {
    const { found, lint, written } = watch({ width })
    found(12_345)
    lint(10)
    expect(written).toEqual([ERASE + line])
  })

  it.each([{ isWanted: false }, { width: 0 }])('says nothing where nobody watches: %j', (wish) => {
    const { found, lint, stop, written } = watch(wish)
    found(100)
    lint(50)
    stop()
    expect(written).toEqual([])
  })
})

describe('a terminal at which somebody sits', () => {
  const terminal = { columns: 100 }

  it('is none in CI, in a hook, or when it cannot take a line back', () => {
    expect(watchedWidth(terminal, { TERM: 'xterm' })).toBe(100)
    for (const environment of [{ CI: 'true' }, { GITHUB_ACTIONS: 'true' }, { PRE_COMMIT: '1' }, { TERM: 'dumb' }])
      expect(watchedWidth(terminal, environment)).toBeUndefined()
    expect(watchedWidth(undefined, { TERM: 'xterm' })).toBeUndefined()
  })
})
