/**
 * Parsers that only some posts need and that are dear to load. Parsing is synchronous, so they are loaded before;
 * each is loaded once.
 */
const loaders = {
  markdown: () => import('./markdown.ts'),
  yaml: () => import('./front-matter/yaml.ts'),
  toml: () => import('./front-matter/toml.ts'),
  json: () => import('./front-matter/json.ts'),
}

export type PartName = keyof typeof loaders
type Parts = { [Name in PartName]: Awaited<ReturnType<(typeof loaders)[Name]>> }

const loaded = new Map<PartName, Parts[PartName]>()

/** Loads parsers, all of them by default. */
export async function loadParts(names = Object.keys(loaders) as PartName[]): Promise<void> {
  for (const name of names) if (!loaded.has(name)) loaded.set(name, await loaders[name]())
}

/** A post needs a parser that has not been loaded. */
export class MissingPart extends Error {
  readonly part: PartName

  constructor(name: PartName) {
    super(`The ${name} parser is not loaded: await loadParts() before parsing posts.`)
    this.part = name
  }
}

/** A parser that has been loaded. @throws MissingPart if it has not. */
export function part<Name extends PartName>(name: Name): Parts[Name] {
  const found = loaded.get(name)
  if (!found) throw new MissingPart(name)
  return found as Parts[Name]
}
