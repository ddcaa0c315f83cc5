import { perObject, perText } from '../memo.ts'

const texts = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'))

/** Link texts that say nothing about what they lead to, by language, as `plainLinkText` gives them. */
export const genericLinkTexts: Readonly<Record<string, readonly string[]>> = {
  en: texts(
    'click here|click this|click|here|right here|over here|this|this link|link|the link|more|more info',
    'more information|more details|learn more|read more|see more|view more|find out more|click for more',
    'click here for more|continue reading|read on|this page|details|this article|this post|this one',
    'go here|see here|look here|check it out|tap here|link here',
  ),
  ko: texts(
    '여기|여기를|여기서|여기에서|여기로|이곳|이곳에서|여기를 클릭|여기 클릭|이곳을 클릭|여기를 클릭하세요|클릭|클릭하세요|링크|이 링크|링크 바로가기|바로가기|바로 가기|보러가기',
    '보러 가기|자세히|자세히 보기|자세히보기|자세히 알아보기|더 알아보기|더 보기|더보기|계속|계속 읽기|이동|이동하기|전체 보기|상세 보기|상세보기|클릭해 주세요|여기를 참고',
    '자세히 읽기|전체 읽기|더 읽기|읽기|이 글|이 글을|이 페이지|해당 링크|해당 페이지|아래 링크|다음 링크|링크 참고|링크 클릭|링크를 클릭|여기에|여기로 이동|여기를 눌러',
    '여기를 누르세요',
  ),
  ja: texts(
    'こちら|コチラ|ここ|こちらから|こちらへ|ここから|ここをクリック|こちらをクリック|クリック|リンク|リンク先|このリンク|続き|続きを読む|続きはこちら|続く|全文表示|詳細|詳細はこちら',
    '詳しくはこちら|詳しく見る|詳細を見る|もっと見る|もっと読む|これ|このページ|こちらの記事|この記事|このサイト|リンクはこちら|詳しくは|詳細を読む|詳細へ|もっと詳しく|クリックしてください',
  ),
  zh: texts(
    '这里|這裡|這裏|在这里|在這裡|此处|此處|点击这里|點擊這裡|点这里|點這裡|点击|點擊|点击此处|點擊此處|请点击这里|请点这里|戳这里|链接|鏈接|連結|更多|查看更多|了解更多|瞭解更多',
    '阅读更多|閱讀更多|更多信息|更多資訊|详情|詳情|查看详情|查看詳情|继续阅读|繼續閱讀|这个链接|這個連結|此链接|点我|戳我|这篇|這篇|这篇文章|這篇文章|此页面|此頁面|阅读全文|閱讀全文',
    '了解详情|了解詳情|点击查看|點擊查看|请点击|传送门|傳送門',
  ),
  es: texts(
    'aquí|aqui|clic aquí|clic aqui|haz clic aquí|haga clic aquí|click aquí|pincha aquí|este|más|mas',
    'más información|mas informacion|leer más|ver más|enlace|este enlace|seguir leyendo',
  ),
  pt: texts(
    'aqui|clique aqui|clica aqui|mais|mais informação|mais informações|leia mais|ler mais|saiba mais',
    'veja mais|ver mais|link|este link|neste link',
  ),
  fr: texts('ici|cliquez ici|clic ici|par ici|lire la suite|en savoir plus|voir plus|lien|ce lien'),
  de: texts(
    'hier|klicke hier|klicken sie hier|hier klicken|klick hier|klick|mehr|mehr erfahren|mehr lesen',
    'mehr infos|mehr informationen|weiterlesen|dieser link|siehe|details',
  ),
  it: texts('qui|clicca qui|cliccare qui|leggi tutto|leggi di più|scopri di più|di più|questo link'),
  nl: texts('hier|klik hier|lees meer|lees verder|meer|meer informatie|deze link'),
  sv: texts('här|klicka här|läs mer|mer|mer information|länk|länken'),
  pl: texts('tutaj|tu|kliknij tutaj|kliknij|więcej|czytaj więcej|czytaj dalej|zobacz więcej|ten link'),
  tr: texts('burada|buradan|buraya|buraya tıklayın|tıklayın|devamı|devamını oku|daha fazla|bu bağlantı'),
  ru: texts(
    'здесь|тут|сюда|отсюда|нажмите здесь|нажмите сюда|кликните здесь|клик|ссылка|ссылке|по ссылке',
    'по этой ссылке|эта ссылка|подробнее|подробности|читать далее|читать дальше|далее|дальше|ещё|больше',
    'узнать больше',
  ),
  uk: texts('тут|сюди|натисніть тут|посилання|за посиланням|детальніше|докладніше|читати далі|більше'),
  vi: texts(
    'tại đây|ở đây|đây|vào đây|bấm vào đây|nhấn vào đây|click vào đây|xem thêm|đọc thêm|tìm hiểu thêm',
    'chi tiết|xem chi tiết|liên kết|link này|link',
  ),
  id: texts('di sini|disini|klik di sini|klik disini|selengkapnya|baca selengkapnya|lihat selengkapnya|tautan ini'),
  th: texts('ที่นี่|ที่นี้|คลิกที่นี่|คลิก|อ่านต่อ|อ่านเพิ่มเติม|ดูเพิ่มเติม|เพิ่มเติม|ลิงก์|ลิงค์|ลิงก์นี้'),
  ar: texts('هنا|من هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد|قراءة المزيد|رابط|هذا الرابط'),
  fa: texts(
    'اینجا|این‌جا|اینجا کلیک کنید|اینجا بزنید|بیشتر|اطلاعات بیشتر|بیشتر بخوانید|بیشتر بدانید|لینک',
    'این لینک|این',
  ),
  he: texts('כאן|לחץ כאן|לחצו כאן|קרא עוד|קראו עוד|עוד|למידע נוסף|קישור|פה'),
  hi: texts('यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|और पढ़ें|अधिक|अधिक जानकारी|लिंक|यह लिंक'),
}

/** Only letters and digits count, without regard to case; marks and arrows around a text say nothing. */
export const plainLinkText = (text: string): string =>
  plainWords.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, ' ')
        .trim()

/** Most texts: V8 takes as long to build the classes of all letters as to parse a post. */
const plainWords = /^[a-z\d\u4e00-\u9fff\uac00-\ud7a3]+(?: [a-z\d\u4e00-\u9fff\uac00-\ud7a3]+)*$/i

/** Whether a plain text says nothing, in its language or in English, which people mix into all others. */
export type GenericTexts = (text: string, language: string) => boolean

/** The texts that say nothing, with those that a configuration adds. */
export const genericTextsWith = perObject((further: Readonly<Record<string, readonly string[]>>): GenericTexts => {
  const languages = new Set([...Object.keys(genericLinkTexts), ...Object.keys(further)])
  const textsIn = perText((language) => {
    return new Set([...(genericLinkTexts[language] ?? []), ...(further[language] ?? []).map(plainLinkText)])
  })
  return (text, language) =>
    languages.has(language)
      ? textsIn(language).has(text) || textsIn('en').has(text)
      : [...languages].some((asked) => textsIn(asked).has(text))
})
