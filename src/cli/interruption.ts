/** A wish of the user to stop, obeyed between two posts. */
export interface Interruption {
  readonly signal: AbortSignal
  /** Ends the program the way the signal would have, if there was one, now that everything is in order. */
  settle(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Takes the first signal to stop as a wish; the second ends the program at once, as signals do. */
export const awaitInterruption = (): Interruption => {
  const controller = new AbortController()
  let received: (typeof signals)[number] | undefined
  const stop = (signal: (typeof signals)[number]): void => {
    received = signal
    release()
    controller.abort()
  }
  const release = (): void => {
    for (const signal of signals) process.removeListener(signal, stop)
  }
  for (const signal of signals) process.on(signal, stop)
  return {
    signal: controller.signal,
    settle() {
      release()
      if (received) process.kill(process.pid, received)
    },
  }
}
