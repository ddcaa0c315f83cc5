import { describe, expect, it } from 'vitest'
import { parse } from './help.ts'

const formatOf = (source: string, more = {}) => parse(source, more).format

describe('what a body is', () => {
  it('follows the configuration first', () => {
    expect(formatOf('<p>x</p>', { format: 'markdown' })).toBe('markdown')
    expect(formatOf('# x', { format: 'html' })).toBe('html')
  })

  it('is HTML in .html and .htm files', () => {
    expect(formatOf('# x', { path: 'a.html' })).toBe('html')
    expect(formatOf('plain', { path: 'a.HTM' })).toBe('html')
  })

  it('is a page when it starts as one', () => {
    expect(formatOf('<!doctype html><title>x</title>', { path: 'a.html' })).toBe('page')
    expect(formatOf('---\nlayout: x\n---\n<!-- a -->\n<html lang="ko"><body>x')).toBe('page')
  })

  it.each([
    ['<p>one</p>\n\n<p>two</p>'],
    ['{% include a.html %}\n<!-- note -->\n<h2>x</h2>'],
    ['{{ content }}\n<div>x</div>'],
    ['<p>a</p>\n<pre>\n# not a heading\n- not a list\n</pre>'],
    ['<p>a</p>\n<script>\nx = `y` // [a](b)\n</script>'],
    ['<p>a</p>\n<!--\n# a\n-->'],
    ['<p>2 * 3 * 4 and a - b</p>'],
  ])('is HTML in a .md file: %j', (source) => {
    expect(formatOf(source)).toBe('html')
  })

  it.each([
    ['plain text'],
    ['# heading'],
    ['<span>inline first</span>'],
    ['<p>a</p>\n\n## heading'],
    ['<p>a</p>\n\n- item'],
    ['<p>a</p>\n\n1. item'],
    ['<p>a</p>\n\n> quote'],
    ['<p>a</p>\n\n```\ncode\n```'],
    ['<p>a</p>\n\n| a | b |\n|---|---|'],
    ['<p>a</p>\n\n[a]: /b'],
    ['<p>a</p>\n\n[a](b)'],
    ['<p>a **bold** b</p>'],
    ['<p>a `code` b</p>'],
  ])('is Markdown in a .md file: %j', (source) => {
    expect(formatOf(source)).toBe('markdown')
  })

  it('says why', () => {
    expect(parse('<p>a</p>\n\n## heading').formatReason.en).toContain('##')
  })
})
