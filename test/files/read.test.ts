import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes } from '../../src/files/read.ts'
import { folderWith } from '../support/folder.ts'

test('reads all bytes of a file, up to the limit and not one more', () => {
  const file = join(folderWith({ 'a.md': 'x'.repeat(1000) }), 'a.md')
  expect(readBytes(file)?.toString()).toBe('x'.repeat(1000))
  expect(readBytes(file, 1000)?.length).toBe(1000)
  expect(readBytes(file, 999)).toBeUndefined()
})

test('an empty file is no bytes', () => {
  expect(readBytes(join(folderWith({ 'a.md': '' }), 'a.md'))?.length).toBe(0)
})

test('does not read a file of ten gigabytes', () => {
  const file = join(folderWith({ 'a.md': '' }), 'a.md')
  truncateSync(file, 10 * 1024 ** 3)
  expect(readBytes(file)).toBeUndefined()
})

test('reads a file that says it is empty and is not', () => {
  expect(readBytes('/proc/self/status')?.length).toBeGreaterThan(0)
  expect(readBytes('/proc/self/status', 10)).toBeUndefined()
})

test('neither waits for a FIFO nor reads a device or a folder', () => {
  const folder = folderWith({})
  execFileSync('mkfifo', [join(folder, 'pipe.md')])
  expect(() => readBytes(join(folder, 'pipe.md'))).toThrow('not a regular file')
  expect(() => readBytes('/dev/zero')).toThrow('not a regular file')
  expect(() => readBytes(folder)).toThrow()
})
