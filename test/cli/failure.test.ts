import { describe, expect, it } from 'vitest'
import { tellFailure } from '../../src/cli/failure.ts'
import type { Session } from '../../src/cli/session.ts'
import { UserError } from '../../src/user-error.ts'

const told = (error: unknown, changes: Partial<Session> = {}): string => {
  let text = ''
  const session: Session = {
    cwd: '/',
    locale: 'en',
    systemLocale: 'en',
    language: 'en',
    color: 0,
    errorColor: 0,
    isCi: false,
    isWatched: false,
    width: 80,
    debug: false,
    folder: '',
    today: '2024-06-01',
    write: () => undefined,
    writeError: (more) => {
      text += more
    },
    ...changes,
  }
  tellFailure(error, session)
  return text
}

describe('tellFailure', () => {
  it('tells an unexpected error in one line that asks to report it', () => {
    const line = told(new TypeError('x is not\na function'))
    expect(line).toMatch(/^postlint: Unexpected error: x is not\. .*report it.*\n$/)
    expect(told('thrown text')).toContain('Unexpected error: thrown text')
    expect(told(new Error('no'), { locale: 'ko' })).toMatch(/^postlint: 예상하지 못한 오류: no\. postlint의 버그/)
  })

  it('shows the stack only for debugging, and never that of a mistake of the user', () => {
    expect(told(new Error('x'))).not.toContain('    at ')
    expect(told(new Error('x'), { debug: true })).toContain('    at ')
    expect(told(new UserError('No such file'), { debug: true })).toBe('postlint: No such file\n')
  })
})
