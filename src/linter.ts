import { activeRules } from './config/active.ts'
import type { PostSettings } from './config/settings.ts'
import type { PostResult } from './engine/finding.ts'
import { type ActiveRule, lint } from './engine/lint.ts'
import { type Registry, registryOf } from './engine/rule.ts'
import { suppress } from './engine/suppress.ts'
import { perObject } from './memo.ts'
import { parsePost } from './post/parse.ts'
import type { Post, Problem } from './post/post.ts'
import { type OpenedPost, openProject, type Project, type ProjectInput } from './project.ts'
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
  /** The rules that are on under some settings. */
  activeOf(settings: PostSettings): readonly ActiveRule[]
  /** Lints a post that stands in the place of one that was opened, and leaves out what directives suppress. */
  lintPost(opened: OpenedPost, post: Post): PostResult
  /** What there is to say of a post that cannot be linted. Plugins are not asked: they may be why. */
  giveUp(opened: OpenedPost, problem: Problem): PostResult
}

/** Resolves everything that is the same for all posts. */
export const openLinter = async (input: LinterInput): Promise<Linter> => {
  const { time, meter } = input.stopwatch ?? noStopwatch
  const project = await openProject(input)
  const { config } = project
  const registry = registryOf(config.registry)
  const own = registryOf(input.registry)
  const activeOf = perObject((settings: PostSettings) => activeRules(settings, config.registry))
  const contextOf = ({ digest }: OpenedPost) => ({ today: input.today, hash: digest, meter })
  return {
    project,
    locale: input.locale ?? config.locale ?? input.systemLocale ?? 'en',
    registry,
    activeOf,
    lintPost(opened, post) {
      const result = time('lint', () => lint(post, activeOf(opened.settled.settings), contextOf(opened)))
      return time('suppress', () => suppress(result, registry))
    },
    giveUp(opened, problem) {
      const post = parsePost({ ...opened.input, source: '', problems: [problem], unread: true })
      const rules = activeOf(opened.settled.settings).filter(({ id }) => own.has(id))
      return suppress(lint(post, rules, contextOf(opened)), registry)
    },
  }
}
