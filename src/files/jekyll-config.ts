import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { readYaml } from '../yaml.ts'
import type { Default } from './jekyll-defaults.ts'

const textOf = (map: YAMLMap, key: string): string | undefined => {
  const value = map.get(key)
  return typeof value === 'string' ? value : undefined
}

const isBlank = (value: unknown): boolean =>
  isScalar(value) && (value.value === null || (typeof value.value === 'string' && value.value.trim() === ''))

/** Reads `defaults:` off a `_config.yml`, node by node: nothing is expanded, and what is not as expected is left out. */
export const readDefaults = (text: string): readonly Default[] => {
  const document = readYaml(text)
  const list = isMap(document?.contents) ? document.contents.get('defaults') : undefined
  if (!isSeq(list)) return []
  return list.items.flatMap((item) => {
    const scope = isMap(item) ? item.get('scope') : undefined
    const values = isMap(item) ? item.get('values') : undefined
    if (!isMap(values)) return []
    const keys = values.items
      .filter(({ value }) => !isBlank(value))
      .map(({ key }) => String(isScalar(key) ? key.value : ''))
    const path = isMap(scope) ? (textOf(scope, 'path') ?? '') : ''
    return [{ path: path.replace(/^\/+|\/+$/g, ''), type: isMap(scope) ? textOf(scope, 'type') : undefined, keys }]
  })
}
