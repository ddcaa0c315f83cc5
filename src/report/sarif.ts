import type { Edit, Finding, PostResult, Severity } from '../engine/finding.ts'
import { placesOf, ready } from '../engine/places.ts'
import type { RuleEntry } from '../engine/rule.ts'
import type { Range } from '../post/range.ts'
import { errorText } from './error.ts'
import { escapeJson, escapeLine, escapeMarkdown, toUri, webAddress } from './escape.ts'
import type { Formatter, ReportContext, RunError } from './formatter.ts'
import { jsonItems } from './json.ts'
import { positionAt } from './position.ts'
import { repositoryPath } from './repository-path.ts'
import { worstFirst } from './severity.ts'
import { reportTexts } from './texts.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
/** GitHub refuses a run with more results than this, and a result with more places. */
const MOST_RESULTS = 25_000
const MOST_PLACES = 1000

const levels: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note' }

/** A message is plain text but for links and numbered slots, of which a post's words make none. */
const toMessage = (text: string) => ({
  text: escapeLine(text)
    .replaceAll('](', '] (')
    .replace(/\{(?=\d+\})/g, '{ '),
})

/** Lines and columns from 1; the column behind the last character ends a region. */
const toRegion = ({ start, end }: Range, lines: readonly number[]) => {
  const first = positionAt(lines, start)
  const last = positionAt(lines, end)
  return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column }
}

const toArtifact = (path: string, context: ReportContext) => ({ uri: toUri(repositoryPath(path, context)) })

const toRule = ({ id, family, rule }: RuleEntry, { locale }: ReportContext) => {
  const why = escapeLine(rule.why[locale])
  const [helpUri] = rule.source.flatMap(({ url }) => webAddress(url) ?? [])
  const sources = rule.source.map(({ title, url }) => {
    const address = webAddress(url)
    return address ? `- [${escapeMarkdown(title)}](<${address}>)` : `- ${escapeMarkdown(title)}`
  })
  return {
    id,
    shortDescription: toMessage(rule.summary[locale]),
    ...(why !== '' && {
      fullDescription: toMessage(why),
      help: { ...toMessage(why), markdown: [escapeMarkdown(why), sources.join('\n')].filter(Boolean).join('\n\n') },
    }),
    ...(helpUri && { helpUri }),
    properties: { tags: [family] },
  }
}

const toFix = (description: string, edits: readonly Edit[], { path, lines }: PostResult, context: ReportContext) => ({
  description: toMessage(description),
  artifactChanges: [
    {
      artifactLocation: toArtifact(path, context),
      replacements: edits.map((edit) => ({
        deletedRegion: toRegion(edit, lines),
        ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
      })),
    },
  ],
})

const toResult = (finding: Finding, ruleIndex: number, result: PostResult, context: ReportContext) => {
  const { lines } = result
  const texts = reportTexts[context.locale]
  const artifactLocation = toArtifact(result.path, context)
  const toLocation = (range: Range) => ({ physicalLocation: { artifactLocation, region: toRegion(range, lines) } })
  const related = (finding.related ?? [])
    .slice(0, MOST_PLACES)
    .map((one, index) => ({ id: index + 1, ...toLocation(one), message: { text: texts.related[one.kind] } }))
  // A change is applied whole: what mends one place is a fix, and so is what mends them all.
  const fixes = placesOf(finding)
    .slice(0, MOST_PLACES)
    .flatMap(({ fix, suggestions = [] }) => [
      ...(fix ? [toFix(fix.safe ? texts.safeFix : texts.unsafeFix, fix.edits, result, context)] : []),
      ...ready(suggestions).map(({ title, edits }) => toFix(title, edits, result, context)),
    ])
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[finding.severity],
    message: toMessage(finding.message),
    locations: [toLocation(finding)],
    ...(related.length > 0 && { relatedLocations: related }),
    // GitHub recognises a finding of the last run by the first, other tools by any.
    partialFingerprints: {
      primaryLocationLineHash: `${finding.fingerprint}:1`,
      'postlint/v1': finding.fingerprint,
    },
    ...(fixes.length > 0 && { fixes }),
  }
}

const toNotification = (error: RunError, context: ReportContext) => {
  const { file, line, column } = error
  const region =
    line === undefined ? undefined : { startLine: line, ...(column !== undefined && { startColumn: column }) }
  return {
    level: 'error',
    message: toMessage(errorText(error)),
    ...(file && { locations: [{ physicalLocation: { artifactLocation: toArtifact(file, context), region } }] }),
  }
}

/** SARIF 2.1.0, for code scanning. The worst findings come first: where there are too many, the least are left out. */
export const sarif: Formatter = (context) => {
  const texts = reportTexts[context.locale]
  const rules = new Map([...context.rules.values()].map((entry, index) => [entry.id, index]))
  const found = worstFirst<ReturnType<typeof toResult>>()
  return {
    post(result) {
      for (const finding of result.findings) {
        found.add(finding.severity, toResult(finding, rules.get(finding.rule) ?? -1, result, context))
      }
      return ''
    },
    end({ errors }) {
      const results = found.all()
      const left = results.length - MOST_RESULTS
      const notifications = [
        ...errors.map((error) => toNotification(error, context)),
        ...(left > 0 ? [{ level: 'warning', message: { text: texts.moreFindings(left) } }] : []),
      ]
      const driver = {
        name: 'postlint',
        semanticVersion: context.version,
        rules: [...context.rules.values()].map((entry) => toRule(entry, context)),
      }
      const run = {
        tool: { driver },
        automationDetails: { id: 'postlint/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
      }
      const head = `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${escapeJson(run).slice(0, -1)},"results":[`
      return `${head}${jsonItems()(results.slice(0, MOST_RESULTS))}\n]}]}\n`
    },
  }
}
