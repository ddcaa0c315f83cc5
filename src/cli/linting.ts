import { rules } from '../../rules/index.ts'

/**
 * What linting a post takes: the parser, and the recommended rules. The build gives only those to this module, and
 * leaves them out of what is loaded at every start: a run in which nothing has changed needs none of it.
 */
export { parsePost, readPost } from '../post/parse.ts'
export const lintingRules = new Map(rules.map(({ id, rule }) => [id, rule]))
