import { describe, expect, it } from 'vitest'
import { maskTemplates, opaque } from '../../src/post/template.ts'

const masked = (source: string, format: 'html' | 'markdown' = 'html') =>
  maskTemplates(source, { start: 0, end: source.length }, format)
/** The masked text with U+E000 shown as `#`. */
const shown = (source: string, format?: 'html' | 'markdown') => masked(source, format).text.replaceAll(opaque, '#')
const kinds = (source: string, format?: 'html' | 'markdown') => masked(source, format).masks.map(({ kind }) => kind)

describe('every mask', () => {
  it('keeps the length and the line breaks', () => {
    const source = '<p>{{ a\r\n  | b }}</p>\n{% if\n x %}\r<a href="{{ u }}"\n{% t %}>\n$$\nx\n$$'
    for (const format of ['html', 'markdown'] as const) {
      const { text } = masked(source, format)
      expect(text.length).toBe(source.length)
      expect([...text.matchAll(/[\r\n]/g)].map(({ index }) => index)).toEqual(
        [...source.matchAll(/[\r\n]/g)].map(({ index }) => index),
      )
    }
  })

  it('leaves front matter alone', () => {
    const source = '---\ntitle: {{ x }}\n---\n{{ y }}'
    expect(maskTemplates(source, { start: 23, end: source.length }, 'html').text).toBe(
      `---\ntitle: {{ x }}\n---\n${opaque.repeat(7)}`,
    )
  })
})

describe('templates that print', () => {
  it('are opaque words in text, in quoted values and in link targets', () => {
    expect(shown('<p>{{ a }}</p>')).toBe('<p>#######</p>')
    expect(shown('<a href="{{ "/x" | relative_url }}/y">z</a>')).toBe('<a href="#########################/y">z</a>')
    expect(shown('[a]({{ site.url }})', 'markdown')).toBe('[a](##############)')
    expect(shown('[a]({{< ref "b.md" >}})', 'markdown')).toBe('[a](##################)')
    expect(shown('{{% notice %}}x{{% /notice %}}', 'markdown')).toBe('##############x###############')
    expect(kinds('{{ a }} {{< b >}} {{% c %}}')).toEqual(['value', 'value', 'value'])
  })

  it('are a value where a value stands without quotes', () => {
    expect(shown('<img src={{ u }} alt=x>')).toBe('<img src=####### alt=x>')
  })
})

describe('tags', () => {
  it('are comments in an HTML body when they are long enough', () => {
    expect(shown('<ul>{% for a in b %}<li>')).toBe('<ul><!--#########--><li>')
    expect(shown('a {%x%} b')).toBe('a ##### b')
  })

  it('are comments in Markdown only when alone on their line', () => {
    expect(shown('a {% if b %} c', 'markdown')).toBe('a ########## c')
    expect(shown('  {% if b %}  \nc', 'markdown')).toBe('  <!--###-->  \nc')
  })

  it('are spaces inside a tag but outside quotes', () => {
    expect(shown('<p {% if a %}id="b"{% endif %}>')).toBe('<p           id="b"           >')
    expect(shown('<p class="{% if a %}b{% endif %}">')).toBe('<p class="##########b###########">')
  })

  it('never become comments where markup is not read', () => {
    expect(shown('<title>{% if a %}b</title>')).toBe('<title>##########b</title>')
    expect(shown('<script>{% if a %}</script>{% if a %}')).toBe('<script>##########</script><!--###-->')
  })

  it('are control when they print nothing', () => {
    expect(kinds('{% if a %}{% assign b = 1 %}{% endfor %}{% include c %}{{< /note >}}{{ end }}{{- if .x -}}')).toEqual(
      ['control', 'control', 'control', 'value', 'control', 'control', 'control'],
    )
  })
})

describe('blocks', () => {
  it('raw: its tags are masked, its content is live and its braces literal', () => {
    expect(shown('{% raw %}<p>{{ a }} {% b %}</p>{% endraw %}{{ c }}')).toBe(
      '<!--##--><p>{{ a }} {% b %}</p><!--#####-->#######',
    )
  })

  it.each(['highlight ruby', 'codeblock'])('%s: content is opaque', (name) => {
    const source = `{% ${name} %}<b>{{ a }}</p>{% end${name.split(' ')[0]} %}<i>`
    expect(kinds(source)).toEqual(['opaque'])
    expect(shown(source)).toMatch(/^<!--#+--><i>$/)
  })

  it('highlight shortcode: content is opaque', () => {
    expect(kinds('{{< highlight go >}}a := "`"{{< /highlight >}}', 'markdown')).toEqual(['opaque'])
  })

  it.each(['{% comment %} <p> {% endcomment %}', '{# a #}', '{{/* a */}}'])('comment %s is dropped', (source) => {
    expect(kinds(source)).toEqual(['comment'])
  })

  it.each(['`{# ` opens\n\nand ` #}` closes', '`{{/*` opens\n\nand `*/}}` closes'])(
    'two mentions in %j are no comment',
    (source) => {
      expect(kinds(source, 'markdown')).toEqual([])
    },
  )

  it.each(['{# a\n\nb #}', '  {{/* a\n\nb */}}', '{{- /* a\n\nb */ -}}'])(
    'comment %j that begins its line may hold blank lines',
    (source) => {
      expect(kinds(`Text\n${source}\n`)).toEqual(['comment'])
    },
  )

  it('{# is text to generators that do not know it', () => {
    const kindsFor = (generator: 'eleventy' | 'hexo' | 'jekyll' | 'hugo') =>
      maskTemplates('a {# b #}', { start: 0, end: 9 }, 'html', generator).masks.map(({ kind }) => kind)
    expect([kindsFor('eleventy'), kindsFor('hexo')]).toEqual([['comment'], ['comment']])
    expect([kindsFor('jekyll'), kindsFor('hugo')]).toEqual([[], []])
  })

  it('the inner text of other shortcodes is live', () => {
    expect(shown('{{< note >}}word{{< /note >}}', 'markdown')).toBe('############word#############')
  })
})

describe('kramdown', () => {
  it('attribute lists and header ids print nothing', () => {
    expect(kinds('a{: .b}\n# c {#d}\n{::options x="y" /}', 'markdown')).toEqual(['control', 'control', 'control'])
    expect(kinds('a{: .b} {#d}')).toEqual([])
  })

  it('formulas are opaque, prices are not', () => {
    expect(shown('so $a_1$ and $$b$$.', 'markdown')).toBe('so ##### and #####.')
    expect(shown('from $5 to $10, or 3$ each', 'markdown')).toBe('from $5 to $10, or 3$ each')
    expect(shown('`$HOME` and `$PATH`', 'markdown')).toBe('`$HOME` and `$PATH`')
  })
})

describe('what only looks like a template', () => {
  it.each(['{{ never closed', 'a {% b', 'x }} y', '{{ a\n\n}}', 'style={{', '{#fff', '`{{`'])(
    '%j is left alone',
    (source) => {
      expect(masked(source).masks).toEqual([])
    },
  )

  it.each([
    '{{',
    '{%',
    '{% raw %}',
    '{% highlight %}',
    '{{/*',
    '{#',
    '{# ',
    '\n{{/* */',
    'a {# \n\n',
    '$',
    '<a {',
    '<a "',
    '{{<highlight>}}',
    '{:',
  ])(
    'is quick on 200,000 times %j',
    (piece) => {
      expect(masked(piece.repeat(200_000), 'markdown').text.length).toBe(piece.length * 200_000)
    },
    5_000,
  )
})
