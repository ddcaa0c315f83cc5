// How many untranslated words no-mixed-language finds: puts one English word into a sentence of real prose, in every
// language found below a folder of posts. Usage: node bench/synthetic-recall.mjs FOLDER [posts per language]
import { loadInternals, readPosts, seededRandom } from './load.mjs'

const [folder, most = '120'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/synthetic-recall.mjs FOLDER [posts per language]')

const { rules, lint, parsePost, withDefaults, isTechnicalPost, latinRuns } = await loadInternals()
const entry = rules.find(({ id }) => id === 'no-mixed-language')
const hosts = ['ko', 'ja', 'zh', 'ru', 'uk', 'ar', 'fa', 'he', 'hi', 'th', 'el']

/** Words that a translation may leave behind: ordinary nouns, adjectives and verbs. */
const words = (
  'afternoon ancient anger appetite approve argue audience autumn bargain beautiful behave belief beloved blame bravery breakfast ' +
  'breeze brilliant butcher candle careful celebrate cheerful childhood citizen climate coast comfort complain confident congratulate ' +
  'cottage courage crime crowd cruel cultural curious customer dangerous daughter decade delicious demand depend despite difficult ' +
  'disappoint disaster discuss dramatic eager economic education elderly election elegant embarrass emotional employee encourage ' +
  'enormous essential evening evidence excellent excitement expensive famous farmer festival forgive fortunate freedom friendship ' +
  'frightened furniture gather generous gentle gradually grateful guilty habit happiness harvest healthy heritage hesitate honest ' +
  'hopeful household hungry ignore illness immediately impressive improve inhabitants injury innocent insist journey judge kitchen ' +
  'landscape laughter lawyer leather literature lonely luggage magnificent marriage meaningful medicine merchant misery moreover ' +
  'mountain mysterious narrow necessary neighbor nervous nevertheless obvious occasion opinion ordinary painful passenger patience ' +
  'peaceful perhaps persuade pleasant poverty praise pregnant prepare preserve pride prisoner prosperity punish quarrel rapidly ' +
  'recently refuse regret relatives reluctant remarkable respect responsibility restaurant revenge rumor sacrifice satisfied scenery ' +
  'scholar severe shelter significant sorrow spectacular struggle stubborn suddenly suffer surprising surrender temple terrible ' +
  'therefore threaten thorough together tradition treasure tremendous triumph unexpected unfortunately valley victory village violence ' +
  'visitors wealthy wedding weather widespread wisdom wonderful worried yesterday'
).split(' ')

const random = seededRandom(7)
const pick = (list) => list[Math.floor(random() * list.length)]

/** A place between two words of the host language, in plain text that maps to the source. */
const placeIn = (post) => {
  const units = post.units.filter(
    ({ kind, language, text, parents }) =>
      kind === 'paragraph' &&
      language === post.language &&
      text.length > 60 &&
      !parents.some(({ tagName }) => tagName === 'blockquote'),
  )
  const gap =
    post.language === 'ja' || post.language === 'zh' || post.language === 'th'
      ? /(?<=[\p{Lo}]{2})(?=\p{Lo}{2})/gu
      : /(?<=[\p{L}\p{M}]{2}) (?=[\p{L}\p{M}]{2})/gu
  for (let attempt = 0; attempt < 5 && units.length; attempt++) {
    const unit = pick(units)
    const gaps = [...unit.text.matchAll(gap)].filter(
      ({ index }) => !/[A-Za-z“”"'「」()《》]/.test(unit.text.slice(index - 20, index + 20)),
    )
    const place = gaps.length ? pick(gaps) : undefined
    const range = place && unit.range(place.index, place.index + 1)
    if (range) return { at: range.start, spaced: place[0] === ' ' }
  }
  return undefined
}

const found = (input, at, profile) => {
  const post = parsePost(input)
  const active = [{ ...entry, severity: 'error', options: withDefaults(entry.rule, { profile }) }]
  const { findings } = lint(post, active, { today: '2024-06-01', hash: '' })
  return findings.some((finding) =>
    [finding, ...(finding.related ?? [])].some(({ start, end }) => start <= at && at < end),
  )
}

const table = new Map()
for (const input of readPosts(folder)
  .map((value) => ({ value, order: random() }))
  .sort((a, b) => a.order - b.order)) {
  const { value } = input
  // Long posts add time, not evidence.
  if (value.source.length > 40_000) continue
  const post = parsePost(value)
  const { language } = post
  if (!hosts.includes(language)) continue
  const runs = post.units.flatMap(({ text }) => latinRuns(text))
  const key = `${language} ${isTechnicalPost(post, runs, new Set()) ? 'technical' : 'plain'}`
  const row = table.get(key) ?? { posts: 0, balanced: 0, strict: 0 }
  if (row.posts >= Number(most)) continue
  const place = placeIn(post)
  if (!place) continue
  table.set(key, row)
  const { at, spaced } = place
  const word = pick(words)
  const source = spaced
    ? `${value.source.slice(0, at)} ${word}${value.source.slice(at)}`
    : value.source.slice(0, at) + word + value.source.slice(at)
  const position = spaced ? at + 1 : at
  row.posts++
  for (const profile of ['balanced', 'strict']) if (found({ ...value, source }, position, profile)) row[profile]++
}

console.log('language class      words  balanced  strict')
for (const [key, { posts, balanced, strict }] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(
    `${key.padEnd(18)} ${String(posts).padStart(6)}  ${(balanced / posts).toFixed(3).padStart(8)}  ${(strict / posts).toFixed(3).padStart(6)}`,
  )
}
