import type { Comment, Element, Root, Text } from 'hast'
import type { Post, Problem } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import type { Texts } from '../texts.ts'
import type { Ask, Directive, Edit, Fix, Severity, Slot } from './finding.ts'
import type { OptionSpec, OptionValues } from './options.ts'

export type { Texts }

export type Preset = 'recommended' | 'strict' | 'seo' | 'accessibility'
export const presetNames: readonly Preset[] = ['recommended', 'strict', 'seo', 'accessibility']

/** How a preset sets a rule: `off`, a severity, or a severity with options. */
export type Setting<Values = Readonly<Record<string, unknown>>> =
  | Severity
  | 'off'
  | readonly [Severity | 'off', Partial<Values>]

/** Who says that a rule's matter is wrong. */
export interface Source {
  readonly authority: 'standard' | 'search-engine' | 'accessibility' | 'convention' | 'editorial'
  readonly title: string
  readonly url?: string
}

type SlotName<Inside extends string> = Inside extends `${infer Name}:${string}` ? Name : Inside
/** Names of the `{slots}` of a message. `{places}` is filled by the engine. */
export type SlotsOf<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? Exclude<SlotName<Inside>, 'places'> | SlotsOf<Rest>
  : never

export type Messages = Readonly<Record<string, Texts>>

/** A change that needs a person's yes, as a rule proposes it. */
export interface SuggestedChange {
  readonly title: Texts
  readonly edits: readonly Edit[]
  /** What the writer has to say for it; asked by `postlint fix --interactive`. */
  readonly asks?: Ask
}

/** What a report may carry beside its place and message. */
export interface ReportDetails {
  /** Counterparts elsewhere (`see`), or further places of a threshold rule (`place`). */
  readonly related?: readonly (Range & { readonly kind: 'place' | 'see' })[]
  readonly fix?: Fix
  readonly suggestions?: readonly SuggestedChange[]
  /** May only lower the severity that the rule has in this configuration. */
  readonly severity?: Severity
}

/** Reports one place. For grouping rules call it once a place: the engine joins them. */
export type Report<M extends Messages> = <Id extends keyof M & string>(
  range: Range,
  messageId: Id,
  slots: Readonly<Record<SlotsOf<M[Id]['en']>, Slot>>,
  details?: ReportDetails,
) => void

export interface CheckContext<M extends Messages, O extends OptionSpec> {
  readonly post: Post
  readonly options: OptionValues<O>
  readonly report: Report<M>
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

/** The ancestors of a node, from the root down to its parent (`parents.at(-1)`). */
export type Parents = readonly (Root | Element)[]
/** What a rule wants to see of the walk. Keys of `element` are tag names separated by commas, or `*`. */
export interface Handlers {
  readonly element?: Readonly<Record<string, (node: Element, parents: Parents) => void>>
  /** Every element that has attributes: most have none. */
  readonly attributed?: (node: Element, parents: Parents) => void
  readonly text?: (node: Text, parents: Parents) => void
  readonly comment?: (node: Comment, parents: Parents) => void
  /** What reading and parsing could not take: each of `post.problems` before the walk, a budget of the engine after it. */
  readonly problem?: (problem: Problem) => void
  /** After the walk. */
  readonly done?: () => void
}

/** A post for an example, with `⟦marks⟧` around what must be found. */
export interface Example {
  readonly post: string
  /** The exact text after all fixes; present if and only if the rule fixes it. */
  readonly fixed?: string
  readonly options?: Readonly<Record<string, unknown>>
  /** Path of the post, for rules that look at it. Default: `post.html` or `post.md` by what the post looks like. */
  readonly path?: string
  readonly language?: string
  /** Address of the site, for rules that need to know what is inside it. */
  readonly site?: { readonly url?: string }
  /** What reading the file's bytes has found, which no text can show. */
  readonly problems?: readonly Problem[]
  /** Ids of the messages that must be used, in order of place. */
  readonly messages?: readonly string[]
}

export interface RuleDefinition<M extends Messages, O extends OptionSpec> {
  /** One line: what the rule wants. */
  readonly summary: Texts
  /** A short paragraph: why it matters to a reader, a writer or a search engine. */
  readonly why: Texts
  readonly source: readonly Source[]
  readonly presets: Readonly<Partial<Record<Preset, Setting<OptionValues<O>>>>>
  readonly score: {
    readonly category: 'content' | 'seo' | 'structure' | 'accessibility' | 'links'
    readonly weight: 10 | 7 | 3 | 1
  }
  readonly fixable?: 'safe' | 'unsafe'
  /** Findings of these rules inside a place of this rule are dropped. */
  readonly covers?: readonly string[] | 'all'
  /** `all`: the places of one message are one finding per post; `same`: only those with the same slots too. */
  readonly group?: 'all' | 'same'
  /** The finding is about the whole post (`max-*`): it is suppressed at its first place, and its fingerprint is the path's. */
  readonly threshold?: true
  readonly options?: O
  readonly messages: M
  /** Returns what it wants of the walk; may report at once. */
  check(context: CheckContext<M, O>): Handlers | undefined
  /** Judges the directives themselves, after everything else has been suppressed. */
  review?(context: { readonly directives: readonly DirectiveUse[]; readonly report: Report<M> }): void
  readonly examples: { readonly good: readonly (Example | string)[]; readonly bad: readonly Example[] }
}

/** A directive together with what it did. */
export interface DirectiveUse {
  readonly directive: Directive
  /** Ids of the named rules that suppressed nothing although they ran; `*` when a directive for all rules did nothing. */
  readonly unused: readonly string[]
  /** Ids that no rule has, with the nearest known id. */
  readonly unknown: readonly { readonly id: string; readonly nearest?: string }[]
}

/** A rule as the engine sees it, whatever its messages and options. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where differently typed rules share a list; check() is contravariant.
export type AnyRule = RuleDefinition<any, any>

/** A rule with the name and family that its file and folder give it. */
export interface RuleEntry {
  readonly id: string
  readonly family: string
  readonly rule: AnyRule
}

/** All known rules by id, in their order. */
export type Registry = ReadonlyMap<string, RuleEntry>

export const registryOf = (entries: readonly RuleEntry[]): Registry =>
  new Map(entries.map((entry) => [entry.id, entry]))

/** Defines a rule over one post. */
export const rule = <const M extends Messages, const O extends OptionSpec = Record<never, never>>(
  definition: RuleDefinition<M, O>,
): RuleDefinition<M, O> => definition

/** Defines a rule across posts: facts are collected from each, then judged together. */
export interface SiteRuleDefinition<M extends Messages, O extends OptionSpec, Facts>
  extends Omit<RuleDefinition<M, O>, 'check' | 'review'> {
  /** `pair`: any two posts are enough; `whole`: the whole site must be there. */
  readonly needs: 'pair' | 'whole'
  collect(context: { readonly post: Post; readonly options: OptionValues<O> }): Facts | undefined
  judge(context: {
    readonly facts: ReadonlyMap<string, Facts>
    readonly options: OptionValues<O>
    report(path: string, ...found: Parameters<Report<M>>): void
  }): void
}

export const siteRule = <const M extends Messages, const O extends OptionSpec, Facts>(
  definition: SiteRuleDefinition<M, O, Facts>,
): SiteRuleDefinition<M, O, Facts> => definition
