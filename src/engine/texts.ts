import { engineMessages } from './message.ts'
import type { RuleEntry, Texts } from './rule.ts'

const slotNames = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map(([, name]) => name))].sort().join(', ')

/** Slot for the words of a parser. They are English, so a translation may leave them out. */
const detail = '{detail}'

const checkPair = (name: string, { en, ko }: Texts): string[] => [
  ...(en.trim() === '' || ko.trim() === '' ? [`${name} lacks a text in English or Korean`] : []),
  ...(slotNames(en) === slotNames(ko) || slotNames(en.replaceAll(detail, '')) === slotNames(ko)
    ? []
    : [`${name} has the slots ${slotNames(en) || 'none'} in English, but ${slotNames(ko) || 'none'} in Korean`]),
  ...(/\{\w+:/.test(en) ? [`${name} asks for a particle in English`] : []),
]

/** What is wrong with the texts of a rule: each must stand in every language, with the same slots. */
export const checkTexts = ({ rule }: RuleEntry): string[] => [
  ...checkPair('the summary', rule.summary),
  ...checkPair('the reason', rule.why),
  ...Object.entries(rule.messages as Readonly<Record<string, Texts>>).flatMap(([id, texts]) =>
    checkPair(`the message “${id}”`, texts),
  ),
  ...Object.keys(rule.messages).flatMap((id) =>
    engineMessages.has(id) ? [`“${id}” is the engine's own message`] : [],
  ),
]
