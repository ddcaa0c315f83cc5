import type { Post, TextUnit } from '../post/post.ts'
import { scriptsOf } from './host.ts'
import { lettersOf } from './post-scripts.ts'
import type { Script, ScriptTally } from './scripts.ts'
import { tallyOf } from './unit-scripts.ts'
import { wholeText } from './whole-text.ts'

/** What a model or a tool leaves behind, by kind: each has its own message. Data only; `residue.ts` applies it. */
export type ResidueKind = 'reply' | 'error' | 'length' | 'label'

/** One way in which residue shows. */
export interface ResiduePattern {
  readonly kind: ResidueKind
  /** Where it may stand: anywhere, or only at the start of a title or summary. */
  readonly where?: 'field'
  readonly pattern: RegExp
}

/** The patterns of one language, and words one of which every match contains: most texts hold none. */
interface LanguageResidue {
  readonly cues: RegExp
  readonly patterns: readonly ResiduePattern[]
}

/** Joins alternatives; each must be telling on its own, since one match condemns a paragraph. */
const any = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'm')

/** The same where letters have case. */
const anyCase = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'im')

/** What is written, in Korean: the thing that the prompt asked for. */
const koreanWork = '(?:글|기사|본문|요약문|텍스트|원고|초안|초고|콘텐츠|컨텐츠|포스팅|블로그 글|번역문|내용)'

/**
 * What gives machines away, by language. A pattern is a sentence that nobody writes to readers; phrases that bloggers
 * use as well (“정리해 드리겠습니다”, “I hope this helps”) do not belong here.
 */
