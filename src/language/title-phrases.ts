/** Titles that say nothing about a post, whole; in lower case. */
const empty =
  'untitled, untitled post, no title, title, new post, new page, my post, post title, blog post, home, homepage, welcome, test, test post, sample post, index, draft, ' +
  '무제, 제목 없음, 제목없음, 제목, 새 글, 새 게시물, 홈, 메인, 테스트, ' +
  '無題, タイトル, タイトルなし, 新規投稿, 新しい投稿, ホーム, トップページ, テスト, ' +
  '无标题, 無標題, 标题, 新文章, 首页, 首頁, 测试, 測試, ' +
  'ohne titel, unbenannt, sans titre, nouvel article, sin título, senza titolo, sem título, без названия, без имени, chưa có tiêu đề'

/** What promises a secret or a shock instead of saying what happened; in lower case. */
const bait =
  "you won't believe, you won’t believe, you will not believe, will blow your mind, blew my mind, blow you away, what happened next, this one weird trick, this one simple trick, one weird trick, doctors hate, number 7 will, is about to change everything, nobody is talking about, they don't want you to know, they don’t want you to know, the secret they, shocking truth, mind-blowing, jaw-dropping, gone wrong, must see, must-see, click here, " +
  '^충격(?![가-힣]), 충격적, 충격의 (?:진실|반전|근황|고백|사실), 충격 ?(?:진실|반전|근황|고백|사실|실태), 경악, ^헉, 소름 ?돋, 이럴 수가, 알고 보니, 알고보니, 이것만 알면, 나만 몰랐던, 아무도 몰랐던, 클릭해 보세요, 클릭하세요, 상상초월, 상상 초월, 역대급, 난리 난, 난리난, 화들짝, 발칵, ' +
  '衝撃の, 驚愕, 驚きの, ヤバすぎ, ヤバい, 知らないと損, やってはいけない, 見ないと損, 信じられない, 閲覧注意, ' +
  '震惊, 震驚, 惊呆, 驚呆, 吓尿, 嚇尿, 不看后悔, 不看後悔, 看完惊, 必看, 速看, 秒懂, 万万没想到, 萬萬沒想到, 真相竟然, 竟然是, 细思极恐'

const emptyTitles: ReadonlySet<string> = new Set(empty.split(', '))
const isLatin = (phrase: string): boolean => /^[a-z]/.test(phrase)
const baitPattern = new RegExp(
  bait
    .split(', ')
    .map((phrase) => (isLatin(phrase) ? `(?<![a-z])${phrase}(?![a-z])` : phrase))
    .join('|'),
  'i',
)

/** Names that end in an exclamation mark, in lower case. */
const namesWithMark = new Set('yahoo joomla jeopardy yum lemmings panic mamma moulin oklahoma hello whale'.split(' '))

/** Whether a title is one of those that say nothing. */
export const isEmptyTitle = (title: string): boolean =>
  title.length < 60 && emptyTitles.has(title.toLowerCase().replace(/^[\s"'“‘([]+|[\s"'”’)\].!…]+$/g, ''))

/** The phrase that makes a title bait, if any. */
export const baitIn = (title: string): RegExpExecArray | null => baitPattern.exec(title)

/** Whether an exclamation mark belongs to the name before it. */
export const isMarkOfName = (before: string): boolean =>
  namesWithMark.has(/[A-Za-z]+$/.exec(before.slice(-20))?.[0]?.toLowerCase() ?? '')
