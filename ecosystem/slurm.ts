import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { run } from './tools.ts'

/** A cluster of one node: this machine. */
export interface Cluster {
  /** What commands of Slurm need to find it. */
  readonly env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

const WAIT_SECONDS = 40

const configuration = (folder: string, port: number): string => {
  const host = hostname()
  return `ClusterName=posts
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
AuthInfo=socket=${folder}/munge.socket
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldPort=${port}
SlurmdPort=${port + 1}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerParameters=batch_sched_delay=0,sched_interval=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES State=UP
`
}

/** Starts Slurm and what it needs, in a folder of its own. Only root can. */
export const startCluster = async (folder: string): Promise<Cluster> => {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name))
  const file = join(folder, 'slurm.conf')
  writeFileSync(file, configuration(folder, 20_000 + (process.pid % 20_000)))
  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o600 })
  const env = { ...process.env, SLURM_CONF: file, PATH: `${process.env.PATH}:/usr/sbin` }
  const started: ChildProcess[] = []
  const start = (command: string, ...args: readonly string[]): void =>
    void started.push(spawn(command, args, { env, stdio: 'ignore' }))
  const stop = async (): Promise<void> => {
    for (const child of started.reverse()) {
      if (child.exitCode !== null) continue
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await Promise.race([ended, setTimeout(10_000, undefined, { ref: false })])
    }
  }
  const files = ['socket', 'key-file', 'pid-file', 'log-file', 'seed-file'].map(
    (name) => `--${name}=${folder}/munge.${name.replace('-file', '')}`,
  )
  start('munged', '--foreground', '--force', ...files)
  await setTimeout(1000)
  start('slurmctld', '-D', '-L', `${folder}/slurmctld.log`)
  start('slurmd', '-D', '-L', `${folder}/slurmd.log`)
  for (let second = 0; second < WAIT_SECONDS; second++) {
    await setTimeout(1000)
    if (run('sinfo', ['-h', '-o', '%t'], { env }).stdout.includes('idle')) return { env, stop }
  }
  await stop()
  throw new Error(
    `Slurm does not start: ${run('tail', ['-n', '20', ...['slurmctld', 'slurmd'].map((name) => `${folder}/${name}.log`)]).stdout}`,
  )
}
