import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const CHUNK = 256 * 1024

/**
 * The lines of a file of UTF-8, one after the other: a file may be larger than a text can be. What follows the last
 * line break is a line if it is not empty.
 *
 * @throws RangeError at a line of more than `longest` units
 */
export function* readLines(file: string, longest: number): Generator<string> {
  const descriptor = openSync(file, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const chunk = Buffer.alloc(CHUNK)
    let parts: string[] = []
    let length = 0
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
      const [first = '', ...others] = decoder.write(chunk.subarray(0, size)).split('\n')
      length += first.length
      if (length > longest) throw new RangeError('line too long')
      parts.push(first)
      for (const other of others) {
        yield parts.join('')
        parts = [other]
        length = other.length
      }
    }
    const rest = parts.join('') + decoder.end()
    if (rest !== '') yield rest
  } finally {
    closeSync(descriptor)
  }
}
