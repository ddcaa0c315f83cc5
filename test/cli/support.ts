import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

/** A folder with these files, for one test. */
export const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postlint-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

interface Circumstances {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Shared by all tests, so that only the first compiles the program. */
const cacheHome = (): string => join(dirname(inject('cli')), '.cache')

/** The Node that runs the command line, which need not be the one that runs the tests. */
export const node = process.env.POSTLINT_TEST_NODE || process.execPath

/** Runs the built command line as a user does: a process of its own, in an environment without surprises. */
export const postlint = (args: readonly string[], { cwd = tmpdir(), input = '', env = {} }: Circumstances = {}) => {
  const { status, stdout, stderr } = spawnSync(node, [inject('cli'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: cacheHome(), LANG: 'en_US.UTF-8', ...env },
  })
  return { status, stdout, stderr }
}

/** A post in which `recommended` has nothing to find. */
export const cleanPost = `---
title: 작은 서재를 위한 조명 고르기
date: 2024-03-02
description: 책상 크기와 창의 방향에 맞춰 서재 조명을 고르는 순서를 정리했습니다.
---

<p>서재 조명은 책상 위의 밝기와 방 전체의 밝기를 나누어 생각하면 쉽게 고를 수 있습니다.</p>
`

/** The same with one empty paragraph, which is an error, on line 9. */
export const badPost = `${cleanPost}\n<p>&nbsp;</p>\n\n<p>천장등은 책상 조명의 3분의 1 밝기면 충분합니다.</p>\n`
