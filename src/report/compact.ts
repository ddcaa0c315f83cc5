import { escapeLine, guardCommands } from './escape.ts'
import type { Formatter } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { placeAt } from './position.ts'
import { reportTexts } from './texts.ts'

/** One line a finding, as compilers write them and editors read them; nothing when nothing is wrong. */
export const compact: Formatter = ({ locale }) => {
  const texts = reportTexts[locale]
  return {
    post: ({ path, findings, lines }) =>
      findings
        .map((finding) => {
          const place = `${escapeLine(path)}:${placeAt(lines, finding.start)}`
          const message = escapeLine(messageWithPlaces(finding, lines, texts))
          return guardCommands(
            `${place}: ${texts.severity[finding.severity]}: ${message} [${escapeLine(finding.rule)}]\n`,
          )
        })
        .join(''),
    end: () => '',
  }
}
