import { existsSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { rules } from '../../rules/index.ts'
import { UserError } from '../user-error.ts'
import { version } from '../version.ts'
import type { WorkerTask } from '../workers/protocol.ts'
import { serve } from '../workers/serve.ts'
import { type Arguments, parseArguments } from './arguments.ts'
import { lintCommand } from './commands/lint.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import { loadLinting } from './run-input.ts'
import { openSession, type Session } from './session.ts'
import { isWritten, standardOutput } from './standard-streams.ts'
import { says } from './texts.ts'

/** 128 + SIGPIPE: what a shell sees of a program that wrote to a closed pipe. */
const BROKEN_PIPE = 141

/** Each command is loaded when it is asked for; linting is what everybody waits for, so it is there at once. */
const runCommand = async (request: Arguments, session: Session): Promise<ExitCode> => {
  // A misunderstood command line is reported by the default command, which speaks every format.
  if (request.problem) return await lintCommand(request, session)
  if (request.help) {
    const { helpCommand } = await import('./help.ts')
    return await helpCommand(request.command, session)
  }
  if (request.version) {
    session.write(`${version}\n`)
    return exitCode.clean
  }
  switch (request.command) {
    case 'lint':
      return await lintCommand(request, session)
    case 'fix':
      return await (await import('./commands/fix.ts')).fixCommand(request, session)
    case 'merge-reports':
      return await (await import('./commands/merge-reports.ts')).mergeReportsCommand(request, session)
    case 'rules':
      return (await import('./commands/rules.ts')).rulesCommand(request, session)
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand(request, session)
    case 'init':
      return (await import('./commands/init.ts')).initCommand(request, session)
    case 'inspect':
      return await (await import('./commands/inspect.ts')).inspectCommand(request, session)
  }
}

/** Standard output fails with a full disk, or a closed pipe. */
const watchOutput = (session: Session): void => {
  standardOutput.onError((error) => {
    // The reader of a pipe may have seen enough (`| head`): that is no error, only the end.
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? BROKEN_PIPE)
    tellFailure(new UserError(says((texts) => texts.cannotWrite(texts.standardOutput, error.message))), session)
    process.exit(exitCode.failure)
  })
}

/**
 * Plugins run in this process: what they throw too late, and an end that they put to it, must not pass for a clean run.
 * @returns to be called when the command has come to its own end.
 */
const watchEnd = (session: Session): (() => void) => {
  let isOver = false
  const fail = (error: unknown): void => {
    isOver = true
    tellFailure(error, session)
    process.exit(exitCode.failure)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  process.on('exit', (code) => {
    if (isOver || code !== exitCode.clean) return
    tellFailure(new UserError(says(({ endedEarly }) => endedEarly)), session)
    process.exitCode = exitCode.failure
  })
  return () => {
    isOver = true
  }
}

/**
 * Runs the command line and sets the exit code, leaving Node to end by itself when all output is out. An interrupt is
 * left to its default, so that it also ends a run in the middle of its work (shells report that as 130), but where
 * something would stay behind: then a run is ended between two posts.
 * @returns whether posts have been linted.
 */
export const runProgram = async (argv: readonly string[]): Promise<boolean> => {
  const request = parseArguments(argv, existsSync)
  const session = openSession(request)
  watchOutput(session)
  const settle = watchEnd(session)
  try {
    const code = await runCommand(request, session)
    settle()
    process.exitCode = code
    return request.command === 'lint' && code !== exitCode.failure
  } catch (error) {
    settle()
    tellFailure(error, session)
    process.exitCode = exitCode.failure
    return false
  }
}

export { isWritten }

/** What the program does in a thread beside the main one. */
export const serveWorker = (task: WorkerTask, port: MessagePort): void =>
  serve(task, { registry: rules, prepare: loadLinting }, port)
