import { int, list } from '../../src/engine/options.ts'
import { type RuleEntry, rule } from '../../src/engine/rule.ts'

const about = {
  summary: { en: 'For tests.', ko: '시험용.' },
  why: { en: 'For tests.', ko: '시험용.' },
  source: [{ authority: 'editorial', title: 'Tests' }],
  score: { category: 'content', weight: 1 },
} as const

/** Reports every `<b>` beyond a number of them. */
const bold = rule({
  ...about,
  presets: { recommended: 'warn', strict: ['error', { max: 0 }], seo: 'info' },
  options: {
    max: int(2, { en: 'Most there may be', ko: '최대 개수' }, { minimum: 0 }),
    tags: list(['b'], { en: 'Tags that count', ko: '세는 태그' }),
  },
  messages: { bold: { en: '<{tag}> is one too many.', ko: '<{tag}>이 너무 많습니다.' } },
  check({ post, options, report }) {
    let count = 0
    return {
      element: {
        '*': (node) => {
          if (options.tags.includes(node.tagName) && ++count > options.max)
            report(post.place(node), 'bold', { tag: node.tagName })
        },
      },
    }
  },
  examples: { good: [], bad: [] },
})

/** Off unless a preset other than `recommended` is active. */
const quiet = rule({
  ...about,
  presets: { strict: 'warn', accessibility: 'error' },
  messages: { found: { en: 'Found.', ko: '찾음.' } },
  check: () => undefined,
  examples: { good: [], bad: [] },
})

const broken = rule({
  ...about,
  presets: {},
  messages: { found: { en: 'Found.', ko: '찾음.' } },
  check() {
    throw new Error('out of order')
  },
  examples: { good: [], bad: [] },
})

export const testRules: readonly RuleEntry[] = [
  { id: 'max-bold', family: 'presentation', rule: bold },
  { id: 'quiet-rule', family: 'structure', rule: quiet },
  { id: 'broken-rule', family: 'structure', rule: broken },
]
