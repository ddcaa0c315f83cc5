import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../src/cli/arguments.ts'
import { fixCommand } from '../../src/cli/commands/fix.ts'
import type { Session } from '../../src/cli/session.ts'
import { folderWith, postlint } from './support.ts'

const front = '---\ntitle: 봄 산책\ndate: 2024-03-02\ndescription: 봄날 산책길에서 만난 나무를 정리했습니다.\n---\n\n'
const first = '<p><img src="/a.png"></p>\n'
const second = '<p><img src="/b.png"></p>\n'

/** Walks through posts in a terminal in which `typed` is typed. */
const walk = async (files: Readonly<Record<string, string>>, typed: string, ...flags: string[]) => {
  const cwd = folderWith(files)
  let shown = ''
  const show = (text: string | Uint8Array): void => {
    shown += text
  }
  const session: Session = {
    cwd,
    locale: 'en',
    systemLocale: 'en',
    language: 'en',
    color: 0,
    errorColor: 0,
    isCi: false,
    isWatched: true,
    width: 100,
    debug: false,
    folder: '',
    today: '2024-06-01',
    write: show,
    writeError: show,
  }
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const stdout = Object.assign(new PassThrough(), { isTTY: true })
  stdout.on('data', (chunk) => show(String(chunk)))
  stdin.end(typed)
  const request = parseArguments(['fix', '--interactive', '--no-config', ...flags], () => false)
  const status = await fixCommand(request, session, { stdin, stdout })
  const textOf = (name: string): string => readFileSync(join(cwd, name), 'utf8')
  return { status, shown, textOf, cwd }
}

describe('postlint fix --interactive', () => {
  it('shows each place with what would become of it, and does what is typed', async () => {
    const { status, shown, textOf } = await walk({ 'a.md': front + first + second }, '1\nA hill & a "tree"\n2\n')
    expect(shown).toContain('a.md:7:4  error  image-alt')
    expect(shown).toContain('1. Write an alternative text\n    - <p><img src="/a.png"></p>\n    + <p><img alt="…" src=')
    expect(textOf('a.md')).toBe(
      `${front}<p><img alt="A hill &amp; a &quot;tree&quot;" src="/a.png"></p>\n<p><img alt="" src="/b.png"></p>\n`,
    )
    expect(shown).toMatch(/1 file changed\.\n$/)
    expect(status).toBe(0)
  })

  it('leaves what gets a no, and goes on', async () => {
    const { textOf } = await walk({ 'a.md': front + first + second }, 'n\n2\n')
    expect(textOf('a.md')).toBe(`${front}${first}<p><img alt="" src="/b.png"></p>\n`)
  })

  it('does the same to all of a rule when told so', async () => {
    const { textOf } = await walk({ 'a.md': front + first + second, 'b.md': front + first }, 'a\n')
    expect(textOf('a.md') + textOf('b.md')).not.toContain('<img src')
  })

  it.each([
    ['q', '2\nq\n', 0],
    ['the end of input', '2\n', 0],
    ['Ctrl-C', '2\n\x03', 130],
    ['Ctrl-C where words are asked for', '2\n1\n\x03', 130],
  ])('keeps what was decided before %s', async (_, typed, wanted) => {
    const { status, textOf } = await walk({ 'a.md': front + first + second, 'b.md': front + first }, typed)
    expect(textOf('a.md')).toBe(`${front}<p><img alt="" src="/a.png"></p>\n${second}`)
    expect(textOf('b.md')).toBe(front + first)
    expect(status).toBe(wanted)
  })

  it('explains the keys when it does not understand', async () => {
    const { shown, textOf } = await walk({ 'a.md': front + first }, 'x\n7\n\n1a\nq\n', '--locale', 'ko')
    expect(shown.split('y: 적용').length - 1).toBe(4)
    expect(textOf('a.md')).toBe(front + first)
  })

  it('encodes what is typed into Markdown', async () => {
    const { textOf } = await walk({ 'a.md': `${front}![](/a.png)\n` }, 'y\n[a] *tree*\n')
    expect(textOf('a.md')).toBe(`${front}![\\[a\\] \\*tree\\*](/a.png)\n`)
  })

  it('asks about each place once, even when the answer does not mend it', async () => {
    const rule = ['--rule', 'no-tiny-text: warn']
    const { textOf } = await walk({ 'a.md': `${front}<p style="font-size:6px">글</p>\n` }, 'y\n'.repeat(9), ...rule)
    expect(textOf('a.md')).toContain('글</p>')
  })

  it('does not overwrite a file that has changed in the meantime', async () => {
    const cwd = folderWith({ 'a.md': front + first })
    const stdin = Object.assign(new PassThrough(), { isTTY: true })
    const stdout = Object.assign(new PassThrough(), { isTTY: true })
    let shown = ''
    let told = false
    stdout.on('data', () => {
      if (told) return
      told = true
      writeFileSync(join(cwd, 'a.md'), 'mine')
      stdin.end('2\n')
    })
    const session = { cwd, locale: 'en', systemLocale: 'en', language: 'en', color: 0, errorColor: 0 } as const
    const show = (text: string | Uint8Array): void => {
      shown += text
    }
    const request = parseArguments(['fix', '--interactive', '--no-config'], () => false)
    const status = await fixCommand(
      request,
      {
        ...session,
        isCi: false,
        isWatched: true,
        width: 100,
        debug: false,
        folder: '',
        today: '2024-06-01',
        write: show,
        writeError: show,
      },
      { stdin, stdout },
    )
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('mine')
    expect(shown).toContain('it has changed since it was read')
    expect(status).toBe(2)
  })

  it('says what to do instead where there is no terminal, or without --interactive', () => {
    const cwd = folderWith({ 'a.md': front + first })
    const piped = postlint(['fix', '--interactive'], { cwd, input: 'y\n' })
    expect(piped).toMatchObject({ status: 2, stdout: '' })
    expect(piped.stderr).toMatch(/needs a terminal.*postlint --fix/)
    expect(postlint(['fix', 'a.md'], { cwd }).stderr).toContain('--interactive')
    expect(postlint(['fix', 'a.md'], { cwd, env: { LANG: 'ko_KR.UTF-8' } }).stderr).toMatch(/[가-힣]/)
  })
})
