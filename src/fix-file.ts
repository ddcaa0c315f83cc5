import { dirname } from 'node:path'
import type { PostResult } from './engine/finding.ts'
import type { FoundFile } from './files/discover.ts'
import { removeLeftovers } from './files/temporary.ts'
import { NotWritten } from './files/write.ts'
import { fixParsed } from './fix-parsed.ts'
import type { Post } from './post/post.ts'
import type { Project, ReadPost } from './project.ts'
import { isReport } from './report/report-mark.ts'

/** How posts are to be fixed. */
export interface FixRequest {
  /** Apply also what is not safe. */
  readonly unsafe: boolean
  /** Change no file: only tell what would be changed. */
  readonly dry: boolean
}

/** A post before and after fixing. */
export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** The whole new file. */
  readonly bytes: Uint8Array
}

/** What has become of a file. */
export interface FileOutcome {
  /** What remains to be reported; if the file could not be written, everything. Absent for postlint's own reports. */
  readonly result?: PostResult
  readonly fixed?: FixedFile
  readonly failure?: NotWritten
}

/** Fixes files one by one. A file that changes while it is being fixed is read and fixed once more. */
export const fileFixer = (
  project: Project,
  lintPost: (read: ReadPost, post: Post) => PostResult,
  request: FixRequest,
): ((found: FoundFile) => Promise<FileOutcome>) => {
  const tidied = new Set<string>()

  const fixOnce = async (found: FoundFile): Promise<FileOutcome> => {
    const read = await project.read(found)
    if (isReport(read.post.source)) return {}
    const result = await fixParsed(read.post, read.input, (post) => lintPost(read, post), request)
    if (result.fixedText === undefined) return { result }
    try {
      const bytes = await project.save(found, read, result.fixedText, request)
      // As they are on disk, so that the difference between them can be applied there.
      const mark = read.file.bom ? '\ufeff' : ''
      const [before, after] = [mark + read.post.source, mark + result.fixedText]
      const fixed = { path: found.path, before, after, bytes }
      return { result, fixed }
    } catch (error) {
      if (error instanceof NotWritten) return { result: { ...lintPost(read, read.post), fixed: {} }, failure: error }
      throw error
    }
  }

  return async (found) => {
    const folder = dirname(found.file)
    if (!request.dry && !tidied.has(folder)) removeLeftovers(folder)
    tidied.add(folder)
    const outcome = await fixOnce(found)
    return outcome.failure?.reason === 'changed' ? fixOnce(found) : outcome
  }
}
