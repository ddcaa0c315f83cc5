import { lastSound } from '../language/last-sound.ts'

/** First halves of the pairs that particles come in: the form after a consonant. */
const afterConsonant = /^(?:을|은|이|과|아|으로)/

/** `을` or `를` after a word, from the pair `을/를` in either order; both forms, as `을(를)`, where the sound is unknown. */
export const particleFor = (word: string, pair: string): string => {
  const [first = '', second = ''] = pair.split('/')
  const [closed, open] = afterConsonant.test(first) ? [first, second] : [second, first]
  const sound = lastSound(word)
  if (sound === undefined) {
    // 으로/로 and 이나/나 differ by one syllable in front: (으)로.
    return closed.endsWith(open) ? `(${closed.slice(0, -open.length)})${open}` : `${closed}(${open})`
  }
  if (sound === 'vowel' || (sound === 'rieul' && closed.startsWith('으로'))) return open
  return closed
}
