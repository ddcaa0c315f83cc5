// Builds src/language/data/language-tags.generated.ts from IANA's registry of subtags: `node scripts/language-tags.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const data = new URL('node_modules/language-subtag-registry/data/json/', root)
const registry = JSON.parse(readFileSync(new URL('registry.json', data), 'utf8'))
const { 'File-Date': date } = JSON.parse(readFileSync(new URL('meta.json', data), 'utf8'))

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const codes = [...alphabet].flatMap((a) => [...alphabet].flatMap((b) => [...alphabet].map((c) => a + b + c)))

/** The subtags of a type in lower case; ranges such as `qaa..qtz` are left to the code. */
const entries = (type) => registry.filter((entry) => entry.Type === type)
const subtags = (type) =>
  entries(type)
    .map(({ Subtag }) => Subtag.toLowerCase())
    .filter((subtag) => !subtag.includes('..'))

const languages = new Set(subtags('language'))
const isThreeLetterLanguage = (code) => languages.has(code) || (code >= 'qaa' && code <= 'qtz')

/** One bit a code, four codes a digit: `aaa` is the lowest bit of the first digit. */
const bits = codes.reduce(
  (digits, code, index) => {
    if (isThreeLetterLanguage(code)) digits[index >> 2] |= 1 << (index & 3)
    return digits
  },
  new Array(codes.length / 4).fill(0),
)

/** Codes of ISO 639-2 for languages that have one of two letters, which the registry asks for instead. */
const longCodes = codes
  .filter((code) => !isThreeLetterLanguage(code))
  .map((code) => [code, Intl.getCanonicalLocales(code)[0]])
  .filter(([code, better]) => better !== code && better.length === 2)
  .map((pair) => pair.join(':'))

const byPrefix = new Map()
for (const { Subtag, Prefix } of entries('extlang')) {
  for (const prefix of Prefix) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), Subtag])
}

const constant = (name, comment, words) => `/** ${comment} */\nexport const ${name} = '${words.join(' ')}'\n`

writeFileSync(
  new URL('src/language/data/language-tags.generated.ts', root),
  [
    `// Made by scripts/language-tags.mjs from IANA's Language Subtag Registry of ${date}. Do not edit.\n`,
    constant(
      'twoLetterLanguages',
      'Primary subtags of two letters.',
      [...languages].filter(({ length }) => length === 2),
    ),
    constant('threeLetterLanguages', 'Primary subtags of three letters, one bit each, four a hexadecimal digit.', [
      bits.map((digit) => digit.toString(16)).join(''),
    ]),
    constant('longCodes', 'Codes of three letters that are no subtags, with the subtag meant.', longCodes),
    constant(
      'extendedLanguages',
      'Second language subtags, after what they may follow.',
      [...byPrefix].map(([prefix, list]) => `${prefix}:${list.join(',')}`),
    ),
    constant('scripts', 'Script subtags.', subtags('script')),
    constant('regions', 'Region subtags.', subtags('region')),
    constant('variants', 'Variant subtags.', subtags('variant')),
    constant(
      'grandfathered',
      'Old tags that are registered whole, with the one to be used instead.',
      entries('grandfathered').map(({ Tag, ...more }) => `${Tag.toLowerCase()}:${more['Preferred-Value'] ?? ''}`),
    ),
  ].join('\n'),
)
