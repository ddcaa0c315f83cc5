import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import {
  colorOf,
  declarationExtents,
  declarations,
  declaredColor,
  legacyColorOf,
} from '../../../src/analysis/style/inline-style.ts'
import { parse } from '../../post/help.ts'

describe('declarations', () => {
  const read = (style: string) => declarations(style).map(({ property, value }) => [property, value])

  it('reads properties in lower case and values without !important', () => {
    expect(read('COLOR : Red ! important;margin:0')).toEqual([
      ['color', 'Red'],
      ['margin', '0'],
    ])
  })

  it.each([
    ['quotes', `font-family: "A;B", 'C;D'; color: red`],
    ['brackets', 'background: url(data:image/png;base64,AA); color: red'],
    ['comments', 'width: 1px /* a; b */; color: red'],
    ['escapes', 'content: \\;; color: red'],
  ])('does not split in %s', (_, style) => {
    expect(read(style)).toHaveLength(2)
    expect(read(style)[1]).toEqual(['color', 'red'])
  })

  it('tells where each declaration stands, without its semicolon', () => {
    const style = ' color: red ; ; margin: 0;'
    expect(declarations(style).map(({ start, end }) => style.slice(start, end))).toEqual(['color: red', 'margin: 0'])
  })

  it('takes what is no declaration for nothing, and what never ends to the end', () => {
    expect(read(';; nonsense; : ;')).toEqual([])
    expect(read('background: url("x; color: red')).toEqual([['background', 'url("x; color: red']])
  })

  it('takes time in proportion to the length', () => {
    const start = performance.now()
    declarations('a:('.repeat(200_000))
    declarations("x:'".repeat(200_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('colours', () => {
  it.each(['#f00', 'red', 'RGB(255, 0, 0)', 'rgb(255 0 0 / 100%)', 'hsl(0 100% 50%)', '#ff0000ff'])(
    'takes %s for one and the same',
    (value) => expect(colorOf(value)).toBe('#ff0000ff'),
  )

  it.each(['inherit', 'currentColor', 'transparent', 'var(--x)', 'rgb(0 0 0 / 0)', ''])(
    'sees no colour in “%s”',
    (value) => expect(colorOf(value)).toBeUndefined(),
  )

  it('reads old attributes without #', () => {
    expect(legacyColorOf('00ff00')).toBe('#00ff00ff')
    expect(legacyColorOf('blue')).toBe('#0000ffff')
  })

  it('finds the colour among the parts of a background', () => {
    const [declaration] = declarations('background: url(red.png) no-repeat rgba(0, 0, 255, .5) 0 0')
    expect(declaredColor(declaration!)).toBe('#0000ff80')
  })
})

describe('declarationExtents', () => {
  const without = (style: string, property: string): string | undefined => {
    const source = `<p style="${style}">x</p>`
    const post = parse(source, { path: 'post.html' })
    const found = declarationExtents(post, post.tree.children[0] as Element, (own) => own.property === property)
    if (found === 'all' || !found) return found
    return found.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source)
  }

  it('leaves a tidy value wherever the declaration stands', () => {
    expect(without('color: red; margin: 0; width: 1px;', 'color')).toBe('<p style="margin: 0; width: 1px;">x</p>')
    expect(without('color: red; margin: 0; width: 1px;', 'margin')).toBe('<p style="color: red; width: 1px;">x</p>')
    expect(without('color: red; margin: 0', 'margin')).toBe('<p style="color: red;">x</p>')
  })

  it('gives neighbours as one range', () => {
    const source = '<p style="width: 1px; color: red; background: red;">x</p>'
    const post = parse(source, { path: 'post.html' })
    const node = post.tree.children[0] as Element
    expect(declarationExtents(post, node, ({ property }) => property !== 'width')).toEqual([{ start: 22, end: 50 }])
  })

  it('says when nothing would be left', () => {
    expect(without('color: red;', 'color')).toBe('all')
  })

  it('touches no value that is written otherwise than it reads', () => {
    expect(without('font-family: &quot;A&quot;; color: red', 'color')).toBeUndefined()
    expect(without('color: red /* ; */; margin: 0', 'color')).toBeUndefined()
  })
})
