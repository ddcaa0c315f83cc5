import { rule } from '../../src/engine/rule.ts'

export default rule({
  summary: { en: 'Posts are saved as UTF-8.', ko: '글은 UTF-8로 저장합니다.' },
  why: {
    en: 'Generators and browsers take text for UTF-8. Saved in another encoding, every letter beyond ASCII turns into rubbish, or the build stops.',
    ko: '생성기와 브라우저는 글을 UTF-8로 읽습니다. 다른 인코딩으로 저장하면 한글이 모두 깨지거나 빌드가 멈춥니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: character encoding',
      url: 'https://html.spec.whatwg.org/multipage/semantics.html#charset',
    },
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  messages: {
    other: {
      en: 'This file is {encoding}, not UTF-8. Save it as UTF-8; until then it was read as {encoding}.',
      ko: '파일 인코딩이 UTF-8이 아니라 {encoding}입니다. {encoding:으로/로} 읽어 검사했으니 UTF-8로 저장하세요.',
    },
    likely: {
      en: 'This file is not UTF-8 but probably {encoding}, and some of it cannot be decoded. Save it as UTF-8.',
      ko: 'UTF-8이 아니며 {encoding} 파일로 보이지만 일부를 읽을 수 없습니다. UTF-8로 저장하세요.',
    },
    unknown: {
      en: 'From here on there are bytes that are not UTF-8. Mend or delete them, and save the file as UTF-8.',
      ko: '여기부터 UTF-8이 아닌 바이트가 있습니다. 고치거나 지운 뒤 UTF-8로 저장하세요.',
    },
    nul: {
      en: 'A NUL character, which no text holds: the file is damaged or not a post. Delete it.',
      ko: '글에는 있을 수 없는 NUL 문자입니다. 파일이 손상되었거나 글이 아닙니다. 지우세요.',
    },
  },
  check: ({ post, report }) => ({
    problem(found) {
      if (found.kind !== 'encoding') return
      const { encoding, lossy, range } = found
      if (post.source[range.start] === '\0') report(range, 'nul', {})
      else if (encoding === '') report(range, 'unknown', {})
      else report(range, lossy ? 'likely' : 'other', { encoding })
    },
  }),
  examples: {
    good: ['<p>한글과 English, 日本語, 中文이 한 파일에 있습니다.</p>\n'],
    bad: [
      {
        post: '⟦<⟧p>안녕하세요.</p>\n',
        problems: [{ kind: 'encoding', encoding: 'CP949', lossy: false, range: { start: 0, end: 1 } }],
        messages: ['other'],
      },
      {
        post: '<p>⟦\uFFFD⟧は読めません。</p>\n',
        problems: [{ kind: 'encoding', encoding: 'Shift_JIS', lossy: true, range: { start: 3, end: 4 } }],
        messages: ['likely'],
      },
      {
        post: '<p>Caf⟦\uFFFD⟧ at noon</p>\n',
        problems: [{ kind: 'encoding', encoding: '', lossy: true, range: { start: 6, end: 7 } }],
        messages: ['unknown'],
      },
      {
        post: '<p>중간이 ⟦\0⟧ 깨졌습니다.</p>\n',
        problems: [{ kind: 'encoding', encoding: '', lossy: true, range: { start: 7, end: 8 } }],
        messages: ['nul'],
      },
    ],
  },
})
