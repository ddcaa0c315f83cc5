import { describe, expect, test } from 'vitest'
import { hrefProblem } from '../../../src/analysis/links/href-problem.ts'

const fine = [
  ...[
    '/',
    'a/b.html',
    '../x',
    '?page=2',
    '#top',
    '#/route',
    '/a%2fc',
    '/한글/주소',
    'https://한글.kr/a',
    '//cdn.info/a.js',
  ],
  ...[
    'http://[2001::1]:80',
    'http://host:0080/c',
    'HTTP://A.INFO',
    'https://a.info/@ada',
    'https://a.info/?x[]=1&y=a|b',
  ],
  ...['https://web.archive.org/web/2010/http://a.info', ' /map\n', 'ftp://a.info', 'ssh://a', 'http/overview.html'],
  ...[
    'mailto:a@b.info',
    'mailto:?body=x',
    'mailto:a@b.info,c@d.info?subject=Hi there',
    'tel:+82-2-123',
    'data:text/plain,x',
  ],
  ...['javascript:(function(){alert(1)})()', 'x-app:open', 'git@host.info:a/b', 'example.com', 'index.php'],
]

const wrong: readonly (readonly [string, string, string?])[] = [
  ['', 'empty'],
  [' \n', 'empty'],
  ['#', 'hash'],
  ['javascript:void(0)', 'script'],
  ['javascript:;', 'script'],
  ['file:///C:/a.html', 'file'],
  ['C:\\a\\b.html', 'file'],
  ['http://localhost:4000/', 'local'],
  ['http://127.0.0.1/', 'local'],
  ['mailto:', 'mail'],
  ['mailto:octocat', 'mail'],
  ['tel:', 'phone'],
  ['hptts://a.info/x', 'scheme', 'https://a.info/x'],
  ['htttp://a.info', 'scheme', 'http://a.info'],
  ['https//a.info', 'scheme', 'https://a.info'],
  ['https;//a.info', 'scheme', 'https://a.info'],
  ['http://https://a.info', 'scheme', 'https://a.info'],
  ['http:/a.info', 'slashes', 'http://a.info'],
  ['https:a.info', 'slashes', 'https://a.info'],
  ['http:///a.info', 'slashes', 'http://a.info'],
  ['ftp:/a.info/x', 'slashes', 'ftp://a.info/x'],
  ['www.a.kr/x', 'bare', 'https://www.a.kr/x'],
  ['ada@blog.info', 'bare', 'mailto:ada@blog.info'],
  ['[a](https://a.info)', 'markdown'],
  ['“https://a.info”', 'quotes', 'https://a.info'],
  ['a b.html', 'space', 'a%20b.html'],
  ['https://a.info/b c', 'space', 'https://a.info/b%20c'],
  ['https://a.info/\u200b', 'space', 'https://a.info/'],
  ['a\\b.html', 'character', 'a/b.html'],
  ['/100%', 'character'],
  ['/a#b#c', 'character'],
  ['https://ada:secret@a.info/', 'credentials'],
  ['https://', 'host'],
  ['http://www.', 'host'],
  ['http://a.info:99999/', 'host'],
  ['http://0xc0.0250.01/', 'host'],
  ['[docs]/a.html', 'character'],
]

describe('what is wrong with an address', () => {
  test.each(fine)('nothing: %j', (href) => {
    expect(hrefProblem(href)).toBeUndefined()
  })

  test.each(wrong.map(([href, kind, mended]) => ({ href, kind, mended })))('$href: $kind', ({ href, kind, mended }) => {
    expect(hrefProblem(href)).toMatchObject(mended === undefined ? { kind } : { kind, mended })
  })

  test('is found in linear time', () => {
    const start = performance.now()
    for (const piece of ['#', '](', '%', 'http:', '“', ' ', '@', '.'])
      hrefProblem(`http://a.info/${piece.repeat(100_000)}x`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
