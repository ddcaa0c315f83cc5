/** A list of words that can be asked for one. */
export interface WordList {
  has(word: string): boolean
}

/**
 * A list as scripts/words.mjs packs it: sorted words in blocks, one block a line; its first word in full, each further
 * one as a digit (letters shared with the word before it) and the rest. Look-ups search the packed text itself, so
 * that nothing has to be unpacked first. The text is asked for at the first look-up.
 */
export const packedWords = (packed: () => string): WordList => {
  let text: string | undefined
  return {
    has(word) {
      text ??= packed()
      return word !== '' && blockHas(blockBefore(text, word), word)
    },
  }
}

/** The last block whose first word is not after `word`. */
const blockBefore = (text: string, word: string): string => {
  let low = 1
  let high = text.length - 1
  let block = ''
  while (low < high) {
    const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end)
    if (firstWord(line) <= word) {
      block = line
      low = end + 1
    } else {
      high = start
    }
  }
  return block
}

const firstWord = (block: string): string => /^[a-z]*/.exec(block)![0]

const blockHas = (block: string, word: string): boolean => {
  let current = firstWord(block)
  if (current === word) return true
  for (const [, shared, rest] of block.slice(current.length).matchAll(/(\d)([a-z]*)/g)) {
    current = current.slice(0, Number(shared)) + rest
    if (current >= word) return current === word
  }
  return false
}
