import { steps, type Times } from '../stopwatch.ts'
import type { Locale } from './formatter.ts'

/** Rules below this share of the run are counted together. */
const smallestShare = 0.005

const texts = {
  en: {
    title: 'Where the time went',
    step: 'Step',
    rule: 'Rule (part of lint)',
    rest: (count: number) => `${count} ${count === 1 ? 'other' : 'others'}`,
  },
  ko: { title: '시간 내역', step: '단계', rule: '규칙 (lint에 포함)', rest: (count: number) => `나머지 ${count}개` },
} as const satisfies Record<Locale, unknown>

/** A table of what each step and each rule took: milliseconds, and the share of the whole. */
export const renderStats = ({ steps: spent, rules }: Times, locale: Locale): string => {
  const words = texts[locale]
  const total = [...spent.values()].reduce((sum, milliseconds) => sum + milliseconds, 0)
  const row = (name: string, milliseconds: number): string => {
    const share = total === 0 ? 0 : (milliseconds / total) * 100
    return `  ${milliseconds.toFixed(1).padStart(10)} ms ${share.toFixed(1).padStart(5)} %  ${name}\n`
  }
  const byTime = [...rules].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
  const shown = byTime.filter(([, milliseconds]) => milliseconds >= total * smallestShare)
  const others = byTime.slice(shown.length)
  const rest = others.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  return [
    `${words.title}: ${total.toFixed(1)} ms\n`,
    `${words.step}\n`,
    ...steps.filter((step) => spent.has(step)).map((step) => row(step, spent.get(step) ?? 0)),
    `${words.rule}\n`,
    ...shown.map(([rule, milliseconds]) => row(rule, milliseconds)),
    others.length > 0 ? row(words.rest(others.length), rest) : '',
  ].join('')
}
