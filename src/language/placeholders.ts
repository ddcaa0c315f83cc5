import type { Range } from '../post/range.ts'
import { isSpace } from './white-space.ts'

const phrases = (list: string): readonly string[] => list.split(', ')

/** Invitations to write that nobody publishes on purpose, by language; in lower case. Each is a statement of its own. */
export const placeholderPhrases: Readonly<Record<string, readonly string[]>> = {
  en: phrases(
    'insert text here, insert your text here, insert link here, insert image here, insert title here, add your text here, ' +
      'add text here, add content here, add your content here, your text here, your text goes here, your content here, ' +
      'your content goes here, type your text here, type something here, enter your text here, enter text here, ' +
      'text goes here, content goes here, description goes here, title goes here, write your post here, ' +
      'write your content here, placeholder text, this is placeholder text, this is a placeholder, this is sample text, ' +
      'this is dummy text, this is some dummy text, click to edit this text, to be written, to be completed, content coming soon',
  ),
  ko: phrases(
    '여기에 내용, 여기에 내용을 입력, 여기에 내용을 입력하세요, 여기에 내용을 입력해 주세요, 여기에 내용을 입력해주세요, 여기에 내용을 작성하세요, ' +
      '여기에 내용을 작성해 주세요, 여기에 내용을 넣으세요, 여기에 내용을 넣어 주세요, 여기에 내용이 들어갑니다, 여기에 내용 입력, 여기에 본문, 여기에 본문을 입력하세요, ' +
      '여기에 텍스트, 여기에 텍스트를 입력하세요, 여기에 텍스트를 입력해 주세요, 여기에 글을 입력하세요, 여기에 글을 작성하세요, 여기에 제목을 입력하세요, ' +
      '여기에 설명을 입력하세요, 여기에 링크를 넣으세요, 여기에 이미지를 넣으세요, 텍스트를 입력하세요, 텍스트를 입력해 주세요, 텍스트를 입력해주세요, ' +
      '내용을 입력하세요, 내용을 입력해 주세요, 내용을 입력해주세요, 본문을 입력하세요, 본문을 입력해 주세요, 제목을 입력하세요, 제목을 입력해 주세요, ' +
      '제목을 입력해주세요, 설명을 입력하세요, 글을 입력하세요, 내용 추가 예정, 작성 예정, 내용 작성 예정',
  ),
  ja: phrases(
    'ここにテキスト, ここに本文, ここに文章, ここにテキストを入力, ここにテキストを入力してください, ここに本文を入力してください, ここに文章を入力してください, ' +
      'ここに内容を入力してください, ここに説明を入力してください, ここにタイトルを入力してください, ここにテキストが入ります, ここに本文が入ります, ここに文章が入ります, ' +
      'ここに説明が入ります, ここにタイトルが入ります, テキストが入ります, 文章が入ります, 本文が入ります, 説明文が入ります, タイトルが入ります, この文章はダミーです, ' +
      'これはダミーテキストです, ダミーテキストです, ダミーテキスト, テキストを入力してください, 本文を入力してください, 説明を入力してください',
  ),
  zh: phrases(
    '在此输入文字, 在此输入内容, 在此处输入文字, 在此处输入内容, 在此处添加文字, 在此处添加内容, 此处输入文字, 此处输入内容, 此处添加文字, 此处添加内容, 此处添加文本, ' +
      '单击此处添加文本, 单击此处添加标题, 单击此处添加文字, 点击此处添加文字, 点击此处添加文本, 点击此处添加标题, 这里输入内容, 在这里输入内容, 在这里输入文字, 请输入内容, ' +
      '请在此输入内容, 請在此輸入內容, 在此輸入文字, 在此輸入內容, 此處輸入文字, 點擊此處添加文字, 請輸入內容, 待补充, 待补充内容, 待填写, 内容待补充, 待補充',
  ),
  ru: phrases(
    'вставьте текст, вставьте текст сюда, введите текст, здесь будет текст, здесь будет ваш текст, место для текста',
  ),
  es: phrases('inserte su texto aquí, inserte texto aquí, escribe tu texto aquí, escriba aquí su texto, su texto aquí'),
  fr: phrases('insérez votre texte ici, insérer le texte ici, votre texte ici, texte à venir'),
  de: phrases(
    'text hier einfügen, hier text einfügen, hier steht ihr text, hier steht dein text, ihr text hier, platzhaltertext',
  ),
  pt: phrases('insira seu texto aqui, insira o texto aqui, seu texto aqui, digite seu texto aqui'),
  it: phrases('inserisci qui il testo, inserire il testo qui, il tuo testo qui'),
}

/** Printers’ Latin. */
const latin =
  /lorem ipsum dolor|dolor sit amet|consectetu?r adipisi?ci?ng|sed do eiusmod tempor|ut enim ad minim veniam/i

const things =
  'link|url|image|photo|picture|screenshot|video|gif|name|date|title|text|content|quote|source|number|address|company|author|' +
  'citation|reference|example|table|chart|figure|caption|description|logo|phone|email|paragraph|section|details?|product|code|topic'

