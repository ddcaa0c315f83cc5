import { escapeMarkup } from './escape.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An XML element on lines of its own. What is not known is left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('')
  return children.length > 0 ? `<${name}${written}>\n${children.join('')}</${name}>\n` : `<${name}${written}/>\n`
}

/** An element that holds text. */
export const textElement = (name: string, text: string): string => `<${name}>${escapeMarkup(text)}</${name}>\n`
