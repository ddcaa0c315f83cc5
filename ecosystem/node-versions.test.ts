import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeOf, run } from './tools.ts'

// The tests of the command line, with the command line run by other versions of Node.

const root = join(import.meta.dirname, '..')

describe.each([22, 24])('Node %i', (version) => {
  const node = nodeOf(version)

  it.runIf(node)('passes the tests of the command line', () => {
    expect(run(node!, ['--version']).stdout).toMatch(`v${version}.`)
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status, stdout, stderr } = run(process.execPath, [vitest, 'run', 'test/cli', '--reporter=dot'], {
      cwd: root,
      env: { ...process.env, POSTLINT_TEST_NODE: node, NO_COLOR: '1' },
    })
    expect(status, stdout + stderr).toBe(0)
  })
})
