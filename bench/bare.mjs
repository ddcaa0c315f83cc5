// Reads and parses every post of a folder and does nothing with it: what a linter that builds a tree cannot go below.
// Usage: node bench/bare.mjs html|markdown FOLDER
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unified } from 'unified'

const load = (...names) => Promise.all(names.map(async (name) => (await import(name)).default))

const htmlParser = async () => {
  const [parse] = await load('rehype-parse')
  const parser = unified().use(parse, { fragment: true })
  return (text) => parser.parse(text)
}

const markdownParser = async () => {
  const [gfm, parse, rehype, raw] = await load('remark-gfm', 'remark-parse', 'remark-rehype', 'rehype-raw')
  const parser = unified().use(parse).use(gfm).use(rehype, { allowDangerousHtml: true }).use(raw)
  return (text) => parser.runSync(parser.parse(text))
}

const [format, folder] = process.argv.slice(2)
const parse = await (format === 'markdown' ? markdownParser : htmlParser)()
let blocks = 0
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(?:html|md)$/.test(name)) continue
  const text = readFileSync(join(folder, name), 'utf8')
  blocks += parse(text.replace(/^---\n[\s\S]*?\n---\n/, '')).children.length
}
console.log(blocks)
