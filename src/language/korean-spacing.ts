import type { Range } from '../post/range.ts'

/** A place where Korean words are run together or pulled apart against the rules of orthography. */
export interface WrongSpacing extends Range {
  readonly right: string
}

interface Pattern {
  /** Matched against one word between spaces. `$1` and so on are its groups. */
  readonly word: RegExp
  readonly right: string
  /** What the next word must begin with. */
  readonly next?: RegExp
  readonly not?: RegExp
}

const auxiliary = '(?:는|도|가|밖에)?'
/** Endings of verbs before a dependent noun, short ones of common verbs and long ones of all. */
const future = '할|될|볼|갈|올|쓸|낼|킬|줄|길|질|알|을'
const common = '할|될|볼|갈|올|쓸|있을|없을|않을|같을|좋을|받을|먹을|찾을|이럴|그럴|했을|됐을|았을|었을|였을'
const present = '하는|되는|있는|없는|라는|다는|되던|하던|했던|었던|았던|된|할|될|있을|없을'

/** Closed on purpose: forms that are wrong wherever they occur. */
const patterns: readonly Pattern[] = [
  { word: /^(.*(?:시일|기간|기한|범위|일주일|한달|이내 ?기간))(내(?:에|로|에서)?)$/, right: '$1 $2' },
  { word: /^이번(달|주|해)내(에|로)?$/, right: '이번 $1 내$2' },
  { word: /^이번(달|주)((?:은|는|이|가|을|를|에|의|도|에는|에도|부터|까지|엔)?)$/, right: '이번 $1$2' },
  {
    word: new RegExp(`^(.*(?:${future}))(수${auxiliary})$`),
    right: '$1 $2',
    next: /^(?:있|없)/,
    not: /^(?:별|필|실|밀|홀|물)수/,
  },
  { word: new RegExp(`^(.*(?:${future}))(수${auxiliary})((?:있|없)[가-힣]+)$`), right: '$1 $2 $3' },
  { word: /^(수)((?:있|없)(?:다|는|을|습니|었|고|지|게|으|어|도).*)$/, right: '$1 $2' },
  { word: /^(.*수밖에)(없[가-힣]+)$/, right: '$1 $2' },
  {
    word: /^(.*[는을할될던인]|)(것|거)(같(?:다|은|습|았|네|고|지|으|아).*)$/,
    right: '$1$2 $3',
    not: /^(?:이|그|저)것같/,
  },
  {
    word: new RegExp(`^(.*(?:${present}|같은|좋은|많은))(것(?:은|이|을|도|과|으로|처럼|만|이다|입니다|이며|에)?)$`),
    right: '$1 $2',
    not: /^(?:날|들|탈)것/,
  },
  { word: /^(.+)(때문(?:에|이다|입니다|이었|인|이라|이며|이고).*)$/, right: '$1 $2' },
  { word: /^(.*(?:할|될|있을|없을|했을|였을|았을|었을))(뿐(?:만|이다|입니다|이며|이고|더러)?)$/, right: '$1 $2' },
  { word: /^(.*뿐(?:만)?)(아니라.*)$/, right: '$1 $2' },
  { word: /^(.*(?:하는|있는|없는|되는|할|될|있을|였던|했던))(만큼(?:은|의|이나)?)$/, right: '$1 $2' },
  { word: /^(.*(?:하는|있는|원하는|말한|약속한|예상한|생각한))(대로)$/, right: '$1 $2' },
  { word: /^(.*(?:한|본|간|온|쓴|된|진|은|던))(적(?:이|은|도)?)$/, right: '$1 $2', next: /^(?:있|없)/ },
  { word: /^(.*(?:할|될|을|하는|되는|있는|인))(줄(?:은|을|도|만)?)$/, right: '$1 $2', next: /^(?:알|아[는]|모르|몰)/ },
  { word: /^(첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(번째.*)$/, right: '$1 $2' },
  { word: /^(년|일|주|시간|분|초|개월|주일|달)(동안(?:은|에|의|만|도)?)$/, right: '$1 $2' },
  { word: /^(한달|일주일|며칠|몇년|몇달)(동안(?:은|에|의|만|도)?)$/, right: '$1 $2' },
  {
    word: /^(.*(?:진행|사용|공부|개발|작업|준비|고민|운영|여행|회의|수업|통화|이동|검토|실행|작성|연구|근무|판매|제작|추진|수사|조사|논의|협의))(중(?:이|인|에|입니다|이다|이며|이고|이던|에도|이라고)?)$/,
    right: '$1 $2',
  },
  {
    word: /^(.+지)((?:않|못하)(?:다|는|은|을|습|았|고|아|으|게|던|거|지|도).*)$/,
    right: '$1 $2',
    not: /(?:머지|못지|마지)않/,
  },
  { word: /^(더)(이상(?:은|의|도)?)$/, right: '$1 $2' },
  { word: /^(여러|몇|두|세|네|다섯)(가지(?:의|를|가|는|로|만|나|이다|입니다)?)$/, right: '$1 $2' },
  { word: new RegExp(`^(.*(?:${common}))(때(?:는|에|도|마다|만|의|까지|부터|면|에는|에도)?)$`), right: '$1 $2' },
  { word: /^(전)(세계(?:의|에|에서|적|적인|적으로|를|가|로|인)?)$/, right: '$1 $2' },
  { word: /^([가-힣]{2,})(및)$/, right: '$1 $2' },
]

/** A word that none of the patterns can match has none of these. */
const suspicious =
  /내(?:에|로|에서)?$|이번[달주해]|수|[것거]|때|뿐|만큼|대로|적[이은도]?$|줄|번째|동안|중|지[않못]|더이상|가지|전세계|및/

const word = /(?<![\p{L}\p{N}_])[가-힣]+(?![\p{L}\p{N}_])/gu
const afterNumber = /(?<=\d)(년|일|주|시간|분|초|개월|주일|달)(동안(?:은|에|의|만|도)?)(?![가-힣])/g
/** `학생 입니다`, `것 입니다`: the copula is part of its noun. `할 수 밖에`: a particle. */
const parted = /(?<=[가-힣])( )(입니다|입니까)(?![가-힣])|(?<=[가-힣] 수)( )(밖에)(?= ?없)/g

/** The spacing slips of a Korean text; those in `allowed` are left alone. */
export const wrongSpacingsIn = (text: string, allowed: ReadonlySet<string>): WrongSpacing[] => {
  const found: WrongSpacing[] = []
  for (const { 0: own, index: start } of text.matchAll(word)) {
    if (!suspicious.test(own) || allowed.has(own)) continue
    const end = start + own.length
    const next = /^ ([가-힣]+)/.exec(text.slice(end, end + 8))?.[1] ?? ''
    const pattern = patterns.find(
      (each) => each.word.test(own) && !each.not?.test(own) && (each.next === undefined || each.next.test(next)),
    )
    if (pattern) found.push({ start, end, right: own.replace(pattern.word, pattern.right).trim() })
  }
  for (const { 0: own, 1: unit, 2: rest, index: start } of text.matchAll(afterNumber)) {
    found.push({ start, end: start + own.length, right: `${unit} ${rest}` })
  }
  for (const match of text.matchAll(parted)) {
    const rest = match[2] ?? match[4] ?? ''
    const before = /[가-힣]+$/.exec(text.slice(Math.max(0, match.index - 20), match.index))?.[0] ?? ''
    const start = match.index - before.length
    found.push({ start, end: match.index + match[0].length, right: before + rest })
  }
  return found.sort((a, b) => a.start - b.start)
}
