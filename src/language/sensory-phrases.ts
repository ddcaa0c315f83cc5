import type { Range } from '../post/range.ts'

const thing = 'button|icon|link|menu|arrow|box|tab|image|logo|panel|sidebar|field|switch|tile'
const shape = 'round|circular|square|triangular|rectangular|oval|diamond-shaped|star-shaped|big|large|small|tiny|wide'
const place =
  '(?:(?:upper|lower|top|bottom)[- ])?(?:right|left)(?:[- ](?:hand )?(?:side|corner))?|(?:top|bottom|upper|lower)[- ](?:right|left)(?:[- ]?(?:hand)? corner)?'
const koreanThing = '버튼|단추|아이콘|메뉴|링크|화살표|상자|박스|탭|그림|이미지|로고'
const koreanSide = '(?:오른|왼)(?:쪽|편)|우측|좌측|(?:우|좌)(?:상|하)단'
const koreanShape = '동그란|둥근|동그라미|원형|네모난|네모|사각형|세모난|세모|삼각형|마름모|별\\s?모양의?'
const koreanAct = '(?:누르|눌러|누른|클릭|선택|탭하|터치|고르|골라)'

/**
 * Orders to use something that is named by nothing but its shape, its size or its side of the screen. `above` and
 * `below` are fine: they follow the order of the text.
 */
const orders = new RegExp(
  [
    `(?<![a-z])(?:click|press|tap|hit|select|choose|use|push)(?:ing)?\\s(?:on\\s)?(?:the|that)\\s(?:(?:${shape}|left|right)\\s){1,2}(?:${thing})(?![a-z])`,
    `(?<![a-z])(?:click|press|tap|hit|select|choose|use|push)(?:ing)?\\s(?:on\\s)?(?:the|that)\\s(?:(?:${shape})\\s)?(?:${thing})\\s(?:on|at|to|in)\\s(?:the|your)\\s(?:${place})(?![a-z])`,
    `(?:${koreanSide})(?:\\s?(?:위|아래|상단|하단|끝))?(?:에\\s있는|에\\s보이는|의)?\\s?(?:(?:${koreanShape}|큰|작은)\\s)?(?:${koreanThing})(?:을|를)?\\s${koreanAct}`,
    `(?:${koreanShape})\\s?(?:${koreanThing})(?:을|를)?\\s${koreanAct}`,
    '(?:右|左)(?:上|下|側|端)?(?:の|にある|に表示される)(?:丸い|四角い|三角の|大きな|小さな)?(?:ボタン|アイコン|リンク|メニュー|矢印)を(?:押|クリック|タップ|選)',
    '(?:丸い|四角い|三角の|丸型の)(?:ボタン|アイコン|マーク)を(?:押|クリック|タップ|選)',
    '(?:点击|點擊|单击|點選|按下?|选择|選擇)(?:屏幕|螢幕|页面|頁面)?(?:右|左)(?:上角|下角|侧|側|边|邊)?的?(?:圆形|圓形|方形|三角形?|大|小)?(?:按钮|按鈕|图标|圖示|圖標|链接|連結|菜单|選單|箭头|箭頭)',
    '(?:点击|點擊|单击|點選|按下?)(?:那个|那個)?(?:圆形|圓形|方形|三角形?|圆圆的|圓圓的)的?(?:按钮|按鈕|图标|圖示|圖標)',
  ].join('|'),
  'giu',
)

/** A name beside it makes the thing known: a quotation, code, a picture, a word in brackets. */
const named = /["“”'‘’「」『』《》`[\]()（）\ufffc\ue000:：]/
const reach = 30

/** Where a text tells the reader to use something by its look or its side alone. */
export const sensoryOrdersIn = (text: string): Range[] => {
  const found: Range[] = []
  for (const { 0: phrase, index: start } of text.matchAll(orders)) {
    const end = start + phrase.length
    const before = /[^.!?。！？\n]*$/.exec(text.slice(Math.max(0, start - reach), start))![0]
    const after = /^[^.!?。！？\n]*/.exec(text.slice(end, end + reach))![0]
    if (!named.test(before) && !named.test(after)) found.push({ start, end })
  }
  return found
}
