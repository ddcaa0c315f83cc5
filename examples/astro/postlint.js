import { execSync } from 'node:child_process'

/** An integration for Astro that lints the posts before they are built; an error ends the build. */
export const postlint = () => ({
  name: 'postlint',
  hooks: {
    'astro:build:start': () => {
      execSync('npx postlint', { stdio: 'inherit' })
    },
  },
})
