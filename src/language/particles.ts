import { isHostLetter } from './latin-runs.ts'

/**
 * What the host language has glued to a foreign word. `verb` makes a verb or an adjective of it (`impressive한`), which
 * names never take; `particle` declines it (`inconveniences를`).
 */
export type Attachment = 'particle' | 'verb' | 'spaced-verb' | 'compound' | 'none'

interface Grammar {
  /** Matched against what follows the word at once. */
  readonly particle?: RegExp
  readonly verb?: RegExp
  /** The same after one space. */
  readonly spacedVerb?: RegExp
  /** Matched against what stands before the word at once: an ending after which a new word must begin. */
  readonly before?: RegExp
}

/** The end of a Hangul word: no further syllable follows. */
const end = '(?![가-힣])'

const koreanVerb =
  '(?:하(?:다|고|게|며|면|여|는|기|지|려|던|도록|거나|였|셨|시|겠|고자|므로|니|자)|한(?:다|데|다면|다는)?|할|함|해(?:서|야|도|진|졌|지|요)?|했|합니다|' +
  '되(?:다|고|며|면|어|는|기|지|었|던|도록|거나|므로)|된(?:다)?|될|됨|됐|돼|됩니다|적(?:인|으로|이|일)?|화(?:하|된|되|를|가|의|시)|시키|시킨|시킬|시켰|시켜|스러|스럽|로운|롭)'

const grammars: Readonly<Record<string, Grammar>> = {
  ko: {
    particle: new RegExp(
      '^(?:들|상|성)?(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|께|한테|까지|부터|보다|처럼|마저|조차|밖에|나|이나|랑|이랑|라|이라|든지)' +
        '(?:은|는|이|가|을|를|의|도|만|서|고|써|부터|까지|라는|라고|며|란|야)?' +
        `${end}|^(?:들${end}|입니다|이다|이었|였|이며|이고|이자|인(?:데|지|가)?${end}|일${end}|임${end}|으로서|로서|으로써|로써|에서는|에서의|에는|에도|이라는|라는|이란|들의|들은|들이|들을|들에|들과)`,
    ),
    verb: new RegExp(`^${koreanVerb}`),
    spacedVerb: new RegExp(
      `^ (?:되고|되었|되어|되는|된${end}|될${end}|됐|됩니다|하고|하는|하여|했|한다|합니다|하게${end}|한${end}|할${end}|시키|시킨|시켜)`,
    ),
    before: /(?:[을를의은는에로]|에서|으로|한|인|된|할|될|적인|하고|하며)$/,
  },
  ja: {
    particle: /^(?:は|が|を|に|で|と|の|も|へ|や|から|まで|より|だ|です|たち)/,
    verb: /^(?:する|した|して|し[、たてまなく]|され|させ|でき|な[^ぁ-んァ-ヶー]|的|化|性)/,
  },
  zh: {
    particle: /^[的地得了着著过過们們之]/,
    verb: /^(?:化|性的|地)/,
  },
}

/** How a word is bound to what follows it, and whether it is glued to an ending before it. */
export const attachmentOf = (
  text: string,
  start: number,
  stop: number,
  language: string,
): { readonly after: Attachment; readonly gluedBefore: boolean } => {
  const grammar = grammars[language] ?? {}
  const following = text.slice(stop, stop + 12)
  const gluedBefore =
    (grammar.before?.test(text.slice(Math.max(0, start - 3), start)) && isHostLetter(text, start - 1)) === true
  const after: Attachment = grammar.verb?.test(following)
    ? 'verb'
    : grammar.particle?.test(following)
      ? 'particle'
      : grammar.spacedVerb?.test(following)
        ? 'spaced-verb'
        : isHostLetter(text, stop)
          ? 'compound'
          : 'none'
  return { after, gluedBefore }
}
