// Other linters for HTML and Markdown, in a cache folder of their own: they are no dependencies of the project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const packages = [
  'htmlhint@1.9',
  'html-validate@10',
  'markdownlint-cli2@0.22',
  'textlint@15',
  'textlint-plugin-html@1',
  'textlint-rule-no-todo@2',
  'remark-cli@12',
  'remark-preset-lint-recommended@7',
  'remark-frontmatter@5',
  '@linthtml/linthtml@0.10',
  'eslint@10',
  '@html-eslint/eslint-plugin@0.66',
  '@html-eslint/parser@0.66',
]

/** What each tool is configured with: its own recommended rules where it has such, else a handful. */
const configurations = {
  'eslint.config.mjs': `import html from '@html-eslint/eslint-plugin'
export default [{ files: ['**/*.html'], plugins: { html }, language: 'html/html', rules: html.configs['recommended'].rules }]
`,
  'textlint.json': JSON.stringify({ plugins: ['html'], rules: { 'no-todo': true } }),
  'remark.json': JSON.stringify({ plugins: ['remark-frontmatter', 'remark-preset-lint-recommended'] }),
  'linthtml.json': JSON.stringify({
    rules: Object.fromEntries(
      [
        'tag-close',
        'tag-name-lowercase',
        'tag-name-match',
        'attr-no-dup',
        'id-no-dup',
        'img-req-alt',
        'img-req-src',
      ].map((rule) => [rule, true]),
    ),
  }),
}

/** Installs them once. Gives for each the arguments with which Node lints the posts below the working directory. */
export const installPeers = () => {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'postlint-bench', 'peers')
  const done = join(folder, 'installed')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(done)) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...packages]
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('npm cannot install the peers')
    writeFileSync(done, '')
  }
  for (const [name, text] of Object.entries(configurations)) writeFileSync(join(folder, name), text)
  const bin = (name) => join(folder, 'node_modules/.bin', name)
  const config = (name) => join(folder, name)
  const textlint = ['--config', config('textlint.json'), '--rules-base-directory', join(folder, 'node_modules')]
  return {
    htmlhint: (files) => [bin('htmlhint'), files],
    htmlValidate: (files) => [bin('html-validate'), files],
    eslint: (files) => [bin('eslint'), '--config', config('eslint.config.mjs'), files],
    linthtml: (files) => [bin('linthtml'), '--config', config('linthtml.json'), files],
    textlint: (files) => [bin('textlint'), ...textlint, files],
    markdownlint: (files) => [bin('markdownlint-cli2'), files],
    remark: () => [bin('remark'), '.', '--rc-path', config('remark.json'), '--no-stdout', '--quiet'],
  }
}
