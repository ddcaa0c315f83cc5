import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { readPosts } from './load.mjs'

const p = unified().use(rehypeParse, { fragment: true })
let n = 0
for (const { source } of readPosts(process.argv[2])) n += p.parse(source).children.length
console.log(n)
