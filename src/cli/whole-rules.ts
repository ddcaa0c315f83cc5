/**
 * The rules with their reasons, sources and examples, for those who explain them. Loaded only when asked for: the build
 * leaves all that out of the rules that lint.
 */
export { rules as wholeRules } from '../../rules/index.ts'