/** `[insert link here]`, `[링크 넣기]`, `【画像を挿入】`: an order to the writer in brackets. */
const orders = new RegExp(
  [
    `(?:insert|add|put|paste|place)\\s+(?:[\\w’']+\\s+){0,3}(?:${things})s?\\b[^\\]】\\n]{0,40}`,
    `(?:${things})s?\\s+(?:goes\\s+)?here`,
    '(?:관련\\s?|참고\\s?|원문\\s?|대표\\s?)?(?:링크|이미지|사진|내용|텍스트|제목|이름|날짜|주소|출처|그림|본문|영상|동영상|회사명|URL)(?:을|를)?\\s?(?:넣기|넣을 것|삽입|입력|추가|기입|들어갈 자리|들어갈 곳|필요)(?:하기|할 것|예정)?',
    '(?:ここに)?(?:リンク|画像|写真|テキスト|本文|タイトル|図|動画|URL)を?(?:挿入|入力|追加|入れる)',
    '(?:此处|在此|这里)?(?:插入|添加|填写|补充)(?:链接|图片|内容|标题|文字|圖片|連結)|待补充|待填写|待補充',
    'вставить (?:ссылку|картинку|изображение|текст)',
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'iu',
)

/** Behind a bracket that names a button or a menu of a program. */
const isControl =
  /^\s?(?:(?:을|를|의|은|는|이|가)(?![가-힣])|버튼|메뉴|탭|옵션|기능|항목|클릭|>|→|を|ボタン|メニュー|から|で|按钮|按鈕|菜单|选项|->|button|menu|option|tab)/
const bracketed = /[[【［]([^[\]【】［］\n]{2,60})[\]】］]/gu

/** What parts statements: ends of sentences and lines, brackets, colons and dashes. */
const parting = new Set([...'\n()[]（）【】［］<>＜＞:：—–|.!?。！？,，、…'].map((mark) => mark.charCodeAt(0)))
const reach = 12
const lineFeed = 0x0a

/** Nearly all text is spaces and letters, which are not looked up. */
const isParting = (code: number): boolean =>
  code !== 0x20 && (code < 0x61 || code > 0x7a) && (code <= 0x3011 || code >= 0xff00) && parting.has(code)

/** The statements of a text that are wanted: its lines and sentences, what stands in brackets, what follows a colon. */
const statementsOf = (text: string, isWanted: (start: number, end: number) => boolean): Range[] => {
  const found: Range[] = []
  for (let from = 0, at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineFeed
    if (!isParting(code)) continue
    let start = from
    let end = at
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start < end && isWanted(start, end)) found.push({ start, end })
    from = at + 1
  }
  return found
}

/** The orders to the writer that a text holds in brackets. */
export const ordersIn = (text: string): Range[] =>
  [...(mayHoldOrders(text) ? text.matchAll(bracketed) : [])].flatMap((match) => {
    const inner = match[1]!.trim()
    const end = match.index + match[0].length
    const order = orders.exec(inner)
    if (order?.index !== 0 || order[0].length < inner.length) return []
    const after = text.slice(end, end + reach)
    return isControl.test(after) || /^[:(]/.test(after) ? [] : [{ start: match.index, end }]
  })

/** Notes of the writer to himself, such as `TODO: …`, `TODO - …` and `(TBD)`: a word in capitals that is a statement of its own. */
export const notesIn = (text: string, words: readonly string[]): Range[] => {
  const wordAt = (start: number): string | undefined => words.find((each) => text.startsWith(each, start))
  return statementsOf(text, (start) => wordAt(start) !== undefined).flatMap(({ start, end }) => {
    const word = wordAt(start)!
    if (!/^(?:$|\s-(?:\s|$))/.test(text.slice(start + word.length, end))) return []
    // A gloss: `a list of things to do (TODO)`.
    const isGloss = word !== 'TBD' && text[start - 1] === '(' && text[end] === ')'
    const isFree = !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/^\.\p{L}|^,\p{L}/u.test(text.slice(end, end + 2))
    return isFree && !isGloss ? [{ start, end: start + word.length }] : []
  })
}

/** Phrases in lower case. */
export interface PhraseTable {
  readonly phrases: ReadonlySet<string>
  /** Whether a text may hold any: a quick look at all of a post. */
  readonly mayBeIn: (text: string) => boolean
}

export const phraseTable = (phrases: readonly string[]): PhraseTable => {
  const lower = phrases.map((phrase) => phrase.toLowerCase())
  // In lower case on both sides, for V8 is slow to build what ignores case in all scripts. What a Greek sigma becomes
  // depends on the letter behind it.
  const shapes = lower.map((phrase) => phrase.replace(/[^\w\s\x80-\uffff]|[σς]/g, '.'))
  // Where a statement may begin, roughly: V8 is many times slower with classes of more than 16 ranges. White space that
  // is an opening itself ends the one before it, so that a long run of it is gone through once.
  const opening = '(?:^|[\\n!-/:-@[-`{-\xbf\u2010-\u203e\u3001-\u3011\uff01-\uff60])[^\\S\\n\xa0]*'
  const begun = new RegExp(`${opening}(?:${shapes.join('|')})`)
  return { phrases: new Set(lower), mayBeIn: (text) => lower.length > 0 && begun.test(text.toLowerCase()) }
}

/** The phrases that stand in a text as statements of their own. */
export const phrasesIn = (text: string, { phrases }: PhraseTable): Range[] =>
  statementsOf(text, (start, end) => end - start < longestPhrase && phrases.has(text.slice(start, end).toLowerCase()))

const longestPhrase = 50

/** Whether a text may hold anything of these kinds: a quick look at all of a post. */
export const mayHoldOrders = (text: string): boolean => /[[【［]/.test(text)
export const mayHoldSampleText = (text: string): boolean => /ipsum|dolor|adipis|eiusmod|veniam/i.test(text)

/** The first words of printers’ Latin in a text. */
export const sampleTextIn = (text: string): Range[] => {
  const match = mayHoldSampleText(text) ? latin.exec(text) : undefined
  return match ? [{ start: match.index, end: match.index + match[0].length }] : []
}
