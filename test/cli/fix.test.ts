import { chmodSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

/** What `badPost` is after fixing: the empty paragraph is gone, with the blank line behind it. */
const fixedPost = badPost.replace('<p>&nbsp;</p>\n\n', '')

const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

describe('--fix', () => {
  it('fixes files, reports what remains, and says what it did', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': `${badPost}<p><img src="/x.png"></p>\n`, 'c.md': cleanPost })
    const { status, stdout, stderr } = postlint(['--fix'], { cwd })
    expect(textOf(cwd, 'a.md')).toBe(fixedPost)
    expect(textOf(cwd, 'b.md')).toBe(`${fixedPost}<p><img src="/x.png"></p>\n`)
    expect(textOf(cwd, 'c.md')).toBe(cleanPost)
    expect(stdout).toMatch(/^b\.md\n\n {2}10:4 +error .*\n[\s\S]*image-alt/)
    expect(stdout).toMatch(/\nFixed 2 problems in 2 files: 2 no-empty-paragraph\n1 error · 3 files checked\n$/)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md', 'c.md'])

    const again = postlint(['--fix', '--format', 'json', 'a.md'], { cwd })
    expect(JSON.parse(again.stdout).summary).toMatchObject({ errors: 0, fixed: { problems: 0, files: 0, rules: {} } })
    expect(again.status).toBe(0)
  })

  it('counts in JSON, and speaks Korean', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': badPost })
    const { summary, results } = JSON.parse(postlint(['--fix', '--format', 'json', 'a.md'], { cwd }).stdout)
    expect(summary.fixed).toEqual({ problems: 1, files: 1, rules: { 'no-empty-paragraph': 1 } })
    expect(results[0].findings).toEqual([])
    expect(postlint(['--fix', '--locale', 'ko', 'b.md'], { cwd }).stdout).toContain(
      '파일 1개에서 문제 1개 수정: 1 no-empty-paragraph\n',
    )
  })

  it('keeps every byte outside of its edits: BOM, line breaks, encoding, no final newline', () => {
    const crlf = `\ufeff${badPost.trimEnd().replaceAll('\n', '\r\n')}`
    const cwd = folderWith({ '.postlintrc.yaml': 'overrides: [{ files: k.md, encoding: cp949 }]\n' })
    writeFileSync(join(cwd, 'a.md'), crlf)
    writeFileSync(join(cwd, 'k.md'), iconv.encode(badPost, 'cp949'))
    writeFileSync(join(cwd, 'u.md'), Buffer.from(`\ufeff${badPost}`, 'utf16le'))
    postlint(['--fix', '--rule', 'final-newline: off'], { cwd })
    expect(textOf(cwd, 'a.md')).toBe(crlf.replace('<p>&nbsp;</p>\r\n\r\n', ''))
    expect(readFileSync(join(cwd, 'k.md'))).toEqual(iconv.encode(fixedPost, 'cp949'))
    expect(readFileSync(join(cwd, 'u.md'))).toEqual(Buffer.from(`\ufeff${fixedPost}`, 'utf16le'))
  })

  it('names each file that it could not write, keeps it, and goes on with the others', () => {
    const cwd = folderWith({ 'linked.md': badPost, 'ok.md': badPost, 'sealed.md': badPost })
    writeFileSync(join(cwd, 'euckr.md'), iconv.encode(badPost, 'cp949'))
    linkSync(join(cwd, 'linked.md'), join(cwd, 'linked.bak'))
    chmodSync(join(cwd, 'sealed.md'), 0o444)
    const { status, stdout, stderr } = postlint(['--fix'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /euckr\.md.*encoding is not certain.*\n.*linked\.md.*hard link.*\n.*sealed\.md.*read-only\n$/s,
    )
    expect(['linked.md', 'sealed.md', 'ok.md'].map((name) => textOf(cwd, name))).toEqual([badPost, badPost, fixedPost])
    expect(stdout).toMatch(/sealed\.md\n\n {2}9:1 /)
  })

  it('fixes what is unsafe only when told to', () => {
    const post = cleanPost.replace('책상', '책상 １２')
    const cwd = folderWith({ 'a.md': post })
    const rule = ['--rule', 'no-fullwidth-alphanumeric: error']
    postlint(['--fix', ...rule], { cwd })
    expect(textOf(cwd, 'a.md')).toBe(post)
    expect(postlint(['--fix-unsafe', ...rule], { cwd }).status).toBe(0)
    expect(textOf(cwd, 'a.md')).toBe(post.replace('１２', '12'))
  })

  it('fixes nothing that a directive suppresses', () => {
    const post = badPost.replace('<p>&nbsp;', '<!-- postlint-disable-next-line no-empty-paragraph -->\n<p>&nbsp;')
    const cwd = folderWith({ 'a.md': post })
    expect(postlint(['--fix'], { cwd }).status).toBe(0)
    expect(textOf(cwd, 'a.md')).toBe(post)
  })

  it('clears away what a killed run has left', () => {
    const cwd = folderWith({ 'a.md': cleanPost, '.a.md.postlint-999999999-0123456789ab.tmp': 'half' })
    expect(postlint([], { cwd }).status).toBe(0)
    expect(readdirSync(cwd)).toHaveLength(2)
    expect(postlint(['--fix'], { cwd }).status).toBe(0)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })
})

