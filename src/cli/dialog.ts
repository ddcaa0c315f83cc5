import { createInterface } from 'node:readline'

/** Asks the user for lines, in a terminal. */
export interface Dialog {
  /** The line that is typed; undefined when there will be no more: end of input, or an interrupt. */
  ask(prompt: string): Promise<string | undefined>
  readonly isInterrupted: boolean
  close(): void
}

/** Lines that are typed before they are asked for are kept. */
export const openDialog = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialog => {
  const lines = createInterface({ input, output, terminal: true, historySize: 0 })
  const typed = lines[Symbol.asyncIterator]()
  let isInterrupted = false
  lines.on('SIGINT', () => {
    isInterrupted = true
    lines.close()
  })
  return {
    async ask(prompt) {
      if (isInterrupted) return undefined
      lines.setPrompt(prompt)
      lines.prompt()
      const { done, value } = await typed.next()
      return done ? undefined : value
    },
    get isInterrupted() {
      return isInterrupted
    },
    close: () => lines.close(),
  }
}
