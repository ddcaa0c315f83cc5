import type { Severity } from '../engine/finding.ts'
import { hash } from '../hash.ts'
import { defectsOf } from './defects.ts'
import { errorText } from './error.ts'
import { escapeLine } from './escape.ts'
import type { Formatter } from './formatter.ts'
import { jsonItems } from './json.ts'
import { positionAt } from './position.ts'
import { repositoryPath } from './repository-path.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'major', warn: 'minor', info: 'info' }

/** GitLab shows only the first issue of a fingerprint: what has the same one again gets another. */
const uniqueFingerprints = () => {
  const seen = new Map<string, number>()
  return (text: string): string => {
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return hash(times === 1 ? text : `${text}\n${times}`)
  }
}

/**
 * Code Quality of GitLab. Every place is an issue of its own: a merge request shows those that are new by comparing
 * fingerprints.
 */
export const gitlab: Formatter = (context) => {
  const items = jsonItems()
  const fingerprint = uniqueFingerprints()
  return {
    head: '[',
    post: ({ path, findings, lines }) =>
      items(
        findings.flatMap((finding) =>
          defectsOf(finding).map((defect) => ({
            description: escapeLine(finding.message),
            check_name: finding.rule,
            fingerprint: fingerprint(`${path}\n${defect.fingerprint}`),
            severity: levels[finding.severity],
            location: {
              path: escapeLine(repositoryPath(path, context)),
              lines: {
                begin: positionAt(lines, defect.start).line,
                end: positionAt(lines, Math.max(defect.start, defect.end - 1)).line,
              },
            },
          })),
        ),
      ),
    end: ({ errors }) => {
      const failures = errors.map((error) => {
        const { message, file = '', line = 1 } = error
        return {
          description: escapeLine(errorText(error)),
          check_name: 'postlint',
          fingerprint: fingerprint(`${file}\n${message}`),
          severity: 'critical',
          location: { path: escapeLine(repositoryPath(file, context)) || '.', lines: { begin: line } },
        }
      })
      return `${items(failures)}\n]\n`
    },
  }
}
