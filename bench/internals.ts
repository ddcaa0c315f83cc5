// What benchmarks need from inside; bundled on the fly by bench/load.mjs.
export { rules } from '../rules/index.ts'
export { withDefaults } from '../src/engine/examples.ts'
export { lint } from '../src/engine/lint.ts'
export { isTechnicalPost } from '../src/language/domain.ts'
export { latinRuns } from '../src/language/latin-runs.ts'
export { parsePost } from '../src/post/parse.ts'
export { loadParts } from '../src/post/parts.ts'
