import type { Severity } from '../engine/finding.ts'
import { errorText } from './error.ts'
import { azureData, azureProperty, escapeLine } from './escape.ts'
import type { Formatter } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { positionAt } from './position.ts'
import { repositoryPath } from './repository-path.ts'
import { reportTexts } from './texts.ts'

/** Azure Pipelines knows two levels; what is only worth knowing stays a line of the log. */
const types: Readonly<Record<Severity, 'error' | 'warning' | undefined>> = {
  error: 'error',
  warn: 'warning',
  info: undefined,
}

interface Issue {
  readonly type: 'error' | 'warning'
  readonly sourcepath?: string
  readonly linenumber?: number
  readonly columnnumber?: number
  readonly code?: string
}

const logIssue = (issue: Issue, message: string): string => {
  const properties = Object.entries(issue)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${azureProperty(String(value))};`)
  return `##vso[task.logissue ${properties.join('')}]${azureData(message)}\n`
}

/** Issues of Azure Pipelines. */
export const azure: Formatter = (context) => {
  const texts = reportTexts[context.locale]
  return {
    post: ({ path, findings, lines }) =>
      findings
        .map((finding) => {
          const { line, column } = positionAt(lines, finding.start)
          const message = messageWithPlaces(finding, lines, texts)
          const type = types[finding.severity]
          const sourcepath = repositoryPath(path, context)
          return type
            ? logIssue({ type, sourcepath, linenumber: line, columnnumber: column, code: finding.rule }, message)
            : `postlint: ${escapeLine(`${path}:${line}:${column}: ${message} [${finding.rule}]`)}\n`
        })
        .join(''),
    end: ({ errors }) =>
      errors
        .map((error) => {
          const { file, line, column } = error
          const sourcepath = file && repositoryPath(file, context)
          const issue = { type: 'error', sourcepath, linenumber: line, columnnumber: column, code: 'postlint' } as const
          return logIssue(issue, errorText(error))
        })
        .join(''),
  }
}
