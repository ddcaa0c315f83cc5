import { rules } from '../../rules/index.ts'

/**
 * The rules that no usual run checks with. The build gives only those to this module, and leaves their checks out of
 * the rules that are loaded at every start.
 */
export const moreRules = new Map(rules.map(({ id, rule }) => [id, rule]))