const byLanguage: Readonly<Record<string, LanguageResidue>> = {
  ko: {
    cues: /작성|요청|다른 주제|원하시는 주제|요약|제목|본문|번역|클릭|글자|완성되었|인공지능|AI|\d자 ?[^가-힣]?[)\]）】]/,
    patterns: [
      {
        kind: 'reply',
        pattern: any(
          `${koreanWork}(?:을|를)? ?(?:새로 )?(?:작성|수정|재작성|번역)해 ?(?:드리겠|드릴까|드릴 수|드렸습)`,
          '(?:이렇게|아래와 같이|다음과 같이) 작성해 ?드(?:리|릴)',
          '^요청하신 .{0,60}(?:작성|수정|반영|번역|요약)',
          '요청(?:하신|에 따라).{0,30}(?:글자 수|분량|형식|HTML|제목|키워드).{0,40}(?:작성|수정|반영|맞)',
          `(?:제공해|보내|말씀해?) ?(?:주신|주시면) .{0,40}${koreanWork}.{0,12} (?:작성|요약|번역)(?:과|하|해|을)`,
          `(?:해당|그|이) (?:주제|내용|요청)(?:에 대한|으로는|에 대해서?는?) .{0,20}(?:작성할 수 없|수행할 수 없|도와드릴 수 없|제공할 수 없|답변할 수 없)`,
          `(?:다른|원하시는) 주제(?:의 글|의 기사|로).{0,30}(?:원하시|알려 ?주|작성해 드)`,
          `제가 작성(?:한|해야 하는) .{0,20}(?:컨텐츠|콘텐츠|텍스트)`,
          `${koreanWork}.{0,8} (?:초고|초안)?(?:가|이) 완성되었습니다.{0,20}(?:추가로|수정)`,
          `작성해 드릴까 합니다|새로 작성을 시작하겠습니다|작성해야 하는 콘텐츠와`,
          `(?:수정|추가)(?:이나|하거나| 또는) ?(?:추가|수정|변경)? ?(?:요청|사항).{0,10}있으시면.{0,12}(?:말씀|알려)해? ?주`,
          `요구 ?(?:사항|조건)을? (?:모두 )?(?:충족|반영)(?:하여|시키|하며|하면서|하였습니다|했습니다).{0,40}(?:작성|글자|소제목|내용이)`,
          `(?:전체|총) 글자 수는 (?:약 )?[\\d,]+ ?자`,
          `저는 (?:인공지능|AI|에이아이) ?(?:언어 모델|챗봇|어시스턴트|비서)`,
          `(?:인공지능|AI) 언어 모델(?:로서|이기 때문|이므로)`,
          `요약문(?:을|으로) (?:토대로|작성|만들기)`,
          `클릭(?:을)? 유도(?:하는)? ?(?:요약문|문구|제목)`,
        ),
      },
      {
        kind: 'label',
        pattern: /[[(【<✨](?:요약문|본문|제목|기사 본문|요약문 완료|요약 완료|번역 결과)[\])】>✨]/u,
      },
      {
        kind: 'label',
        where: 'field',
        pattern:
          /^[\s[(【<✨"'*]*(?:요약문?|요약본|제목|기사 제목|본문|번역|번역 결과)[\])】>✨"'*]*(?:\s*[:：]|(?<=[\]】✨])(?=\s))/u,
      },
      { kind: 'label', where: 'field', pattern: /클릭 유도[.!]*$/u },
      {
        kind: 'length',
        pattern:
          /(?<=[.!?…”"’')]\s{0,3})[([（【](?:총|약|요약문|공백 포함|글자 수)?[\s:]{0,2}[\d,]{2,5}\s?(?:자|글자)(?: ?(?:이내|내외|요약|완료|정도))?[)\]）】]/u,
      },
    ],
  },
  en: {
    cues: /AI\b|artificial|language model|sorry|cannot|can['’]t|ere['’]s|ere (?:is|are)|elow is|specified|et me know|s of my|rovide|has been|token|context_length|invalid_request|quota|ate limit|server had|overloaded|rror code|characters|chars|words|eta (?:desc|title)|itle|ummary|xcerpt|ranslation|['’]ve/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          '\\bas an? (?:AI|artificial intelligence) (?:language )?(?:model|assistant),? I\\b',
          '\\bas a large language model\\b,? I',
          "\\bI(?:'|’)?m sorry,? but I (?:can(?:'|’)?t|cannot|am (?:unable|not able) to) (?:assist|help|fulfill|comply|provide|create|generate|write|process)",
          "\\bI (?:cannot|can(?:'|’)t) (?:fulfill|assist with|comply with) (?:this|that|your) request",
          "^(?:sure|certainly|of course|absolutely|great)[!,.] (?:here(?:'|’)?s|here is|here are|below is|I(?:'|’)ve|let me (?:rewrite|write|translate|summari[sz]e))\\b",
          "^here(?:'|’)?s? (?:is )?(?:the|a|your) (?:rewritten|revised|updated|translated|polished|improved|expanded|shortened|SEO[- ]optimi[sz]ed|requested) (?:version|text|blog post|article|paragraph|content|summary|title)",
          "^here(?:'|’)?s? (?:is )?(?:the|your) (?:translation|translated text|summary you|article you|blog post you)\\b.{0,40}:?$",
          '\\bthis (?:text|article|content|post|response|version) has been (?:modified|rewritten|revised|adjusted|updated|optimi[sz]ed) to (?:meet|match|fit|include|satisfy|ensure)',
          '\\bmeets? all (?:of )?(?:the|your) specified requirements\\b',
          "\\blet me know if you(?:'|’)d like (?:me to|any (?:changes|adjustments|revisions|modifications)|further)",
          '\\bas of my (?:last|latest) (?:knowledge |training )?(?:update|cut-?off)\\b',
          "\\bplease provide (?:me with )?the (?:text|article|content|title) (?:you(?:'|’)d like|you would like|you want|to be)",
        ),
      },
      {
        kind: 'error',
        pattern: anyCase(
          '\\bmaximum context length is [\\d,]+ tokens',
          '\\bcontext_length_exceeded\\b',
          '\\binvalid_request_error\\b',
          '\\binsufficient_quota\\b',
          '\\byou exceeded your current quota\\b',
          '\\brate limit reached for (?:gpt|default|requests|model)',
          '\\bthe server had an error (?:while )?processing your request\\b',
          '\\bthat model is currently overloaded\\b',
          '\\bError code: \\d{3} ?[-–—:]? ?\\{',
        ),
      },
      {
        kind: 'length',
        pattern:
          /(?<=[.!?…”"’')]\s{0,3})[([](?:approx\.? |about |total:? |word count:? |character count:? )?[\d,]{2,5} (?:characters|chars|words)(?: (?:max|total|including spaces))?[)\]]/iu,
      },
      {
        kind: 'label',
        where: 'field',
        pattern:
          /^[\s[(*"]*(?:meta description|meta title|seo title|summary|excerpt|translated text|translation)[\])*"]*\s*:/iu,
      },
    ],
  },
  ja: {
    cues: /AI|人工知能|言語モデル|申し訳|もちろん|はい、|以下|ご要望|ご依頼|ご指定|字|要約文|翻訳結果|修正版/,
    patterns: [
      {
        kind: 'reply',
        pattern: any(
          'AI(?:言語モデル|アシスタント)(?:として|ですので|なので)',
          '(?:私|わたし)は(?:AI|人工知能|大規模言語モデル)(?:です|なので|ですので|であり)',
          '申し訳(?:ありません|ございません)が、.{0,30}(?:お手伝い|お答え|作成|対応|提供)(?:する)?(?:こと)?(?:は|が)?(?:できません|できかねます|いたしかねます)',
          '^(?:はい、|もちろんです[！!。、])[^。]{0,20}(?:以下|こちら)(?:が|は|に)',
          '^以下(?:は|が|に)[^。]{0,24}(?:要約|翻訳|書き直した|修正した|記事)(?:文|版)?(?:です|になります|を作成しました|となります)[。：:]',
          'ご(?:要望|依頼|指定)(?:に沿って|に合わせて|の(?:形式|文字数)).{0,20}(?:作成|修正|書き直)',
        ),
      },
      { kind: 'length', pattern: /(?<=[。！？」]\s{0,3})[（(](?:約|計|全)?[\d,]{2,5}(?:文字|字)(?:以内|程度)?[）)]/u },
      { kind: 'label', pattern: /[【[(（](?:要約文|翻訳結果|修正版)[】\])）]/u },
    ],
  },
  zh: {
    cues: /作[为為]一|抱歉|对不起|對不起|好的|当然|當然|以下是|告诉我|字|结果|結果|摘要完|改写后|改寫後/,
    patterns: [
      {
        kind: 'reply',
        pattern: any(
          '作[为為]一[个個名](?:AI|人工智能|人工智慧|大型|大)?(?:语言模型|語言模型|AI助手|人工智能助手)',
          '(?:抱歉|对不起|對不起|很抱歉)，我(?:无法|無法|不能)(?:协助|協助|提供|完成|回答|满足|滿足|生成|处理|處理)',
          '^(?:好的|当然|當然)[，,！!。].{0,12}(?:以下是|这是|這是|这里是|下面是)',
          '^以下是(?:根据|根據|按照|为)您?.{0,12}(?:要求|提供|需求|撰写|撰寫)',
          '(?:如果|若)您?(?:需要|还需要|還需要).{0,12}(?:进一步|進一步)?(?:修改|调整|調整|补充|補充).{0,10}请?(?:随时)?告诉我',
        ),
      },
      {
        kind: 'length',
        pattern: /(?<=[。！？”]\s{0,3})[（(](?:约|約|共|全文|总|總)[共计計]?[\d,]{2,5}字(?:左右|以内|以內)?[）)]/u,
      },
      { kind: 'label', pattern: /[【[(（](?:翻译结果|翻譯結果|摘要完|改写后|改寫後)[】\])）]/u },
    ],
  },
  de: {
    cues: /Sprachmodell|KI-Assistent|tut mir leid/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          'als (?:KI-?|künstliche )?(?:Sprachmodell|KI-Assistent)[ ,]',
          'es tut mir leid, aber ich kann (?:diese|Ihre|deine) Anfrage nicht',
        ),
      },
    ],
  },
  fr: {
    cues: /n tant qu|désolé/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          "en tant qu(?:e |['’])(?:modèle de langage|assistant (?:virtuel|IA)|IA)\\b",
          'je suis désolée?, mais je ne peux pas (?:répondre|vous aider|satisfaire)',
        ),
      },
    ],
  },
  es: {
    cues: /modelo de lenguaje|o siento/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          'como (?:un )?modelo de lenguaje(?: de IA)?,',
          'lo siento, pero no puedo (?:ayudar|cumplir|generar|proporcionar)',
        ),
      },
    ],
  },
  pt: {
    cues: /modelo de linguagem|esculpe/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          'como (?:um )?modelo de linguagem(?: de IA)?,',
          'desculpe, mas não posso (?:ajudar com|atender|gerar)',
        ),
      },
    ],
  },
  ru: {
    cues: /языковая модель|модель искусств|ИИ-|звините/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          'как (?:языковая модель|большая языковая модель|модель искусственного интеллекта|ИИ-ассистент)[, ]',
          'извините, (?:но )?я не могу (?:выполнить|помочь с|обработать) (?:этот|эт|ваш)',
        ),
      },
    ],
  },
  vi: {
    cues: /mô hình ngôn ngữ|trợ lý AI|in lỗi/,
    patterns: [
      {
        kind: 'reply',
        pattern: anyCase(
          'là một (?:mô hình ngôn ngữ|trợ lý AI)',
          'xin lỗi, (?:nhưng )?tôi không thể (?:hỗ trợ|thực hiện|đáp ứng) yêu cầu',
        ),
      },
    ],
  },
}

