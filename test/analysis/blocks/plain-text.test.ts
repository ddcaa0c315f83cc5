import { describe, expect, it } from 'vitest'
import { markupIn, plainText } from '../../../src/analysis/blocks/plain-text.ts'

describe('markupIn', () => {
  it.each([
    ['<b>New</b> trail', ['<b>', '</b>']],
    ['one<br>two', ['<br>']],
    ['It&#8217;s&nbsp;here', ['&#8217;', '&nbsp;']],
    ['a **bold** word and [a link](/a)', ['**bold**', '[a link](/a)']],
    ['{{ page.title }} {% include a.html %}', ['{{ page.title }}', '{% include a.html %}']],
    ['one\n two', ['\n ']],
  ])('finds it in %j', (text, found) => {
    expect(markupIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(found)
  })

  it.each([
    'The <canvas> element and Vec<T>',
    'The <br> tag, the <b></b> pair',
    'AT&amp;T, 3 &lt; 5, R&D, a && b',
    'Use `**kwargs` and `<b>x</b>`',
    '2**3**4 and ** spaced **',
    'How {{ name }} works in Vue',
    '[속보](단독) 한강',
  ])('leaves %j alone', (text) => {
    expect(markupIn(text)).toEqual([])
  })
})

describe('plainText', () => {
  it.each([
    ['<b>New</b>&nbsp;trail<br>by [the river](/r) &amp; town', 'New trail by the river & town'],
    ['plain', 'plain'],
  ])('of %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})
