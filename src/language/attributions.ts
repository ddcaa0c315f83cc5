/** How a text tells whose words a quotation holds, by language: what stands before it at once, and after it. */
interface Attribution {
  readonly before?: RegExp
  readonly after?: RegExp
  /** Both must fit, where both are there. */
  readonly needsBoth?: true
}

const englishVerb =
  '(?:said|says|told|tells|wrote|writes|stated|states|added|adds|explained|explains|noted|notes|argued|argues|claimed|claims|tweeted|announced|warned|remarked|insisted|recalled|commented)'

const attributions: Readonly<Record<string, Attribution>> = {
  ko: {
    // A person or an office with a particle of the subject; “I” and “we” quote themselves.
    before: /(?<!(?:^|\s)(?:나|내|저|제|우리|저희))(?<!로|에서)(?:이|가|은|는|께서)\s*(?:[^.“"”]{1,25}\s)?$/,
    after:
      /^\s*(?:이?라고|이?라며|이?라면서|고|며|면서)\s*(?:[^.“"”]{0,20}?)(?:말했|말하|밝혔|밝히|강조|전했|설명|주장|덧붙|언급|지적|평가|비판|발표|당부|경고|답했|반박|해명|촉구|내다봤|분석했)/,
    needsBoth: true,
  },
  ja: {
    before: /(?:氏|さん|教授|社長|会長|首相|大統領|大臣|CEO|担当者)(?:は|が|によると|によれば)[^。「]{0,25}$/,
    after: /^と[、]?[^。「]{0,15}(?:述べ|語っ|話し|説明し|強調し|コメントし|発表し|指摘し|明かし)/,
    needsBoth: true,
  },
  zh: {
    before:
      /[\p{Script=Han}·A-Za-z]{2,20}(?:表示|指出|强调|強調|认为|認為|透露|介绍|介紹|回应|回應|坦言|补充|補充|宣布)(?:说|道|說)?[，,:：]?\s*$/u,
    after: /^[，,]?[\p{Script=Han}·]{2,12}(?:表示|指出|强调|強調|透露|坦言|补充|補充)/u,
  },
  ru: {
    after:
      /^,?\s*[—–-]\s*(?:сказал|заявил|отметил|подчеркнул|сообщил|рассказал|пояснил|добавил|считает|говорит|написал)(?:а|и)?\s+\p{Lu}/u,
  },
  en: {
    before: new RegExp(
      `(?:^|[\\s(])(?!(?:I|We|You|He|She|They|It|The|A|An|This|That|My|Our|One|As|But|And|When|If|What|Who)\\b)\\p{Lu}[\\p{L}'’-]+[^.“"”!?]{0,40}\\s(?<!\\b(?:it|that|which|who|people|they|someone)\\s)${englishVerb}(?:\\s[^.“"”]{0,15})?[,:]?\\s*$|(?:^|\\s)[Aa]ccording to \\p{Lu}[^.“"”]{1,40}[,:]\\s*$`,
      'u',
    ),
    after: new RegExp(
      `^,?\\s*(?:${englishVerb}\\s+(?!I\\b|He\\b|She\\b)\\p{Lu}[\\p{L}'’-]+|(?!I\\s|He\\s|She\\s|They\\s|We\\s)\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,3}\\s+${englishVerb})(?!\\p{L}|\\s+(?:you|me|us)\\b)`,
      'u',
    ),
  },
}

/** How much of the text around a quotation is looked at. */
const reach = 70

/** Whether the words around a quotation say who spoke or wrote it. */
export const isAttributed = (text: string, start: number, end: number, language: string): boolean => {
  const attribution = attributions[language]
  if (!attribution) return false
  const sentenceStart = Math.max(
    text.lastIndexOf('. ', start - 1) + 1,
    text.lastIndexOf('。', start - 1) + 1,
    start - reach,
    0,
  )
  const before = attribution.before?.test(text.slice(sentenceStart, start)) === true
  const after = attribution.after?.test(text.slice(end, end + reach)) === true
  return attribution.needsBoth ? before && after : before || after
}
