import { defineConfig } from 'vitest/config'

export default defineConfig({
  // What the build puts in its place.
  define: { POSTLINT_VERSION: '"0.0.0"', POSTLINT_SOURCES: '"test"' },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    maxWorkers: '100%',
  },
})
