import { UserError } from '../user-error.ts'

/**
 * Imports a module of JavaScript or TypeScript, by path or by package name as seen from `from`; gives its default export.
 * Undefined if there is no such module; a module that fails to load is the user's to mend.
 */
export const importModule = async (specifier: string, from: string, name: string): Promise<unknown> => {
  // Loading jiti costs more than everything else about a configuration: only those who need it pay.
  const { createJiti } = await import('jiti')
  const jiti = createJiti(from, { fsCache: false, moduleCache: false })
  try {
    const exported: unknown = await jiti.import(specifier)
    return withDefault(exported)
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    // Node names the missing module first; who wanted it comes after.
    const missing = /Cannot find (?:module|package) '([^']*)'/.exec(message ?? '')?.[1]
    if (/MODULE_NOT_FOUND$/.test(code ?? '') && missing?.endsWith(specifier.replace(/^\.\//, ''))) return undefined
    const why = message?.split('\n')[0] ?? String(error)
    throw new UserError(
      { en: `Cannot load “${name}”: ${why}`, ko: `“${name}”을(를) 불러올 수 없습니다: ${why}` },
      { file: name },
    )
  }
}

const withDefault = (exported: unknown): unknown => {
  const inner =
    typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : undefined
  return inner ?? exported
}
