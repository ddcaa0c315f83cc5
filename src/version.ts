/** The version in package.json: put in its place by the build. */
declare const POSTLINT_VERSION: string

export const version: string = POSTLINT_VERSION
