import type { Severity } from '../engine/finding.ts'
import { errorText } from './error.ts'
import type { Formatter } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { positionAt } from './position.ts'
import { reportTexts } from './texts.ts'
import { element, xmlHead } from './xml.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'info' }

/** Checkstyle's XML, which Jenkins and many others read. */
export const checkstyle: Formatter = ({ locale }) => {
  const texts = reportTexts[locale]
  return {
    head: `${xmlHead}<checkstyle version="10.0">\n`,
    post({ path, findings, lines }) {
      if (findings.length === 0) return ''
      const errors = findings.map((finding) => {
        const { line, column } = positionAt(lines, finding.start)
        return element('error', {
          line,
          column,
          severity: levels[finding.severity],
          message: messageWithPlaces(finding, lines, texts),
          source: `postlint.${finding.rule}`,
        })
      })
      return element('file', { name: path }, errors)
    },
    end: ({ errors }) =>
      errors
        .map((failure) => {
          const { file = 'postlint', line = 1, column } = failure
          const error = { line, column, severity: 'error', message: errorText(failure), source: 'postlint' }
          return element('file', { name: file }, [element('error', error)])
        })
        .join('')
        .concat('</checkstyle>\n'),
  }
}
