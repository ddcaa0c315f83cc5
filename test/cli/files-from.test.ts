import { describe, expect, it } from 'vitest'
import { badPost, folderWith, postlint } from './support.ts'

const folder = () => folderWith({ 'a.md': badPost, '벚꽃 산책.md': badPost, '[b].md': badPost, 'style.css': '' })
const lint = (cwd: string, input: string, ...more: string[]) =>
  postlint(['--files-from', '-', '--format', 'compact', ...more], { cwd, input })
const filesIn = ({ stdout }: { readonly stdout: string }): string[] =>
  stdout.split('\n').flatMap((line) => /^(.*):9:1: error/.exec(line)?.[1] ?? [])

describe('--files-from', () => {
  it.each([
    ['lines', '벚꽃 산책.md\n[b].md\n'],
    ['lines of Windows', '벚꽃 산책.md\r\n\r\n[b].md'],
    ['NULs', '벚꽃 산책.md\0[b].md\0'],
  ])('takes names from a list with %s, and no name for a glob', (_how, list) => {
    expect(filesIn(lint(folder(), list))).toEqual(['[b].md', '벚꽃 산책.md'])
  })

  it('reads the list from a file too', () => {
    const cwd = folderWith({ 'a.md': badPost, 'new\nline.md': badPost, list: 'new\nline.md\0' })
    const { stdout } = postlint(['--files-from', 'list', '--format', 'json'], { cwd })
    expect(JSON.parse(stdout).results).toMatchObject([{ path: 'new\nline.md' }])
  })

  it('is content with nothing to check', () => {
    expect(lint(folder(), '')).toEqual({ status: 0, stdout: '', stderr: 'postlint: No post to check\n' })
    const { status, stderr } = lint(folder(), 'style.css\n')
    expect(stderr).toBe(
      'postlint: style.css: skipped: not an .html, .htm, .md or .markdown file\npostlint: No post to check\n',
    )
    expect(status).toBe(0)
  })

  it('fails for a file or a list that does not exist', () => {
    expect(lint(folder(), 'a.md\nmissing.md\n')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No such file or folder: “missing.md”'),
    })
    expect(postlint(['--files-from', 'missing'], { cwd: folder() })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Cannot read “missing”'),
    })
  })
})
