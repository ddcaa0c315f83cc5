import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { attributeExtent, blockExtent, masksIn, tagsOf } from '../../../src/analysis/blocks/extent.ts'
import { parse } from '../../post/help.ts'

const html = (source: string) => parse(source, { path: 'post.html' })

/** The source without the `<p>x</p>` in it. */
const withoutBlock = (source: string): string => {
  const start = source.indexOf('<p>x</p>')
  const extent = blockExtent(html(source), { start, end: start + '<p>x</p>'.length })
  return source.slice(0, extent.start) + source.slice(extent.end)
}

describe('blockExtent', () => {
  it.each([
    ['between blank lines', '<hr>\n\n<p>x</p>\n\n<hr>\n', '<hr>\n\n<hr>\n'],
    ['with a blank line after it only', '<hr>\n<p>x</p>\n\n<hr>\n', '<hr>\n\n<hr>\n'],
    ['with a blank line before it only', '<hr>\n\n<p>x</p>\n<hr>\n', '<hr>\n\n<hr>\n'],
    ['at the start', '<p>x</p>\n\n<hr>\n', '<hr>\n'],
    ['after front matter', '---\ntitle: A\n---\n\n<p>x</p>\n\n<hr>\n', '---\ntitle: A\n---\n\n<hr>\n'],
    ['at the end', '<hr>\n\n<p>x</p>\n', '<hr>\n'],
    ['at the very end', '<hr>\n\n<p>x</p>', '<hr>\n'],
    ['indented', '<div>\n  <p>x</p>  \n</div>\n', '<div>\n</div>\n'],
    ['in a line', '<hr> <p>x</p> <hr>\n', '<hr>  <hr>\n'],
    ['with CRLF', '<hr>\r\n\r\n<p>x</p>\r\n\r\n<hr>\r\n', '<hr>\r\n\r\n<hr>\r\n'],
    ['with CR', '<hr>\r\r<p>x</p>\r\r<hr>\r', '<hr>\r\r<hr>\r'],
  ])('leaves clean spacing %s', (_, source, rest) => expect(withoutBlock(source)).toBe(rest))
})

describe('tagsOf', () => {
  const first = (source: string) => {
    const post = html(source)
    const node = post.tree.children[0] as Element
    const tags = tagsOf(post, node)
    return tags && [tags.open, tags.inner, tags.close].map(({ start, end }) => source.slice(start, end))
  }

  it('finds both tags, however they are written', () => {
    expect(first('<P class="a">one</P >')).toEqual(['<P class="a">', 'one', '</P >'])
    expect(first('<p></p>')).toEqual(['<p>', '', '</p>'])
  })

  it('knows no end tag that is implied', () => {
    expect(first('<p>one<p>two</p>')).toBeUndefined()
    expect(first('<p>a</b>')).toBeUndefined()
  })
})

it('takes an attribute with the white space before it', () => {
  const source = '<p\n  class="a"\tid=b>x</p>'
  const post = html(source)
  const node = post.tree.children[0] as Element
  const cut = ['class', 'id'].map((name) => attributeExtent(post, node, name)!)
  expect(cut.map(({ start, end }) => source.slice(start, end))).toEqual(['\n  class="a"', '\tid=b'])
})

it('finds the masks that touch a range', () => {
  const source = '<p>{{ a }} b {{ c }} d {{ e }}</p>'
  const start = source.indexOf('b')
  const found = masksIn(html(source), { start, end: source.indexOf('d') })
  expect(found.map((mask) => source.slice(mask.start, mask.end))).toEqual(['{{ c }}'])
})
