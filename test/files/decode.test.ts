import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/files/decode.ts'

const korean =
  '---\ntitle: "부산 여행 준비"\n---\n<p>기차표는 한 달 전에 예매하는 것이 좋습니다. 갂똠뷁 같은 글자도 있습니다.</p>\n'
const japanese =
  '---\ntitle: "京都の旅"\n---\n<p>紅葉の季節はホテルの予約が取りにくいので、早めに準備しましょう。</p>\n'
const chinese =
  '---\ntitle: "北京旅行"\n---\n<p>秋天是去北京的最好季节，天气凉爽，空气也很干净。提前订酒店可以省下不少钱。</p>\n'
const traditional =
  '---\ntitle: "台北旅行"\n---\n<p>秋天是去台北的最好季節，天氣涼爽，空氣也很乾淨。提前訂飯店可以省下不少錢，也能選到喜歡的房間。</p>\n'
const russian =
  '---\ntitle: "Поездка в Казань"\n---\n<p>Осенью в городе тихо, гостиницы дешевле, а погода ещё хорошая.</p>\n'
const french =
  '---\ntitle: "Une semaine à Genève"\n---\n<p>Les musées ferment tôt à l’automne, mais le café reste ouvert toute la soirée.</p>\n'

describe('UTF-8', () => {
  test.each([
    ['plain', '글 하나\n', false],
    ['with line breaks of every kind', 'a\r\nb\rc\nd\u2028e', false],
    ['with a BOM', '글 하나\n', true],
    ['with a real U+FFFD', 'a\ufffdb', false],
    ['empty', '', false],
  ])('%s is read as it is', async (_, text, bom) => {
    const file = await decode(Buffer.from((bom ? '\ufeff' : '') + text))
    expect(file).toMatchObject({ source: text, bom, encoding: 'UTF-8', lossless: true, problems: [] })
  })

  test('that is damaged keeps the rest, and the problem is at the first bad byte', async () => {
    const text = 'U+FFFD itself: \ufffd, 그리고 나서 '
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xec, 0x84]), Buffer.from(' 다음 글자는 좋습니다')])
    const file = await decode(bytes)
    expect(file.source).toBe(`${text}\ufffd 다음 글자는 좋습니다`)
    expect(file.lossless).toBe(false)
    expect(file.problems).toEqual([
      { kind: 'encoding', encoding: '', lossy: true, range: { start: text.length, end: text.length + 1 } },
    ])
  })

  test('with a NUL is a problem at the NUL', async () => {
    const file = await decode(Buffer.from('글\0글'))
    expect(file.problems).toEqual([{ kind: 'encoding', encoding: '', lossy: true, range: { start: 1, end: 2 } }])
  })
})

describe('UTF-16', () => {
  const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

  test.each([
    ['UTF-16LE', Buffer.from(`\ufeff${korean}`, 'utf16le'), true],
    ['UTF-16BE', bigEndian(`\ufeff${korean}`), true],
    ['UTF-16LE', Buffer.from(korean, 'utf16le'), false],
    ['UTF-16BE', bigEndian(korean), false],
  ])('%s is known, with a BOM or without', async (encoding, bytes, bom) => {
    const file = await decode(bytes)
    expect(file).toMatchObject({ source: korean, encoding, bom, lossless: true })
    expect(file.problems).toMatchObject([{ kind: 'encoding', encoding, lossy: false }])
  })

  test('that the configuration declares is no problem', async () => {
    expect((await decode(Buffer.from(`\ufeff${korean}`, 'utf16le'), 'utf-16le')).problems).toEqual([])
  })

  test('with half a character is lossy', async () => {
    const file = await decode(Buffer.from('\ufeff글\ud83d자', 'utf16le'))
    expect(file).toMatchObject({ source: '글\ufffd자', lossless: false })
  })
})

describe('other encodings', () => {
  test.each([
    ['CP949', 'cp949', korean],
    ['Shift_JIS', 'shift_jis', japanese],
    ['EUC-JP', 'euc-jp', japanese],
    ['GB18030', 'gb18030', chinese],
    ['Big5', 'big5', traditional],
    ['windows-1251', 'windows-1251', russian],
    ['windows-1252', 'windows-1252', french],
  ])('%s is recognized', async (name, encoding, text) => {
    const file = await decode(iconv.encode(text, encoding))
    expect(file).toMatchObject({ source: text, encoding: name, lossless: true })
    const first = text.search(/\P{ASCII}/u)
    expect(file.problems).toEqual([
      { kind: 'encoding', encoding: name, lossy: false, range: { start: first, end: first + 1 } },
    ])
  })

  test('a few typographic quotes of Windows are not Korean', async () => {
    const text = 'He said \u201cTomorrow\u201d and it\u2019s fine, isn\u2019t it?\n'
    expect((await decode(iconv.encode(text, 'windows-1252'))).encoding).toBe('windows-1252')
  })

  test('every Hangul syllable of CP949 comes out right', async () => {
    const syllables = Array.from({ length: 11_172 }, (_, index) => String.fromCodePoint(0xac00 + index)).join('')
    expect((await decode(iconv.encode(syllables, 'cp949'))).source).toBe(syllables)
  })

  test('a declared one is used, and is no problem as long as every byte has a meaning', async () => {
    const bytes = iconv.encode(french, 'windows-1252')
    expect(await decode(bytes, 'windows-1252')).toMatchObject({ source: french, problems: [] })
    const file = await decode(Buffer.from([0x61, 0xff, 0xff]), 'cp949')
    expect(file.lossless).toBe(false)
    expect(file.problems).toMatchObject([{ encoding: 'CP949', lossy: true, range: { start: 1, end: 2 } }])
  })

  test('a declared one does not spoil a file that is UTF-8', async () => {
    expect(await decode(Buffer.from(korean), 'cp949')).toMatchObject({
      source: korean,
      encoding: 'UTF-8',
      problems: [],
    })
  })

  test('bytes that are no text are lossy', async () => {
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff])
    expect((await decode(image)).problems).toMatchObject([{ encoding: '', lossy: true }])
  })
})
