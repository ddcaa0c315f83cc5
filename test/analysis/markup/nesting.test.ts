import { describe, expect, it } from 'vitest'
import { nestingMistakes } from '../../../src/analysis/markup/nesting.ts'
import { parsePost } from '../../../src/post/parse.ts'
import { loadParts } from '../../../src/post/parts.ts'

await loadParts()

const mistakes = (source: string, path = 'post.html'): string[] => {
  const post = parsePost({ path, sitePath: path, source, generator: path.startsWith('_posts/') ? 'jekyll' : 'any' })
  return nestingMistakes(post).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`)
}

describe('well nested', () => {
  it.each([
    ['optional end tags', '<ul><li>a<li>b</ul><p>c<p>d</p><dl><dt>e<dd>f</dl>'],
    ['a table without optional tags', '<table><thead><tr><th>a<tbody><tr><td>b<td>c<tr><td>d</table>'],
    ['caption and columns', '<table><caption>a<colgroup><col><tr><td>b</table>'],
    ['lists in lists', '<ul><li>a<ul><li>b</ul><li>c</ul>'],
    ['a paragraph in a cell in a link', '<a href="/"><table><tr><td><p>a</p></td></tr></table></a>'],
    ['blocks in transparent elements', '<a href="/"><div>a</div></a><ins><p>b</p></ins>'],
    ['headings in a summary', '<details><summary><h2>a</h2></summary>b</details>'],
    ['upper case', '<P>a</p><DIV>b</div>'],
    [
      'what looks like tags in scripts, styles and comments',
      '<script>"</p><b>"</script><style>a{}</style><!-- </b> -->',
    ],
    ['attributes that hold angle brackets', '<p title="</p><b>">a</p><a href=/x/>b</a>'],
    ['svg', '<svg><g/><path d=""/><text>a</text></svg><p>b</p>'],
    ['ruby and select', '<ruby>a<rp>(<rt>b<rp>)</ruby><select><option>a<option>b</select>'],
    ['a doctype and a skeleton', '<!doctype html><html><head><title>a</title><body><p>b</p></html>'],
    ['a button in a form in a section', '<section><form><label>a <input></label><button>b</button></form></section>'],
  ])('%s', (_, source) => {
    expect(mistakes(source)).toEqual([])
  })
})

describe('badly nested', () => {
  it.each([
    ['<p>a</b></p>', ['stray </b>']],
    ['<p>a</p></p>', ['stray </p>']],
    ['<div>a</div></div>', ['stray </div>']],
    ['<p>a</br>b</p>', ['stray </br>']],
    ['<div><ul><li>a</div></li></ul></div>', ['stray </div>']],
    ['<div>a', ['unclosed <div>']],
    ['<p><b>a</p><p>b</p>', ['unclosed <b>']],
    ['<ul><li><em>a<li>b</ul>', ['unclosed <em>']],
    ['<p>a <title>b</p>', ['unclosed <title>']],
    ['<div><div>a</div>', ['unclosed <div>']],
    ['<h2>a</h3><p>b</p>', ['mismatched </h3>']],
    ['<p><b>a</strong> b</p>', ['mismatched </strong>']],
    ['<ul><li>a</ol><p>b</p>', ['mismatched </ol>']],
    ['<p><b><i>a</b>b</i></p>', ['crossed <i>']],
    ['<div><span>a</div></span>', ['crossed <span>']],
    ['<p><b>a</p><p>b</b></p>', ['crossed <b>']],
    ['<p>a<div>b</div></p>', ['ended <div>']],
    ['<p>a<ul><li>b</ul>', ['ended <ul>']],
    ['<p>a<p>b</p></p>', ['ended <p>']],
    ['<p><span>a<h2>b</h2></span></p>', ['ended <h2>']],
    ['<b><p>a</b></p>', ['inside <p>']],
    ['<span><div>a</div><p>b</p></span>', ['inside <div>', 'inside <p>']],
    ['<h2><div>a</div></h2>', ['inside <div>']],
    ['<a href="/a">a <a href="/b">b</a></a>', ['nested <a href="/b">']],
    ['<a href="/a"><button>b</button></a>', ['nested <button>']],
    ['<form><form>a</form></form>', ['nested <form>']],
    ['<table><tr><p>a</p><td>b</td></tr></table>', ['fostered <p>']],
    ['<table>a<tr><td>b</td></tr></table>', ['text a']],
    ['<table><tr>a<td>b</td></tr></table>', ['text a']],
    ['<div><tr><td>a</td></tr></div>', ['outside <tr>']],
    ['<table><td>a</td></table>', ['outside <td>']],
    ['<p><a name="x"/>a</p>', ['selfClosed <a name="x"/>']],
    ['<div class="x"/><p>a</p>', ['selfClosed <div class="x"/>']],
    ['<p>Use List<String> here</p>', ['unknown <String>']],
  ])('%s', (source, expected) => {
    expect(mistakes(source)).toEqual(expected)
  })
})

describe('in Markdown', () => {
  it.each([
    ['raw blocks around Markdown', '<div>\n\n**a**\n\n- b\n\n</div>\n', []],
    ['tight items have no paragraph', '- a <div>b</div>\n- c\n', []],
    ['loose items have one', '- a <div>b</div>\n\n- c\n', ['ended <div>']],
    ['code is no markup', '`<b>` and\n\n    </div>\n\n```\n<p>\n```\n', []],
    ['inline tags end with their block', 'a <b>b\n\nc</b>\n', ['crossed <b>']],
    ['quotes', '> <div\n> class="a">\n>\n> b\n>\n> </div>\n', []],
    ['a paragraph around paragraphs', '**x**\n\n<p>\n\na\n\n</p>\n', ['split <p>']],
    ['a single paragraph tag', '**x**\n\n<p>\n\na\n', []],
    [
      'an indented row is code',
      '**x**\n\n<table>\n<tr><td>a</td></tr>\n\n    <tr><td>b</td></tr>\n</table>\n',
      ['text <tr><td>b</td></tr>'],
    ],
    ['components of the site', '<Chart data="a" />\n\n<Note>\n\nb\n\n</Note>\n', []],
  ])('%s', (_, source, expected) => {
    expect(mistakes(source, 'post.md').map((found) => found.replace('    ', ''))).toEqual(expected)
  })

  it('follows kramdown, which closes such tags, in Jekyll', () => {
    expect(mistakes('a <a name="x"/> b\n\n<p>\n\nc\n\n</p>\n', '_posts/2024-05-01-a.md')).toEqual([])
  })
})

describe('with templates', () => {
  it.each([
    ['{% if a %}<div class="a">{% else %}<div class="b">{% endif %}c</div>', []],
    ['<table>{% for row in rows %}<tr><td>{{ row }}</td></tr>{% endfor %}{{ rest }}</table>', []],
    ['<h{{ n }}>a</h{{ n }}><div {{ b }}>c</div>', []],
    ['{% include a.html %}</div>', ['stray </div>']],
  ])('%s', (source, expected) => {
    expect(mistakes(source)).toEqual(expected)
  })
})
