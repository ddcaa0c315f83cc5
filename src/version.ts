/** The version in package.json: put in its place by the build. */
declare const POSTLINT_VERSION: string

export const version: string = POSTLINT_VERSION

/** Changes whenever the program's sources do: put in its place by the build. */
declare const POSTLINT_SOURCES: string

export const sources: string = POSTLINT_SOURCES
