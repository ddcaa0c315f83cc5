import { defineConfig } from 'vitest/config'

/** What needs more than Node: other tools, which the tests install for themselves. `npm run test:ecosystem` */
export default defineConfig({
  test: {
    include: ['ecosystem/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    pool: 'threads',
    maxWorkers: 1,
  },
})
