import { activeRules } from './config/active.ts'
import type { PostSettings } from './config/settings.ts'
import type { PostResult } from './engine/finding.ts'
import { lint } from './engine/lint.ts'
import { type Registry, registryOf } from './engine/rule.ts'
import { suppress } from './engine/suppress.ts'
import type { Post } from './post/post.ts'
import { openProject, type Project, type ProjectInput, type ReadPost } from './project.ts'
import type { Locale } from './report/formatter.ts'
import { noStopwatch } from './stopwatch.ts'

export interface LinterInput extends ProjectInput {
  /** As asked for by flag; the configuration's comes next, then `systemLocale`. */
  readonly locale?: Locale
  readonly systemLocale?: Locale
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

/** A user's project, and how its posts are linted. */
export interface Linter {
  readonly project: Project
  readonly locale: Locale
  readonly registry: Registry
  /** Lints a post that stands in the place of one that was read, and leaves out what directives suppress. */
  lintPost(read: ReadPost, post: Post): PostResult
}

/** Resolves everything that is the same for all posts. */
export const openLinter = async (input: LinterInput): Promise<Linter> => {
  const { time, meter } = input.stopwatch ?? noStopwatch
  const project = await openProject(input)
  const { config } = project
  const registry = registryOf(config.registry)
  const activeOf = remember((settings: PostSettings) => activeRules(settings, config.registry))
  return {
    project,
    locale: input.locale ?? config.locale ?? input.systemLocale ?? 'en',
    registry,
    lintPost({ file, settled }, post) {
      const context = { today: input.today, hash: file.hash, meter }
      const result = time('lint', () => lint(post, activeOf(settled.settings), context))
      return time('suppress', () => suppress(result, registry))
    },
  }
}

const remember = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
