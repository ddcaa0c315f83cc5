import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const fragment = unified().use(rehypeParse, { fragment: true }).freeze()
const page = unified().use(rehypeParse, { fragment: false }).freeze()

/** Parses guarded, masked HTML; every position is an offset into `text`. */
export const parseHtml = (text: string, isPage: boolean): Root => (isPage ? page : fragment).parse(text)
