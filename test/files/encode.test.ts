import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/files/decode.ts'
import { encode } from '../../src/files/encode.ts'

const text = '<p>제주의 봄,\r\n유채꽃이 핀 길을 걷습니다.</p>'

describe('encode', () => {
  it.each<[string, Buffer, string?]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a BOM', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with a BOM', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['CP949', iconv.encode(`${text}똠방각하`, 'cp949'), 'cp949'],
    ['Shift_JIS', iconv.encode('<p>京都の春、桜の道を歩きました。</p>', 'shift_jis'), 'shift_jis'],
    ['GB18030', iconv.encode('<p>四川的春天，油菜花开了。😀</p>', 'gb18030'), 'gb18030'],
  ])('gives the bytes of a file in %s again, and those of a changed text', async (_, bytes, declared) => {
    const file = await decode(bytes, declared)
    expect(await encode(file.source, file)).toEqual(bytes)
    const changed = await encode(file.source.replace('<p>', '<p lang="x">'), file)
    expect((await decode(changed!, declared)).source).toBe(file.source.replace('<p>', '<p lang="x">'))
  })

  it('gives nothing where the encoding lacks a character', async () => {
    const file = await decode(iconv.encode(text, 'cp949'), 'cp949')
    expect(await encode(`${text}😀`, file)).toBeUndefined()
  })
})
