import { execSync } from 'node:child_process'

/**
 * A plugin for Eleventy that lints the posts before they are built; an error ends the build. Not while serving, where
 * a post is unfinished most of the time.
 */
export const postlint = (eleventyConfig) => {
  eleventyConfig.on('eleventy.before', ({ runMode }) => {
    if (runMode === 'build') execSync('npx postlint', { stdio: 'inherit' })
  })
}
