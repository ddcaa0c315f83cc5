const { execSync } = require('node:child_process')

// Lints the posts before `hexo generate` builds them; an error ends the build. Not while serving, where a post is
// unfinished most of the time. Hexo calls every script in this folder with itself as `hexo`.
hexo.extend.filter.register('before_generate', () => {
  if (hexo.env.cmd === 'generate') execSync('npx postlint', { stdio: 'inherit' })
})
