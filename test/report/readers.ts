import { decodeXML } from 'entities'
import type { Nodes as HastNodes, Root } from 'hast'
import type { Nodes as MdastNodes } from 'mdast'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { script, style } from '../../src/report/html/assets.generated.ts'

// Each format as its reader sees it: the shape of the document, which no text may change, and the texts in it.

export interface Reading {
  readonly shape: unknown
  readonly texts: readonly string[]
}

const shapeOfJson = (value: unknown, texts: string[]): unknown => {
  if (typeof value === 'string') {
    texts.push(value)
    return 'text'
  }
  if (Array.isArray(value)) return value.map((one) => shapeOfJson(one, texts))
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([key, one]) => [key, shapeOfJson(one, texts)])
}

export const readJson = (text: string): Reading => {
  const texts: string[] = []
  return { shape: shapeOfJson(JSON.parse(text), texts), texts }
}

export const readJsonLines = (text: string): Reading => readJson(`[${text.trimEnd().split('\n').join(',')}]`)

/** What XML 1.0 calls a Char. */
const XML_CHARACTERS = /^[\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const XML_TOKEN = /<\?xml[^>]*\?>|<(\/?)([A-Za-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

/** Reads the XML that needs no more than elements, attributes and text, as strictly as the standard does. */
export const readXml = (text: string): Reading => {
  if (!XML_CHARACTERS.test(text)) throw new Error('characters that XML does not have')
  const texts: string[] = []
  const shape: string[] = []
  const open: string[] = []
  const decode = (raw: string): string => {
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(raw)) throw new Error(`a bare & in ${raw}`)
    return decodeXML(raw)
  }
  XML_TOKEN.lastIndex = 0
  while (XML_TOKEN.lastIndex < text.length) {
    const at = XML_TOKEN.lastIndex
    const token = XML_TOKEN.exec(text)
    if (!token) throw new Error(`no XML: ${text.slice(at, at + 80)}`)
    const [, closing, name, attributes = '', isEmpty, content] = token
    if (content !== undefined) {
      if (content.includes(']]>')) throw new Error(']]> in text')
      if (content.trim() !== '') texts.push(decode(content))
    } else if (name !== undefined) {
      if (closing) {
        if (open.pop() !== name) throw new Error(`</${name}> closes another element`)
      } else if (!isEmpty) open.push(name)
      shape.push(`${closing}${name}`)
      for (const [, key = '', value = ''] of attributes.matchAll(/([a-z]+)="([^"]*)"/g)) {
        shape.push(`@${key}`)
        texts.push(decode(value))
      }
    }
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> is never closed`)
  return { shape, texts }
}

const html = unified().use(rehypeParse)

/** `code` is left out: it is made of backticks, which messages may hold. So is what is always the same. */
export const readHtml = (text: string): Reading => {
  const texts: string[] = []
  const shape: string[] = []
  visit(html.parse(text.replace(style, '').replace(script, '')) as Root, (node: HastNodes) => {
    if (node.type === 'element' && node.tagName !== 'code')
      shape.push(`${node.tagName} ${Object.keys(node.properties)}`)
    if (node.type === 'element') texts.push(...Object.values(node.properties).map(String))
    if (node.type === 'comment') shape.push(`<!--${node.value}-->`)
    if (node.type === 'text') texts.push(node.value)
  })
  return { shape, texts: [...texts, texts.join('')] }
}

const markdown = unified().use(remarkParse).use(remarkGfm)

export const readMarkdown = (text: string): Reading => {
  const texts: string[] = []
  const shape: string[] = []
  visit(markdown.parse(text), (node: MdastNodes) => {
    shape.push(node.type === 'html' ? node.value : node.type)
    if (node.type === 'text') {
      if (/[@#]\w|:\/\/|www\.|\b[\da-f]{7,40}\b/i.test(node.value)) throw new Error(`a reference: ${node.value}`)
      texts.push(node.value.replaceAll('\u200B', ''))
    }
    if (node.type === 'inlineCode') texts.push(node.value)
  })
  return { shape, texts }
}

/** A line as GitHub's runner reads it, by its source: `::name key=value,key=value::data`. */
export const readGithub = (text: string): Reading => {
  const texts: string[] = []
  const decode = (value: string): string =>
    value.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const shape = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
      texts.push(decode(data))
      return [
        name,
        ...properties.split(',').map((property) => {
          const [key = '', value = ''] = property.split('=', 2)
          texts.push(decode(property.slice(key.length + 1) || value))
          return key
        }),
      ]
    })
  return { shape, texts }
}

/** A line as Azure's agent reads it: `##vso[area.event key=value;…]data`. */
export const readAzure = (text: string): Reading => {
  const texts: string[] = []
  const decode = (value: string): string =>
    value.replace(/%3B|%5D|%0D|%0A/g, decodeURIComponent).replaceAll('%AZP25', '%')
  const shape = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', properties = '', data = ''] = /^##vso\[([\w.]+) (.*?)\](.*)$/s.exec(line) ?? []
      texts.push(decode(data))
      const keys = properties
        .split(';')
        .filter(Boolean)
        .map((property) => {
          const at = property.indexOf('=')
          texts.push(decode(property.slice(at + 1)))
          return property.slice(0, at)
        })
      return [name, ...keys]
    })
  return { shape, texts }
}

/** Text for people: its shape is how many lines there are. */
export const readLines = (text: string): Reading => {
  const lines = text.split('\n')
  return { shape: lines.length, texts: lines }
}
