// Loaded before a program (`node --require`): leaves in the file that POSTLINT_BENCH_PEAK names how much memory the
// process had at its peak, in megabytes.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.POSTLINT_BENCH_PEAK, String(process.resourceUsage().maxRSS / 1024))
})
