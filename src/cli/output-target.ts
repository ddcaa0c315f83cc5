import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isPostFile } from '../files/discover.ts'
import { temporaryName } from '../files/temporary.ts'
import { randomWord } from '../hash.ts'
import { isReport } from '../report/report-mark.ts'
import { UserError } from '../user-error.ts'
import { type CliTexts, says } from './texts.ts'

/** Where a rendering goes. What fails is told as the user's to mend, and leaves what was there before as it was. */
export interface OutputTarget {
  readonly write: (text: string) => void
  readonly close: () => void
  /** Closes it without its text: what was there before stays. */
  readonly discard: () => void
}

/** Where text is gone as soon as it is written. */
export const flowing = (write: (text: string) => void): OutputTarget => ({
  write,
  close: () => undefined,
  discard: () => undefined,
})

const cannotWrite = (file: string, why: (texts: CliTexts) => string): UserError =>
  new UserError(says((texts) => texts.cannotWrite(file, why(texts))))

const guard = <T>(file: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    throw cannotWrite(file, () => (error instanceof Error ? error.message : String(error)))
  }
}

/** Text for a device or a pipe has nowhere to wait; for a file it is gathered beside it until it is complete. */
const isStream = (status: Stats | undefined): boolean =>
  status !== undefined && !status.isFile() && !status.isDirectory()

/** Opens a file to which others write too: what is written is added at its end. */
export const openEnd = (file: string): OutputTarget => flowing((text) => guard(file, () => appendFileSync(file, text)))

/** Opens a file for one whole text. @throws UserError if it cannot be written, or is a post. */
export const openFile = (file: string, cwd: string): OutputTarget => {
  const named = resolve(cwd, file)
  const status = guard(file, () => statSync(named, { throwIfNoEntry: false }))
  if (isStream(status)) {
    const descriptor = guard(file, () => openSync(named, 'w'))
    return {
      write: (text) => guard(file, () => writeFileSync(descriptor, text)),
      close: () => guard(file, () => closeSync(descriptor)),
      discard: () => closeSync(descriptor),
    }
  }

  const path = guard(file, () => (status ? realpathSync(named) : named))
  if (status && isPostFile(path) && !guard(file, () => isReport(readFileSync(path, 'utf8'))))
    throw cannotWrite(file, ({ isPost }) => isPost)
  const unfinished = join(dirname(path), temporaryName(basename(path), process.pid, randomWord(6)))
  const descriptor = guard(file, () => {
    if (status?.isDirectory()) throw new Error('EISDIR: is a directory')
    mkdirSync(dirname(path), { recursive: true })
    return openSync(unfinished, 'wx', status?.mode)
  })
  const orElseRemove = (act: () => void): void => {
    try {
      guard(file, act)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  }
  return {
    write: (text) => orElseRemove(() => writeFileSync(descriptor, text)),
    close: () =>
      orElseRemove(() => {
        closeSync(descriptor)
        renameSync(unfinished, path)
      }),
    discard: () => {
      closeSync(descriptor)
      rmSync(unfinished, { force: true })
    },
  }
}
