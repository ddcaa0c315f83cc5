import type { PostResult } from '../../engine/finding.ts'
import { applyEdits } from '../../engine/fix.ts'
import { type LintedPost, objectionTo } from '../../engine/fix-check.ts'
import { fixMessages } from '../../engine/fix-notes.ts'
import { describe } from '../../engine/message.ts'
import { type Choice, editsWith, movedBy, nextQuestion, type Progress, type Question } from '../../engine/questions.ts'
import type { FoundFile } from '../../files/discover.ts'
import { type Linter, openLinter } from '../../linter.ts'
import { noticeText } from '../../notice.ts'
import { parsePost } from '../../post/parse.ts'
import { loadParts } from '../../post/parts.ts'
import { ruleFailure } from '../../run.ts'
import { UserError } from '../../user-error.ts'
import type { Arguments } from '../arguments.ts'
import { tellError, tellNote } from '../conclusion.ts'
import { type Dialog, openDialog } from '../dialog.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { tellFailure } from '../failure.ts'
import { type FixTexts, fixTexts } from '../fix-texts.ts'
import { questionText } from '../question-text.ts'
import { toLinterInput } from '../run-input.ts'
import type { Session } from '../session.ts'

/** What the user has said to a question: a choice with the answer to what it asks, no, or that it is enough. */
type Decision = { readonly choice: Choice; readonly answer: string } | 'no' | 'quit'

/** A walk through posts with a user. */
interface Walk {
  readonly linter: Linter
  readonly dialog: Dialog
  readonly session: Session
  /** The number of the choice that the user wants for all further places of a rule. */
  readonly always: Map<string, number>
}

/** The choice that was made for all places of the rule, if it is one here too. */
const standingChoice = ({ rule, choices }: Question, always: Walk['always']): Choice | undefined => {
  const choice = choices[always.get(rule) ?? -1]
  return choice?.asks ? undefined : choice
}

/** What is typed: the number of a choice, a letter for what to do with it, or both (`2a`). */
const reply = /^(\d{1,3})?([ynaq])?$/

/** Asks about one place until the answer is one. */
const decide = async (question: Question, { dialog, session, linter, always }: Walk): Promise<Decision> => {
  const texts = fixTexts[linter.locale]
  const { choices, rule } = question
  const standing = standingChoice(question, always)
  if (standing) return { choice: standing, answer: '' }
  for (;;) {
    const typed = await dialog.ask(texts.prompt(choices.length, rule))
    if (typed === undefined) return 'quit'
    const [all, digits, letter] = reply.exec(typed.trim().toLowerCase()) ?? []
    if (letter === 'q') return 'quit'
    if (letter === 'n') return 'no'
    const forAll = letter === 'a'
    // What needs words of its own for each place cannot be done to all of them.
    const index = digits ? Number(digits) - 1 : forAll ? choices.findIndex(({ asks }) => !asks) : 0
    const choice = all ? choices[index] : undefined
    if (!choice || (forAll && choice.asks)) {
      session.write(`  ${texts.keys}\n`)
      continue
    }
    if (!choice.asks) {
      if (forAll) always.set(rule, index)
      return { choice, answer: '' }
    }
    const answer = await dialog.ask(`  ${choice.asks.question[linter.locale]}: `)
    if (answer === undefined) return 'quit'
    if (answer.trim() !== '') return { choice, answer: answer.trim() }
  }
}

/** Walks through one post, and gives its text with what was decided, and whether the user wants to go on. */
const walkPost = async (
  path: string,
  first: LintedPost,
  relint: (source: string) => LintedPost,
  walk: Walk,
): Promise<{ readonly text: string; readonly goesOn: boolean }> => {
  const { locale, registry } = walk.linter
  const look = { locale, width: walk.session.width, color: walk.session.color }
  let linted = first
  let decided: Progress | undefined
  for (;;) {
    const question = nextQuestion(describe(linted.result, registry, locale).findings, decided)
    if (!question) return { text: linted.source, goesOn: true }
    walk.session.write(questionText(question, path, linted, look))
    const decision = await decide(question, walk)
    if (decision === 'quit') return { text: linted.source, goesOn: false }
    decided = question
    if (decision === 'no') continue
    const edits = editsWith(decision.choice, decision.answer)
    const after = relint(applyEdits(linted.source, edits))
    const { rule, messageId, start, end } = question
    const objection = objectionTo(linted, after, [
      { rule, messageId, start, end, safe: false, changesText: true, edits },
    ])
    if (objection) {
      walk.session.write(`  ${fixMessages[`fix-${objection}`][locale]}\n`)
      continue
    }
    decided = movedBy(question, edits)
    linted = after
  }
}

/** Lets the user decide about one file, and writes what was decided. */
const fixFile = async (
  found: FoundFile,
  walk: Walk,
): Promise<{ changed: boolean; goesOn: boolean; failures: readonly string[] }> => {
  const { project, lintPost } = walk.linter
  const read = await project.read(found)
  const inspect = (post: typeof read.post): LintedPost => {
    const result: PostResult = lintPost(read, post)
    return { source: post.source, findings: result.findings, post, result }
  }
  const relint = (source: string): LintedPost => inspect(parsePost({ ...read.input, source }))
  const first = inspect(read.post)
  const { text, goesOn } = await walkPost(found.path, first, relint, walk)
  const changed = text !== read.post.source
  if (changed) await project.save(found, read, text, { dry: false })
  return { changed, goesOn, failures: first.result.failures ?? [] }
}

const fixError = (name: 'needsInteractive' | 'needsTerminal'): UserError => {
  const says = (key: keyof FixTexts & `needs${string}`) => ({ en: fixTexts.en[key], ko: fixTexts.ko[key] })
  return new UserError(says(name), { hint: says(`${name}Hint`) })
}

/** Where questions are asked and answered. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/** `postlint fix --interactive`: walks a writer through what only a person can decide. */
export const fixCommand = async (
  request: Arguments,
  session: Session,
  { stdin, stdout }: Terminal = process,
): Promise<ExitCode> => {
  if (!request.interactive) throw fixError('needsInteractive')
  if (!stdin.isTTY || !stdout.isTTY) throw fixError('needsTerminal')
  const linter = await openLinter(toLinterInput(request, session))
  await loadParts()
  const files = await linter.project.discover()
  const dialog = openDialog(stdin, stdout)
  const walk: Walk = { linter, dialog, session, always: new Map() }
  let changed = 0
  let hasFailed = false
  for (const found of files) {
    try {
      const outcome = await fixFile(found, walk)
      if (outcome.changed) changed++
      for (const line of outcome.failures) {
        hasFailed = true
        tellError(ruleFailure(line, found, linter.locale), session)
      }
      if (!outcome.goesOn) break
    } catch (error) {
      hasFailed = true
      tellFailure(error, session, linter.locale)
    }
  }
  dialog.close()
  for (const failure of linter.project.failures) {
    hasFailed = true
    tellFailure(failure, session, linter.locale)
  }
  for (const notice of linter.project.notices()) tellNote(noticeText(notice, linter.locale), session)
  const texts = fixTexts[linter.locale]
  session.write(`${changed > 0 ? texts.changed(changed) : texts.nothing}\n`)
  if (dialog.isInterrupted) return exitCode.interrupted
  return hasFailed ? exitCode.failure : exitCode.clean
}
