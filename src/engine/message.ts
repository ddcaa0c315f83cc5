import type { Locale, Texts } from '../texts.ts'
import { crashedMessage } from './crash.ts'
import type { Finding, PostResult, Related, Slots, Suggestion } from './finding.ts'
import { fixMessages } from './fix-notes.ts'
import { particleFor } from './particle.ts'
import { placesOf } from './places.ts'
import type { Registry } from './rule.ts'

/** `{name}`, or `{name:pair}` with the closing marks behind it that belong to the word. */
const slotPattern = /\{(\w+)(?::([^{}]*))?\}([”’"'」』》>)\]`]*)/g

/** What postlint says of a rule that threw. */
const crashed: Texts = {
  en: 'The rule itself failed ({error}); the others have run. Please report this.',
  ko: '규칙이 오류로 중단되었습니다({error}). 나머지 규칙은 실행되었습니다. 이 오류를 제보해 주세요.',
}

/**
 * Fills the `{slots}` of a text. A Korean text may ask for the particle that a word takes: `{word:을/를}` gives the word
 * and its particle, which stands behind the marks that close a quotation: `“{word:을/를}” 고치세요`.
 */
export const render = (text: string, slots: Slots): string =>
  text.replace(slotPattern, (all, name: string, pair: string | undefined, closing: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (value === undefined) return all
    return `${value}${closing}${pair ? particleFor(String(value), pair) : ''}`
  })

/** What the engine itself says, by message; no rule may have messages of these names. */
export const engineMessages: ReadonlyMap<string, Texts> = new Map([
  [crashedMessage, crashed],
  ...Object.entries(fixMessages),
])

const textsOf = ({ rule, messageId }: Finding, registry: Registry): Texts | undefined => {
  const messages = registry.get(rule)?.rule.messages ?? {}
  return engineMessages.get(messageId) ?? (Object.hasOwn(messages, messageId) ? messages[messageId] : undefined)
}

const titled = (suggestions: readonly Suggestion[], locale: Locale): Suggestion[] =>
  suggestions.map((suggestion) => ({ ...suggestion, title: suggestion.titles[locale] }))

const titledPlace = (related: Related, locale: Locale): Related =>
  related.suggestions ? { ...related, suggestions: titled(related.suggestions, locale) } : related

/** Writes the messages of a result. Done last, since a message may speak of how many places are left. */
export const describe = (result: PostResult, registry: Registry, locale: Locale): PostResult =>
  result.findings.length === 0 ? result : described(result, registry, locale)

const described = (result: PostResult, registry: Registry, locale: Locale): PostResult => ({
  ...result,
  findings: result.findings.map((finding) => {
    const texts = textsOf(finding, registry)
    if (!texts) return finding
    return {
      ...finding,
      message: render(texts[locale], { ...finding.slots, places: placesOf(finding).length }),
      ...(finding.suggestions && { suggestions: titled(finding.suggestions, locale) }),
      ...(finding.related && { related: finding.related.map((related) => titledPlace(related, locale)) }),
    }
  }),
})
