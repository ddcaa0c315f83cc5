// What the language rules cost, as a multiple of the bare rehype-parse of the same posts, rule by rule and together;
// then their growth on one long line. Usage: node bench/language-cost.mjs FOLDER [posts]
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { loadInternals, milliseconds, quickest, readPosts, seededRandom } from './load.mjs'

const [folder, most = '400'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/language-cost.mjs FOLDER [posts]')

const budget = 0.5
const growthBudget = 2.5
const rounds = 7

const { rules, lint, parsePost, withDefaults } = await loadInternals()
const family = rules
  .filter((entry) => entry.family === 'language')
  .map((entry) => ({ ...entry, severity: 'error', options: withDefaults(entry.rule) }))
const context = { today: '2024-06-01', hash: '' }

const random = seededRandom(1)
const inputs = readPosts(folder)
  .map((input) => ({ input, order: random() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, Number(most))
  .map(({ input }) => input)

/** A fresh parse for every round, since analyses are kept with their post; text units belong to parsing. */
const parsed = () =>
  inputs.map((input) => {
    const post = parsePost({ ...input, format: 'html' })
    void post.units
    return post
  })

const processor = unified().use(rehypeParse, { fragment: true })
const parseTimes = []
const times = new Map([['(no rule)', []], ['(family)', []], ...family.map(({ id }) => [id, []])])
for (let round = 0; round < rounds; round++) {
  parseTimes.push(
    milliseconds(() => {
      for (const { source } of inputs) processor.parse(source)
    }),
  )
  for (const [name, list] of times) {
    const active = name === '(no rule)' ? [] : family.filter(({ id }) => name === '(family)' || name === id)
    const posts = parsed()
    list.push(
      milliseconds(() => {
        for (const post of posts) lint(post, active, context)
      }),
    )
  }
}

const base = quickest(parseTimes)
const idle = quickest(times.get('(no rule)'))
console.log(`${inputs.length} posts, rehype-parse ${base.toFixed(1)} ms, walk without rules ${idle.toFixed(1)} ms`)
for (const [name, list] of times) {
  const own = quickest(list) - idle
  if (name !== '(no rule)')
    console.log(`  ${name.padEnd(28)} ${own.toFixed(1).padStart(8)} ms  ${(own / base).toFixed(3)} x`)
}
const ratio = (quickest(times.get('(family)')) - idle) / base
console.log(`language family: ${ratio.toFixed(2)} x (budget ${budget} x)`)

const sentence =
  '정부는 이번 조치로 많은 remarkable 변화를 기대했으며 оператор들과 관심이集중된 100㎜ 계획을 “open” 자료(data)로 알렸다. '
const textOf = (size) => `<p>${sentence.repeat(Math.ceil(size / sentence.length))}</p>`
let worst = 0
for (let size = 1 << 17; size < 1 << 20; size *= 2) {
  const [one, two] = [size, size * 2].map((length) => {
    const input = { path: 'post.html', sitePath: 'post.html', source: textOf(length), generator: 'any' }
    return quickest(
      Array.from({ length: 3 }, () => {
        const post = parsePost(input)
        void post.units
        return milliseconds(() => lint(post, family, context))
      }),
    )
  })
  worst = Math.max(worst, two / one)
  console.log(`one line of ${size} units: ${one.toFixed(0)} ms; twice as long: ${(two / one).toFixed(2)} x`)
}
console.log(`growth: ${worst.toFixed(2)} x (budget ${growthBudget} x)`)
process.exitCode = ratio <= budget && worst <= growthBudget ? 0 : 1
