import { describe, expect, it } from 'vitest'
import imageAlt from '../../../rules/images/image-alt.ts'
import imageAltQuality from '../../../rules/images/image-alt-quality.ts'
import { withDefaults } from '../../../src/engine/examples.ts'
import type { Finding } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import type { AnyRule } from '../../../src/engine/rule.ts'
import { parse } from '../../post/help.ts'

const check = (rule: AnyRule, source: string): readonly Finding[] =>
  lint(parse(source), [{ id: 'rule', family: 'images', rule, severity: 'error', options: withDefaults(rule) }], {
    today: '2024-06-01',
    hash: '',
  }).findings

const said = (alt: string): string[] =>
  check(imageAltQuality, `<p>글입니다.</p>\n<p><img src="a.jpg" alt="${alt}"></p>\n`).map(({ messageId }) => messageId)

describe('image-alt', () => {
  it('suggests decoration for a picture, but not for a link', () => {
    const edits = (source: string) => check(imageAlt, source)[0]?.suggestions?.find(({ asks }) => !asks)?.edits
    expect(edits('<p><img src="a.jpg"> 글</p>\n')).toEqual([{ start: 7, end: 7, text: ' alt=""' }])
    expect(edits('<p><a href="/"><img src="a.jpg"></a></p>\n')).toBeUndefined()
  })

  it.each([
    '<p><a href="/" aria-label="처음"><img src="a.jpg" alt=""></a></p>\n',
    '<p><a href="/"><img src="a.jpg" alt=""><img src="b.jpg" alt="처음으로"></a></p>\n',
    '<div aria-hidden="true"><p><img src="a.jpg"></p></div>\n',
    '<p><img src="a.jpg" {% if alt %}alt="{{ alt }}"{% endif %}></p>\n',
  ])('is content with %j', (source) => {
    expect(check(imageAlt, source)).toEqual([])
  })

  it('is not misled by a template inside another attribute', () => {
    expect(check(imageAlt, '<p><img src="{{ site.url }}/a.jpg"></p>\n')).toHaveLength(1)
  })
})

describe('image-alt-quality', () => {
  it.each([
    ['DSC00694', ['fileName']],
    ['스크린샷 2024-05-02 오후 3.21.11', ['fileName']],
    ['KakaoTalk_20240502_120000', ['fileName']],
    ['9f86d081884c7d659a2feaa0c55ad015', ['fileName']],
    ['https://example.com/a', ['fileName']],
    ['이미지 3', ['label']],
    ['Screenshot', ['label']],
    ['スクリーンショット', ['label']],
    ['在这里插入图片描述', ['label']],
    ['imagen', ['label']],
    ['3', ['number']],
    ['사진: 돌담길을 걷는 사람들', ['opening']],
  ])('reports %j', (alt, expected) => {
    expect(said(alt)).toEqual(expected)
  })

  it.each([
    'iPhone 15',
    'Image Capture 앱의 가져오기 창',
    '그림자가 긴 골목',
    '표지판이 있는 갈림길',
    ':)',
    '😀',
    'MySQL, PostgreSQL, SQLite',
    'Photosynthesis in a leaf',
    'deadbeef',
  ])('is content with %j', (alt) => {
    expect(said(alt)).toEqual([])
  })

  it('knows the words of the post', () => {
    expect(check(imageAltQuality, '<p>한빛 마을입니다.</p>\n<p><img src="a.jpg" alt="한빛 사진"></p>\n')).toEqual([])
    expect(check(imageAltQuality, '<p>마을입니다.</p>\n<p><img src="a.jpg" alt="한빛 사진"></p>\n')).toHaveLength(1)
  })

  it('suggests the alternative without its opening', () => {
    const source = '<p><img src="a.jpg" alt="Image of a lighthouse"></p>\n'
    const [edit] = check(imageAltQuality, source)[0]?.suggestions?.[0]?.edits ?? []
    expect(source.slice(edit?.start, edit?.end)).toBe('Image of a lighthouse')
    expect(edit?.text).toBe('a lighthouse')
  })
})
