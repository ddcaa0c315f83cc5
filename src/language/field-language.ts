import type { Element } from 'hast'
import { perPart } from '../memo.ts'
import type { Post, TextUnit } from '../post/post.ts'
import { belongs, languageOf, scriptsOf } from './host.ts'
import { lettersOf } from './post-scripts.ts'
import { addTallies, letters, mainScript, type Script, type ScriptTally, tally } from './scripts.ts'
import { isForeign, tallyOf } from './unit-scripts.ts'

/** A title or summary in another language than the body. */
export interface ForeignField {
  readonly unit: TextUnit
  readonly language: string
  readonly bodyLanguage: string
  /** The body has a paragraph's worth of the field's script: it is written in both languages. */
  readonly isInBody: boolean
}

/** With fewer letters, a body is too short to be held against its title, and a field too short to have a language. */
const leastBody = 200
const leastField = 4

/** A body with this much of a field's script in it is a text that quotes another language, such as a list of links. */
const sharedScript = 0.1

/** This many letters are a short paragraph; fewer may be a note that the text is still to be translated. */
const shortParagraph = 40

const isField = ({ kind }: TextUnit): boolean => kind === 'title' || kind === 'summary'

const isLink = ({ tagName }: Element): boolean => tagName === 'a'

/** What is written as running text: link lists quote the titles of other people. */
const withoutLinks = (unit: TextUnit): ScriptTally =>
  unit.runs.some(({ inline }) => inline.some(isLink))
    ? addTallies(
        unit.runs.flatMap(({ start, end, inline }) =>
          inline.some(isLink) ? [] : [tally(unit.text.slice(start, end))],
        ),
      )
    : tallyOf(unit)

/** Letters that are foreign to a language. Latin ones never are: English titles are a fashion, and names stay as they are. */
const foreignScripts = (counts: ScriptTally, language: string): Script[] =>
  [...counts.keys()].filter((script) => isForeign(script, language))

const compare = (post: Post): readonly ForeignField[] => {
  if (foreignScripts(lettersOf(post), post.language).length === 0) return []
  const fields = post.units.filter((unit) => isField(unit) && foreignScripts(tallyOf(unit), post.language).length > 0)
  if (fields.length === 0) return []
  const body = post.units.filter((unit) => !isField(unit) && unit.kind !== 'alt')
  const counts = addTallies(body.map(withoutLinks))
  const all = letters(counts)
  if (all < leastBody) return []
  const bodyLanguage = languageOf(counts, {
    declared: post.language,
    sample: () => body.map(({ text }) => text).join('\n'),
  })
  return fields.flatMap((unit) => {
    const own = letters(tallyOf(unit), scriptsOf(bodyLanguage))
    const scripts = foreignScripts(tallyOf(unit), bodyLanguage)
    const foreign = letters(tallyOf(unit), scripts)
    if (foreign < leastField || foreign <= own || letters(counts, scripts) > all * sharedScript) return []
    const language = languageOf(tallyOf(unit), { sample: () => unit.text })
    return [{ unit, language, bodyLanguage, isInBody: letters(counts, scripts) >= shortParagraph }]
  })
}

/** The titles and summaries of a post that are in another script than its body. */
export const foreignFields = perPart(compare)

/** The fields to be translated, or the body: those in a language that the body does not speak itself. */
export const untranslatedFields = (post: Post): readonly ForeignField[] =>
  foreignFields(post).filter(({ isInBody }) => !isInBody)

/** The language of a post's text, where its letters cannot be those of the declared one. */
export const languageAgainst = (post: Post, declared: string): string | undefined => {
  const { language } = post
  const counts = lettersOf(post)
  const main = mainScript(counts)
  // Long quotations and code in Latin letters outweigh a text without being it.
  const isQuoting = main === 'Latn' && letters(counts, scriptsOf(declared)) >= shortParagraph
  const isOther = letters(counts) >= leastBody && !belongs(main, declared) && !isQuoting
  return isOther && !['und', 'mul', declared].includes(language) ? language : undefined
}

/** The units whose words can be held against the language of the post: not those that are in another one as a whole. */
export const comparableUnits = (post: Post): readonly TextUnit[] => {
  const foreign = foreignFields(post)
  return foreign.length > 0 ? post.units.filter((one) => !foreign.some(({ unit }) => unit === one)) : post.units
}
