import { defineConfig } from 'vitest/config'

// Tests that take their time or need what not every machine allows: killed processes, full disks, injected faults.
export default defineConfig({
  test: {
    include: ['ecosystem/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 600_000,
    // Sites with thousands of installed files are removed again.
    hookTimeout: 120_000,
    maxWorkers: 1,
    // What this machine does not allow is skipped: it is told by name.
    reporters: ['verbose'],
  },
})