describe('--diff', () => {
  it('shows what would change as a patch, changes nothing, and exits with 1', () => {
    const cwd = folderWith({ '_posts/a.md': badPost, 'c.md': cleanPost })
    const { status, stdout, stderr } = postlint(['--diff', '.', '_posts'], { cwd })
    expect(stdout).toMatch(/^--- a\/_posts\/a\.md\n\+\+\+ b\/_posts\/a\.md\n@@ -\d+,\d+ \+\d+,\d+ @@\n/)
    expect(stdout.match(/^[-+](?![-+]).*$/gm)).toEqual(['-<p>&nbsp;</p>', '-'])
    expect(stderr).toBe('Would fix 1 problem in 1 file: 1 no-empty-paragraph\n')
    expect(status).toBe(1)
    expect(textOf(cwd, '_posts/a.md')).toBe(badPost)
    const nothing = { status: 0, stdout: '', stderr: '' }
    expect(postlint(['--diff', 'c.md'], { cwd })).toEqual(nothing)
  })

  it('is exact in a pipe, and harmless where it is watched', () => {
    const post = badPost.replace('<p>천장등은', '<p>\x1b]0;title\x07::error::천장등은').replaceAll('\n', '\r\n')
    const cwd = folderWith({ 'a.md': post })
    expect(postlint(['--diff'], { cwd }).stdout).toContain('\x1b]0;title\x07::error::천장등은')
    const { stdout } = postlint(['--diff'], { cwd, env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\x1b[31m-<p>&nbsp;</p>\x1b[39m\n')
    expect(stdout).toContain('\\u{1b}]0;title\\u{7}')
    expect(stdout).not.toContain('\r')
  })

  it('goes with standard input and with reports beside it', () => {
    const cwd = folderWith({})
    const args = ['--diff', '--stdin', '--stdin-path', 'a.md', '--format', 'json=report.json']
    const { status, stdout } = postlint(args, { cwd, input: badPost })
    expect(stdout).toContain('-<p>&nbsp;</p>')
    expect(status).toBe(1)
    expect(JSON.parse(textOf(cwd, 'report.json')).summary).toMatchObject({ errors: 0, fixed: { problems: 1 } })
  })
})

describe('--stdin --fix', () => {
  const fixStdin = (input: string, ...more: string[]) => postlint(['--stdin', '--fix', ...more], { input })

  it('prints the fixed text, and the report beside it', () => {
    const { status, stdout, stderr } = fixStdin(`${badPost}<p><img src="/x.png"></p>\n`)
    expect(stdout).toBe(`${fixedPost}<p><img src="/x.png"></p>\n`)
    expect(stderr).toMatch(/image-alt[\s\S]*Fixed 1 problem in 1 file: 1 no-empty-paragraph\n1 error/)
    expect(status).toBe(1)
  })

  it('prints the text as it is where nothing is to fix, where it is ignored, and where it cannot be fixed', () => {
    expect(fixStdin(cleanPost)).toMatchObject({ status: 0, stdout: cleanPost })
    expect(fixStdin(badPost, '--stdin-path', 'a.txt')).toMatchObject({ status: 0, stdout: badPost })
    expect(fixStdin(`${badPost}\0`)).toMatchObject({ status: 2, stdout: `${badPost}\0` })
  })

  it('prints nothing of a text that is too large', () => {
    expect(fixStdin(badPost, '--max-file-size', '100')).toMatchObject({ status: 2, stdout: '' })
  })
})
