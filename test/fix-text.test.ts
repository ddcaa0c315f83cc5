import { describe, expect, it } from 'vitest'
import { fixText } from '../src/index.ts'

const options = { path: 'post.html', today: '2024-06-01' } as const

describe('fixText', () => {
  it('gives the fixed text, what was fixed, and what remains', async () => {
    const source =
      '\ufeff<p data-ke-size="size16">가을 산은 일찍 저뭅니다.</p>\r\n<p>&nbsp;</p>\r\n<p><img src="/a.png"></p>\r\n'
    const result = await fixText(source, options)
    expect(result.fixedText).toBe('\ufeff<p>가을 산은 일찍 저뭅니다.</p>\r\n<p><img src="/a.png"></p>\r\n')
    expect(result.fixed).toEqual({ 'no-editor-artifacts': 1, 'no-empty-paragraph': 1 })
    expect(result.findings.map(({ rule }) => rule)).toContain('image-alt')
    expect(result.findings.map(({ rule }) => rule)).not.toContain('no-empty-paragraph')
  })

  it('gives no text where nothing changes', async () => {
    const result = await fixText('<p>가을 산은 일찍 저뭅니다.</p>\n', options)
    expect(result).toMatchObject({ fixed: {} })
    expect(result.fixedText).toBeUndefined()
  })

  it('takes rules, and what is unsafe only when told to', async () => {
    const source = '<p>정원은 １２월에도 푸릅니다.</p>\n'
    const rules = { 'no-fullwidth-alphanumeric': 'error' } as const
    expect((await fixText(source, { ...options, rules })).fixedText).toBeUndefined()
    const fixed = await fixText(source, { ...options, rules, unsafe: true })
    expect(fixed.fixedText).toBe('<p>정원은 12월에도 푸릅니다.</p>\n')
  })
})
