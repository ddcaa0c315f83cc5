import { parseShard, type Shard } from '../files/shard.ts'

const toNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/**
 * The shard that the environment asks for. A task of a Slurm array is one of as many as the array has, counted from its
 * first; CI servers that run a job several times at once (GitLab's `parallel`) count from 1.
 */
export const environmentShard = (environment: Readonly<Record<string, string | undefined>>): Shard | undefined => {
  const { CI_NODE_INDEX, CI_NODE_TOTAL, SLURM_ARRAY_TASK_ID } = environment
  const task = toNumber(SLURM_ARRAY_TASK_ID)
  if (task === undefined) return parseShard(`${CI_NODE_INDEX}/${CI_NODE_TOTAL}`)
  const first = toNumber(environment.SLURM_ARRAY_TASK_MIN) ?? 1
  const step = toNumber(environment.SLURM_ARRAY_TASK_STEP) || 1
  const place = (task - first) / step
  // An array of hand-picked numbers does not tell which of them this one is.
  return Number.isInteger(place) ? parseShard(`${place + 1}/${environment.SLURM_ARRAY_TASK_COUNT}`) : undefined
}
