/**
 * Parsers that only some posts need and that are dear to load. Parsing is synchronous, so they are loaded before;
 * each is loaded once.
 */
const loaders = {
  markdown: () => import('./markdown.ts'),
  toml: () => import('./front-matter/toml.ts'),
}

export type PartName = keyof typeof loaders
type Parts = { [Name in PartName]?: Awaited<ReturnType<(typeof loaders)[Name]>> }

const loaded: Parts = {}

/** Loads parsers, all of them by default. */
export async function loadParts(names: readonly PartName[] = ['markdown', 'toml']): Promise<void> {
  for (const name of names) {
    if (name === 'markdown') loaded.markdown ??= await loaders.markdown()
    else loaded.toml ??= await loaders.toml()
  }
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
export function part<Name extends PartName>(name: Name): NonNullable<Parts[Name]> {
  const found = loaded[name]
  if (!found) throw new MissingPart(name)
  return found
}
