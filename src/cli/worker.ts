import { parentPort, workerData } from 'node:worker_threads'

// A thread that lints what the main thread hands it. The program is loaded the way the main thread does, from the same chunk.
const { loadProgram } = await import('./start.ts')
if (parentPort) loadProgram().program.serveWorker(workerData, parentPort)
