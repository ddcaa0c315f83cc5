import fc from 'fast-check'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../src/post/html.ts'

const fragment = unified().use(rehypeParse, { fragment: true }).freeze()
const page = unified().use(rehypeParse, { fragment: false }).freeze()

const expectSameTree = (html: string): void => {
  expect(parseHtml(html, false)).toStrictEqual(fragment.parse(html))
  expect(parseHtml(html, true)).toStrictEqual(page.parse(html))
}

/** Elements that open, close or move others, drop text, take it as it is or start another kind of markup. */
const names =
  `html head body title base meta link script style noscript template frameset frame p div pre listing textarea h2 ul li
   dl dt a b i nobr code font button form input select option optgroup table caption colgroup col thead tbody tfoot tr th
   td br hr img image svg math desc foreignObject annotation-xml mi mglyph plaintext xmp iframe object marquee ruby rt`.split(
    /\s+/,
  )
const tag = fc
  .tuple(
    fc.constantFrom('', '', '', '/'),
    fc.constantFrom(...names),
    fc.constantFrom(
      '',
      '',
      '',
      ' class="a  b"',
      ' alt="가 &lt\r\n나\u0000<b>\'',
      " title='&amp;\n가' hidden",
      '\tid=x ID=y',
      '/',
      ' <',
      ' type=hidden',
    ),
    fc.constantFrom('>', '>', '>', '>', ''),
  )
  .map((parts) => `<${parts.join('')}`)
const text = fc.constantFrom(
  ...['가', '단어 하나', 'a b', ' ', '  ', '\n', '\r\n', '\r', '\n\n', '\t', '\f', '\u000b', '\u0000', '\u00a0'],
  ...[
    '😀',
    '\ud83d',
    '\ude00',
    '\ufeff',
    '&amp;',
    '&lt',
    '&notin;',
    '&#0;',
    '&#x1F600;',
    '&',
    '<',
    '>',
    '<3',
    '</',
    '</ a>',
  ],
  ...[
    '<!',
    '<!-- 주석 -->',
    '<!--',
    '-->',
    '<?a b?>',
    '<![CDATA[a b]]>',
    ']]>',
    '<!DOCTYPE html>',
    '<!doctype a SYSTEM "b">',
  ],
)
const markup = fc.array(fc.oneof(tag, text, text), { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('the tree', () => {
  it('is the one of rehype-parse, whatever the markup', () => {
    fc.assert(fc.property(markup, expectSameTree), { seed: 1, numRuns: 3000 })
  })

  it.each([
    ['line breaks before the first word', '<pre>\n\n a b</pre><textarea>\n c d</textarea><listing>\r\n e</listing>'],
    ['text between the parts of a table', '<table> a b <tr> c <td> d e </table> f <table><colgroup> g h <col> i'],
    ['text where frames stand', '<frameset> a b <frame> c </frameset> d e <noframes> f </noframes> </html> g h '],
    ['columns of a template', '<template> a <col> b c <tr> d e </template><template>\n<p>f g'],
    ['text around the head and after the body', ' a b <head> c </head> d e <body> f </body> g h </html> i j '],
    ['every kind of line break', '<p>a\nb c\r\nd e\rf\n\r\n\r g\u2028h</p>\r\n<p>i'],
    ['nothing', ''],
  ])('is the one of rehype-parse: %s', (_, html) => expectSameTree(html))

  it('is the one of rehype-parse where the parser drops what it has read', () => {
    expectSameTree('<p>단어 하나\r\n😀 둘 &amp; 셋</p>\n<pre>\n a  b</pre> '.repeat(4000))
  })
})
