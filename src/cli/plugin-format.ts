import type { Formatter } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import { says } from './texts.ts'

/** A plugin's format: what it throws, or gives in the place of text, is told as the format's mistake. */
export const ofPlugin =
  (name: string, formatter: Formatter): Formatter =>
  (context) => {
    const guard = <T>(act: () => T): T => {
      try {
        return act()
      } catch (error) {
        throw new UserError(
          says((texts) => texts.formatFailed(name, error instanceof Error ? error.message : String(error))),
        )
      }
    }
    const text = (made: unknown): string => {
      if (typeof made === 'string') return made
      throw new TypeError(`gave ${typeof made} instead of text`)
    }
    const rendering = guard(() => formatter(context))
    return {
      head: guard(() => text(rendering.head ?? '')),
      post: (result) => guard(() => text(rendering.post(result))),
      end: (report) => guard(() => text(rendering.end(report))),
    }
  }
