import { parentPort, workerData } from 'node:worker_threads'
import { loadProgram } from './start.ts'

// A thread that lints what the main thread hands it. The program is loaded the way the main thread does, from the same chunk.
if (parentPort) loadProgram().program.serveWorker(workerData, parentPort)