const languages = Object.entries(byLanguage).map(([language, residue]) => ({
  ...residue,
  script: scriptsOf(language)[0]!,
}))

/** Fewer letters of its script than this, and a text holds no phrase of a language. */
const leastLetters: Readonly<Partial<Record<Script, number>>> = { Latn: 8, Cyrl: 8 }

/** Most languages are written in Latin letters: one look for the cues of them all. */
const latinCues = new RegExp(
  languages
    .filter(({ script }) => script === 'Latn')
    .map(({ cues }) => cues.source)
    .join('|'),
)

/** The languages of which a text, whose letters have been counted, holds any cue. */
const languagesIn = (text: string, counts: ScriptTally, among: typeof languages): typeof languages => {
  const mayBeLatin = latinCues.test(text)
  return among.filter(
    ({ script, cues }) =>
      (mayBeLatin || script !== 'Latn') && (counts.get(script) ?? 0) >= (leastLetters[script] ?? 1) && cues.test(text),
  )
}

/** The languages of which a post may hold any residue: asked of all of it, it spares most units the question. */
export const residueLanguages = (post: Post): typeof languages =>
  languagesIn(wholeText(post), lettersOf(post), languages)

/**
 * The patterns that may match a unit. A model answers in the language of its prompt, which need not be that of the
 * post; so all languages are asked whose script occurs.
 */
export const residuePatternsFor = (unit: TextUnit, among = languages): readonly ResiduePattern[] =>
  languagesIn(unit.text, tallyOf(unit), among).flatMap(({ patterns }) => patterns)

/** Marks by which chat programs cite their sources: `【12†source】`, `:contentReference[oaicite:0]`, `turn0search1`. */
export const citationMarks =
  /【\d+(?::\d+)?†[^】\n]{0,60}】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:\d+\]|\[cite_start\]|\[cite: ?[\d, ]{1,20}\]|\ue200(?:file)?cite[^\ue201\n]{0,120}\ue201|\b(?:cite)?turn\d+(?:search|view|news|image|file|fetch)\d+\b/gu

/** Whether a source holds any such mark, or may. */
export const mayHoldCitations = (source: string): boolean => /[†\ue200]|oaicite|\[cite|turn\d/.test(source)

/** The parameter by which chat programs mark links that they give out. */
export const chatTracking =
  /(?<=[?&]|&amp;)utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|gemini)(?=$|[&#])/i
