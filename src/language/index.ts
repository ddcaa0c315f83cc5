/** What a parser needs to know about languages; rules import the analyses they use by their own file. */
export { belongs, isBilingual, languageOf, primarySubtag, scriptsOf } from './host.ts'
export {
  addTallies,
  letters,
  mainScript,
  type Script,
  type ScriptRun,
  type ScriptTally,
  scriptOf,
  scriptRuns,
  tally,
} from './scripts.ts'
