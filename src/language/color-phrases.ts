/**
 * Phrases that point at text by its colour alone: a colour beside a word for writing or marking. A colour beside a
 * thing (a red door, 빨간 사과) is a description.
 */
const pointing = new RegExp(
  [
    // Korean: 빨간색 글씨는, 파란 글자로 표시한, 붉은색으로 표시된
    '(?:빨간|파란|노란|초록|녹|붉은|푸른|주황|보라|분홍|회|빨강|파랑|노랑|적|청)색?\\s?(?:글씨|글자|텍스트|문구|형광펜|밑줄)',
    '(?:빨간|파란|노란|초록|녹|붉은|푸른|주황|보라|분홍|회|빨강|파랑|노랑)색(?:으로|으)?\\s?(?:표시|표기|칠|강조)(?:된|한|해\\s?[둔놓])',
    // Japanese: 赤字の, 赤い文字, 赤で示した
    '(?:赤|青|緑|黄色?|オレンジ色?|紫|ピンク)(?:い|の|色の)?(?:字|文字|テキスト)(?:の|は|が|で|部分)',
    '(?:赤|青|緑|黄色?|紫)色?で(?:示|表示|書|囲|マーク|ハイライト)',
    // Chinese: 红色字体, 标红, 红字部分
    '(?:红|紅|蓝|藍|绿|綠|黄|黃|橙|紫)色?(?:的)?(?:字体|字體|文字|字部分|字的)',
    '(?:标|標)(?:红|紅|黄|黃|蓝|藍|绿|綠)(?:的)?(?:部分|内容|內容|文字|处|處|地方)|用(?:红|紅|蓝|藍|绿|綠|黄|黃)色(?:标|標)',
    // English: the text in red, items marked in green, red text
    '(?<![a-z])(?:text|words?|items?|fields?|lines?|entries|names?|numbers?|parts?|rows?|cells?|dates?|those|ones|everything|anything)\\s(?:are\\s|is\\s|that\\sare\\s|which\\sare\\s)?(?:shown\\s|marked\\s|written\\s|printed\\s|displayed\\s|highlighted\\s|coloured\\s|colored\\s)?in\\s(?:bright\\s|dark\\s|light\\s)?(?:red|green|blue|yellow|orange|purple|pink|gr[ae]y)(?![a-z-])',
    '(?<![a-z])(?:marked|highlighted|shown|printed|coloured|colored)\\sin\\s(?:bright\\s|dark\\s|light\\s)?(?:red|green|blue|yellow|orange|purple|pink|gr[ae]y)(?![a-z-])',
    '(?<![a-z])(?:the|all|any|every)\\s(?:red|green|blue|yellow|orange|purple|pink)\\s(?:text|words?|items?|entries|fields?|lines?|letters|rows?|cells?|names?|dates?|numbers?)(?![a-z])',
  ].join('|'),
  'giu',
)

/** Behind the phrase what is meant is also named: 파란색으로 강조된 “뜯는 곳”. */
const isNamed = /^[\s,:：、，]{0,2}["'“”‘’「『《〈]/

/** Where a text points at other text by its colour alone. */
export function* colorPhrases(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { 0: found, index } of text.matchAll(pointing)) {
    const end = index + found.length
    if (!isNamed.test(text.slice(end, end + 3))) yield { start: index, end }
  }
}
