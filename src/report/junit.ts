import type { Finding, PostResult } from '../engine/finding.ts'
import { errorText } from './error.ts'
import type { Formatter } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { placeAt } from './position.ts'
import { type ReportTexts, reportTexts } from './texts.ts'
import { element, textElement, xmlHead } from './xml.ts'

const isError = ({ severity }: Finding): boolean => severity === 'error'

/** JUnit knows passed and failed: an error fails, as it does the run; a warning passes and is told beside. */
const testCase = (finding: Finding, { path, lines }: PostResult, texts: ReportTexts): string => {
  const place = placeAt(lines, finding.start)
  const message = messageWithPlaces(finding, lines, texts)
  const told = `${path}:${place}: ${texts.severity[finding.severity]}: ${message}`
  const outcome = isError(finding)
    ? element('failure', { type: finding.rule, message: `${place}: ${message}` })
    : textElement('system-out', told)
  return element('testcase', { classname: path, name: `${finding.rule} ${place}` }, [outcome])
}

/** JUnit's XML: a suite for each post, a test for each finding; a post without findings is one test that passes. */
export const junit: Formatter = ({ locale }) => {
  const texts = reportTexts[locale]
  return {
    head: `${xmlHead}<testsuites name="postlint">\n`,
    post(result) {
      const { path, findings } = result
      const counts = { tests: Math.max(1, findings.length), failures: findings.filter(isError).length, errors: 0 }
      const cases = findings.map((finding) => testCase(finding, result, texts))
      const passed = element('testcase', { classname: path, name: 'postlint' })
      return element('testsuite', { name: path, ...counts, file: path }, cases.length > 0 ? cases : [passed])
    },
    end({ errors }) {
      if (errors.length === 0) return '</testsuites>\n'
      const cases = errors.map((error) => {
        const { file = 'postlint', line, column } = error
        const place = [line, line && column].filter(Boolean).join(':')
        const outcome = element('error', { type: 'postlint', message: errorText(error) })
        return element('testcase', { classname: file, name: ['postlint', place].filter(Boolean).join(' ') }, [outcome])
      })
      const counts = { tests: cases.length, failures: 0, errors: cases.length }
      return `${element('testsuite', { name: 'postlint', ...counts }, cases)}</testsuites>\n`
    },
  }
}
