import type { Finding, Frame, Related } from '../engine/finding.ts'
import { placesOf } from '../engine/places.ts'

/** A place of a finding that is a defect of its own: it can be mended, and recognised in the next run, by itself. */
export type Defect = (Finding | Related) & { readonly frame: Frame; readonly fingerprint: string }

/** The defects that a finding joins. What a threshold rule points at further on is not one: the post as a whole is. */
export const defectsOf = (finding: Finding): Defect[] =>
  placesOf(finding).filter((place): place is Defect => place.frame !== undefined && place.fingerprint !== undefined)
