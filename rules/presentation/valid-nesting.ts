import { nestingMistakes } from '../../src/analysis/markup/nesting.ts'
import { mendingOf } from '../../src/analysis/markup/nesting-mending.ts'
import { rule } from '../../src/engine/rule.ts'

export default rule({
  summary: { en: 'Tags are closed and nested as HTML wants them.', ko: '태그를 HTML 규칙대로 닫고 중첩합니다.' },
  why: {
    en: 'Browsers repair wrong nesting in silence: they end paragraphs early, move text out of tables and let bold run on. What comes out is not what was written, and the theme’s layout may break with it.',
    ko: '브라우저는 잘못된 중첩을 말없이 고칩니다. 단락을 일찍 끝내고, 글을 표 밖으로 옮기고, 굵은 글씨를 끝까지 이어 갑니다. 결과는 쓴 것과 다르고 테마의 레이아웃까지 깨질 수 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: an introduction to error handling and strange cases in the parser',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#an-introduction-to-error-handling-and-strange-cases-in-the-parser',
    },
    {
      authority: 'standard',
      title: 'HTML: restrictions on content models',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#content-models',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  group: 'all',
  messages: {
    stray: {
      en: '</{name}> ends no open element. Delete it, or open the element.',
      ko: '</{name}>에 짝이 되는 여는 태그가 없습니다. 지우거나 여는 태그를 추가하세요.',
    },
    mismatched: {
      en: '</{name}> stands where </{other}> should end the element. Use the same name in both tags.',
      ko: '</{other}> 자리에 </{name}>이 있습니다. 여는 태그와 이름을 맞추세요.',
    },
    unclosed: {
      en: '<{name}> is never closed, so it takes in what follows. Add </{name}>.',
      ko: '<{name}>이 닫히지 않아 뒤의 내용까지 포함합니다. </{name}>을 추가하세요.',
    },
    unknown: {
      en: 'Browsers take <{name}> for a tag and do not show it. Write &lt; for “<”, or set it as code.',
      ko: '브라우저는 <{name}>을 태그로 읽어 표시하지 않습니다. “<”를 &lt;로 쓰거나 코드로 표시하세요.',
    },
    selfClosed: {
      en: 'The slash does not close <{name}/> in HTML: the element stays open. Add </{name}>.',
      ko: 'HTML에서 <{name}/>의 슬래시는 요소를 닫지 않습니다. </{name}>을 추가하세요.',
    },
    crossed: {
      en: '<{name}> is closed only after the element around it has ended. Close it inside.',
      ko: '<{name}>이 바깥 요소가 끝난 뒤에 닫힙니다. 바깥 요소 안에서 닫으세요.',
    },
    ended: {
      en: '<{name}> ends the <{other}> that it stands in. Close the <{other}> before it.',
      ko: '<{name}>이 바깥의 <{other}>를 끝냅니다. 그 앞에서 <{other}>를 닫으세요.',
    },
    split: {
      en: 'Markdown makes paragraphs of its own inside this <{name}>, which end it. Use <div>.',
      ko: '이 <{name}> 안에 마크다운이 따로 단락을 만들어 바로 끝납니다. <div>를 쓰세요.',
    },
    inside: {
      en: '<{name}> cannot stand inside <{other}>, which holds only text and inline elements. Swap them, or use <div>.',
      ko: '<{other}> 안에는 글과 인라인 요소만 둘 수 있어 <{name}>은 넣지 못합니다. 순서를 바꾸거나 <div>를 쓰세요.',
    },
    nested: {
      en: '<{name}> cannot stand inside <{other}>. Put them side by side.',
      ko: '<{other}> 안에 <{name}>을 둘 수 없습니다. 나란히 두세요.',
    },
    fostered: {
      en: '<{name}> stands directly in <{other}>, so browsers move it out of the table. Put it in a cell.',
      ko: '<{name}>이 <{other}> 바로 안에 있어 브라우저가 표 밖으로 옮깁니다. 셀 안에 넣으세요.',
    },
    text: {
      en: 'Text stands directly in <{other}>, so browsers move it out of the table. Put it in a cell.',
      ko: '글이 <{other}> 바로 안에 있어 브라우저가 표 밖으로 옮깁니다. 셀 안에 넣으세요.',
    },
    outside: {
      en: '<{name}> stands outside <{other}>. Put it inside one.',
      ko: '<{name}>이 <{other}> 밖에 있습니다. <{other}> 안에 넣으세요.',
    },
  },
  check: ({ post, report }) => ({
    done() {
      for (const mistake of nestingMistakes(post)) {
        const { kind, name, other, see, start, end } = mistake
        const change = mendingOf(post, mistake)
        report(
          { start, end },
          kind,
          { name, other },
          { related: see ? [{ ...see, kind: 'see' }] : [], suggestions: change ? [change] : [] },
        )
      }
    },
  }),
  examples: {
    good: [
      '<p>첫 단락\n<p>둘째 단락</p>\n<ul><li>하나<li>둘</ul>\n<table><tr><td>가<td>나<tr><td>다<td>라</table>\n',
      '<a href="/guide"><div><h2>Guide</h2><p>A block link.</p></div></a>\n<p><ins>New</ins><br>line</p>\n',
      '<p>{% if page.note %}<b>{{ page.note }}{% else %}<b>なし{% endif %}</b></p>\n<table>{% for row in rows %}<tr><td>{{ row }}</td></tr>{% endfor %}</table>\n',
      '<details><summary><h3>Answer</h3></summary><p>Forty-two.</p></details>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n<p><my-chart data="a"></my-chart></p>\n',
      'Use `<div>` and `List<String>`, 写 `</p>`.\n\n<div>\n\n- 항목 <b>하나</b>\n\n</div>\n\n<https://example.com/>\n',
    ],
    bad: [
      {
        post: '<div><p>설정을 바꿉니다.</p>⟦</span>⟧</div>\n<h2>제목⟦</h3>⟧\n<p>⟦<b>⟧굵은 글</p>\n',
        messages: ['stray', 'mismatched', 'unclosed'],
      },
      {
        post: '<p>説明です。⟦<div>⟧囲み</div></p>\n<p><span>⟦<h3>⟧見出し</h3></span></p>\n<span>⟦<ul>⟧<li>項目</li></ul></span>\n',
        messages: ['ended', 'inside'],
      },
      {
        post: '<p>⟦<i>⟧One ⟦<b>⟧two</p><p>three</i></b></p>\n',
        messages: ['crossed'],
      },
      {
        post: '<table>⟦합계⟧<tr>⟦<p>⟧설명</p><td>1</td></tr></table>\n⟦<td>⟧2</td>\n<p><a href="/a">가 ⟦<a href="/b">⟧나</a></a></p>\n',
        messages: ['text', 'fostered', 'outside', 'nested'],
      },
      {
        post: '<div>⟦<figcaption>⟧돌담길</figcaption></div>\n<address>Ada ⟦<h3>⟧Where</h3></address>\n<p><a href="/a">⟦<video controls src="a.mp4">⟧</video></a></p>\n',
        messages: ['outside', 'nested'],
      },
      {
        post: 'Call `get` on a List⟦<String>⟧ first.\n\n⟦<p align="center">⟧\n\nA centred line.\n\n</p>\n\n⟦<a name="end"/>⟧\n',
        messages: ['unknown', 'split', 'selfClosed'],
      },
    ],
  },
})
