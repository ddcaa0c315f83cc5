/** Milliseconds since the process began. Unlike `performance.now()` it needs no module of its own to be loaded. */
export const now = (): number => process.uptime() * 1000
