import type { Finding, PostResult, Severity } from '../engine/finding.ts'
import { errorText } from './error.ts'
import { githubData, githubProperty } from './escape.ts'
import type { Formatter, ReportContext, RunError } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { positionAt } from './position.ts'
import { repositoryPath } from './repository-path.ts'
import { worstFirst } from './severity.ts'
import { reportTexts } from './texts.ts'

/** GitHub shows that many annotations of each level a step; the others it drops, first come first served. */
const SHOWN = 10
const levels: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice' }

const command = (level: string, properties: Readonly<Record<string, string | number | undefined>>, message: string) => {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${githubProperty(String(value))}`)
  return `::${level} ${written.join(',')}::${githubData(message)}\n`
}

const annotation = (finding: Finding, { path, lines }: PostResult, context: ReportContext): string => {
  const start = positionAt(lines, finding.start)
  const end = positionAt(lines, finding.end)
  const isOneLine = start.line === end.line
  const properties = {
    file: repositoryPath(path, context),
    line: start.line,
    endLine: end.line,
    // Columns count only within one line; GitHub refuses them otherwise.
    col: isOneLine ? start.column : undefined,
    endColumn: isOneLine ? end.column : undefined,
    title: finding.rule,
  }
  return command(levels[finding.severity], properties, messageWithPlaces(finding, lines, reportTexts[context.locale]))
}

const failure = (error: RunError, context: ReportContext): string => {
  const { file, line, column } = error
  const properties = { file: file && repositoryPath(file, context), line, col: column, title: 'postlint' }
  return command('error', properties, errorText(error))
}

/** Annotations of GitHub Actions: the worst that fit, and how many more there are. */
export const github: Formatter = (context) => {
  const texts = reportTexts[context.locale]
  const found = worstFirst<string>()
  let more = 0
  return {
    post(result) {
      for (const finding of result.findings) {
        if (found.of(finding.severity).length < SHOWN) found.add(finding.severity, annotation(finding, result, context))
        else more++
      }
      return ''
    },
    end({ errors }) {
      const failures = errors.slice(0, SHOWN).map((error) => failure(error, context))
      const shown = [...failures, ...found.of('error')].slice(0, SHOWN)
      const left = more + failures.length + found.of('error').length - shown.length
      const notices = found.of('info')
      if (left === 0) return [...shown, ...found.of('warn'), ...notices].join('')
      // The line that tells of the others is a notice itself, and takes the place of one.
      const kept = notices.slice(0, SHOWN - 1)
      const rest = command('notice', { title: 'postlint' }, texts.moreFindings(left + notices.length - kept.length))
      return [...shown, ...found.of('warn'), ...kept, rest].join('')
    },
  }
}
