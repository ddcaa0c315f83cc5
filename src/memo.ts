/** The same function of an object, worked out once for each: for what follows from options, or from a post. */
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
