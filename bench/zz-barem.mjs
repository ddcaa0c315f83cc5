import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { readPosts } from './load.mjs'

const p = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw)
let n = 0
for (const { source } of readPosts(process.argv[2])) {
  const body = source.replace(/^---[\s\S]*?\n---\n/, '')
  n += p.runSync(p.parse(body)).children.length
}
console.log(n)
