import type { ReportContext } from './formatter.ts'

/** The path of a post from the repository's root, as trackers want it: without `.` and, inside of it, without `..`. */
export const repositoryPath = (path: string, { folder }: ReportContext): string => {
  if (path.startsWith('/')) return path
  const segments: string[] = []
  for (const segment of `${folder}${path}`.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}
