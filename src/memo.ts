/**
 * The same function of a post or a part of it, worked out once for each. What is known of a thing is kept on the thing
 * itself, and goes with it: in weak maps, one for each function, every post would outlive the next few.
 */
export const perPart =
  <Part extends object, Value>(make: (part: Part) => Value): ((part: Part) => Value) =>
  (part) => {
    const known = memoryOf(part)
    for (let at = 0; at < known.length; at += 2) if (known[at] === make) return known[at + 1] as Value
    const value = make(part)
    known.push(make, value)
    return value
  }

const memory = Symbol('memory')

/** Functions and, each behind its function, what they gave: few enough to be looked through. */
const memoryOf = (part: { [memory]?: unknown[] }): unknown[] => {
  part[memory] ??= []
  return part[memory]
}

/** The same function of an object that outlives posts, such as options, worked out once for each. */
export const perObject = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    let entry = known.get(key)
    if (!entry) {
      entry = { value: make(key) }
      known.set(key, entry)
    }
    return entry.value
  }
}

/** More texts than a site has colours or styles; hostile posts must not fill the memory. */
const mostTexts = 2000

/** The same function of a text, which remembers what it made of texts that come again and again. */
export const perText = <Value>(make: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined || known.has(text)) return old as Value
    if (known.size >= mostTexts) known.clear()
    const value = make(text)
    known.set(text, value)
    return value
  }
}
