/** A 53-bit hash of a text (cyrb53), as a short word. Not for secrets. */
export const hash = (text: string): string => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0')
}

/** Most runs have no use for Node's cryptography, and loading it takes as long as linting several posts. */
const cryptography = () => process.getBuiltinModule('node:crypto')

/** SHA-1 of bytes: tells whether they are the same, not who wrote them. */
export const digestOf = (bytes: Uint8Array): string => cryptography().createHash('sha1').update(bytes).digest('hex')

/** A word that nobody else comes up with, two letters for each byte. */
export const randomWord = (bytes: number): string => cryptography().randomBytes(bytes).toString('hex')
