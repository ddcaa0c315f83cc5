import { describe, expect, it } from 'vitest'
import noMixedLanguage from '../../../rules/language/no-mixed-language.ts'
import type { PostResult } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import { parse } from '../../post/help.ts'

const defaults = Object.fromEntries(
  Object.entries(noMixedLanguage.options ?? {}).map(([name, option]) => [name, option.default]),
)

const check = (source: string, options: Readonly<Record<string, unknown>> = {}): PostResult =>
  lint(
    parse(source),
    [
      {
        id: 'no-mixed-language',
        family: 'language',
        rule: noMixedLanguage,
        severity: 'error',
        options: { ...defaults, ...options },
      },
    ],
    { today: '2024-06-01', hash: '' },
  )

/** The words found, a place each. */
const found = (source: string, options?: Readonly<Record<string, unknown>>): string[] =>
  check(source, options)
    .findings.flatMap((finding) => [finding, ...(finding.related ?? [])])
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => source.slice(start, end))

const paragraph = (text: string): string => `<p>${text}</p>\n`

describe('no-mixed-language', () => {
  it.each([
    ['a word with a particle', '시장 상인들은 이번 행사의 atmosphere를 반겼습니다.', ['atmosphere']],
    ['a word made a verb', '관람객은 공연을 보고 amazed되었다고 말했습니다.', ['amazed']],
    ['a word between spaces', '마을 주민들은 renewed 관심을 보였습니다.', ['renewed']],
    ['a word glued to a particle before it', '가게에서 음료수를Bottle에 담아 판매합니다.', ['Bottle']],
    ['a phrase, from its first word on', '주민들은 local economy를 걱정했습니다.', ['local economy']],
    ['a phrase with a capital', '이번 조사에는 Systematic review가 필요합니다.', ['Systematic review']],
    [
      'a clause',
      '감독은 소감을 밝혔다. the whole team was proud of the result. 선수들도 기뻐했다.',
      ['the whole team was proud of the result'],
    ],
    ['a word of another Latin language', '이번 결정은 주민에게 très 중요한 문제입니다.', ['très']],
    ['a form that no dictionary lists', '회의에서는 제도의 workableness를 검토했습니다.', ['workableness']],
    ['a word inside a Korean quotation', '그는 “많은 이들의 support가 필요하다”고 강조했습니다.', ['support']],
  ])('finds %s', (_, text, words) => {
    expect(found(paragraph(text))).toEqual(words)
  })

  it.each([
    ['acronyms and names', '한국 IT 기업 CEO가 Apple과 iPhone, e스포츠, KBS joy 채널을 언급했습니다.'],
    ['units and numbers', '무게 200g, 길이 30 km, 속도 5mph, 버전 v2와 jebo23 계정을 확인했습니다.'],
    ['addresses and handles', 'www.example.co.kr, help@example.com, @writer, #travel, /etc/hosts, .bashrc를 씁니다.'],
    ['calls and flags', '명령에 --verbose를 붙이고 render()를 호출한 뒤 snake_case 이름을 확인합니다.'],
    ['originals in brackets', '인공지능(artificial intelligence)과 기계 학습[machine learning]을 설명했습니다.'],
    ['what is explained at once', '그는 serendipity(뜻밖의 발견)를 소개했습니다.'],
    ['quotations', '안내문에는 “please wait outside”라고 적혀 있었고 ‘welcome’이라는 인사도 있었습니다.'],
    ['words with a hyphen to the host language', '동네에 self-세탁소가 문을 열었습니다.'],
  ])('leaves alone %s', (_, text) => {
    expect(found(paragraph(text))).toEqual([])
  })

  it.each([
    ['code', '명령 <code>remarkable</code>을 실행합니다.'],
    ['a passage that says its language', '그 말은 <span lang="en">remarkable achievement</span>라는 뜻입니다.'],
    ['what must not be translated', '상표 <span translate="no">remarkable</span>을 출시했습니다.'],
    ['what is set apart', '책 <cite>remarkable</cite>이 출간되었습니다.'],
  ])('leaves alone %s', (_, text) => {
    expect(found(paragraph(text))).toEqual([])
  })

  it('reads words across inline tags, and points at the source', () => {
    expect(found(paragraph('행사는 <b>remark</b><i>able</i>한 성과를 냈습니다.'))).toHaveLength(1)
    expect(found(paragraph('행사는 <b>remarkable</b>한 성과를 냈습니다.'))).toEqual(['remarkable'])
  })

  it('reads title and summary, and reports a word once with its other places', () => {
    const source =
      '---\ntitle: 봄 축제 opening 소식\nexcerpt: >\n  시민들은 축제의 opening을 기다렸습니다.\n---\n<p>축제는 토요일에 시작합니다.</p>\n'
    const { findings } = check(source)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.related?.map(({ kind }) => kind)).toEqual(['place'])
    expect(found(source)).toEqual(['opening', 'opening'])
  })

  it('is certain when grammar says so, and warns when it is only likely', () => {
    const severities = (text: string) => check(paragraph(text)).findings.map(({ severity }) => severity)
    expect(severities('기업은 올해 impressive한 실적을 냈습니다.')).toEqual(['error'])
    expect(severities('캠페인은 교통 awareness 향상에 도움이 됩니다.')).toEqual(['warn'])
  })

  it('takes a word that is used again and again as meant', () => {
    const posts = ['첫 번째 소개', '두 번째 안내', '다른 지역의 행사', '마지막 후기', '주말 프로그램']
    expect(
      found(posts.map((text) => paragraph(`${text}에서 gathering을 열었습니다. ${text} 이야기입니다.`)).join('')),
    ).toEqual([])
  })

  it('lets posts about technology speak their language, unless the profile is strict', () => {
    const text = paragraph('커밋을 push하고 라이브러리를 빌드하면 request의 token이 갱신됩니다.')
    expect(found(text)).toEqual([])
    expect(found(text, { profile: 'strict' })).toEqual(['push', 'request', 'token'])
  })

  it('still finds what no programmer would write', () => {
    expect(found(paragraph('이 라이브러리는 <code>fetch</code>보다 astonishing한 성능을 보입니다.'))).toEqual([
      'astonishing',
    ])
  })

  it('looks at alternative texts only when they are sentences', () => {
    expect(found('<p>본문입니다. <img src="a.png" alt="spring festival 포스터"></p>\n')).toEqual([])
    expect(
      found('<p>본문입니다. <img src="a.png" alt="광장에 모인 시민들이 축제의 opening을 기다리고 있는 모습"></p>\n'),
    ).toEqual(['opening'])
  })

  it.each([
    ['Russian', 'Жители города устроили wonderful праздник на главной площади.', ['wonderful']],
    ['Japanese', 'この町の祭りは毎年たくさんの観光客をattractしています。', ['attract']],
    ['Chinese', '这座小城的夜市吸引了很多visitors前来品尝美食。', ['visitors']],
    ['Arabic', 'كان المهرجان هذا العام wonderful وحضره كثير من الناس.', ['wonderful']],
    ['Hebrew', 'הפסטיבל השנה היה wonderful והגיעו אליו אנשים רבים.', ['wonderful']],
    ['Greek', 'Το φεστιβάλ ήταν φέτος wonderful και ήρθε πολύς κόσμος.', ['wonderful']],
    ['Thai', 'เทศกาลปีนี้ wonderful มากและมีคนมาร่วมงานจำนวนมาก', ['wonderful']],
  ])('works in %s', (_, text, words) => {
    expect(found(paragraph(text))).toEqual(words)
  })

  it('has nothing to say in languages written in Latin letters, and in English passages', () => {
    expect(found(paragraph('Das Festival war dieses Jahr wirklich wonderful und alle kamen.'))).toEqual([])
    expect(
      found(
        `${paragraph('다음은 원문입니다. 번역은 아래에 있습니다.')}${paragraph('The festival was wonderful this year and everybody came.')}`,
      ),
    ).toEqual([])
  })

  it('takes time in proportion to the length of a line', () => {
    const time = (length: number): number => {
      const post = parse(paragraph('시장은 (remarkable) 변화를 "보았다. '.repeat(length)))
      post.units
      const start = performance.now()
      lint(
        post,
        [{ id: 'no-mixed-language', family: 'language', rule: noMixedLanguage, severity: 'error', options: defaults }],
        {
          today: '2024-06-01',
          hash: '',
        },
      )
      return performance.now() - start
    }
    time(2_000)
    expect(time(20_000)).toBeLessThan(4 * time(10_000) + 50)
  })
})
