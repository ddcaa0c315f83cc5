import { describe, expect, it } from 'vitest'
import { environmentShard } from '../../src/cli/shard.ts'
import { isInShard, parseShard } from '../../src/files/shard.ts'

const paths = Array.from({ length: 2000 }, (_, index) => `_posts/2024-01-01-글-${index}.md`)

describe('shards', () => {
  it.each([1, 2, 7, 64])('put every post into one of %i, about as many into each', (total) => {
    const shards = Array.from({ length: total }, (_, index) =>
      paths.filter((path) => isInShard(path, { index: index + 1, total })),
    )
    expect(shards.flat().sort()).toEqual(paths.toSorted())
    for (const { length } of shards) expect(Math.abs(length - 2000 / total)).toBeLessThan(5 * Math.sqrt(2000 / total))
  })

  it('are the same however a system stores Hangul', () => {
    const composed = '_posts/한글.md'
    const shardsOf = (path: string) => [1, 2, 3, 4, 5].filter((index) => isInShard(path, { index, total: 5 }))
    expect(shardsOf(composed.normalize('NFD'))).toEqual(shardsOf(composed.normalize('NFC')))
  })

  it.each(['', '1', '0/3', '4/3', '1/0', '1/2/3', 'a/b', '1/100001', '-1/2', '1.5/3'])('are not written %j', (text) => {
    expect(parseShard(text)).toBeUndefined()
  })
})

describe('--shard auto', () => {
  it.each([
    [
      { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '5' },
      { index: 2, total: 5 },
    ],
    [
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '0' },
      { index: 4, total: 4 },
    ],
    [
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1' },
      { index: 3, total: 4 },
    ],
    [
      {
        SLURM_ARRAY_TASK_ID: '20',
        SLURM_ARRAY_TASK_COUNT: '3',
        SLURM_ARRAY_TASK_MIN: '0',
        SLURM_ARRAY_TASK_STEP: '10',
      },
      { index: 3, total: 3 },
    ],
    // A job of a CI server that has submitted an array: the array is what splits the work.
    [
      { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '1', SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '2' },
      { index: 2, total: 2 },
    ],
    [{ SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' }, undefined],
    [{ CI_NODE_INDEX: '0', CI_NODE_TOTAL: '2' }, undefined],
    [{}, undefined],
  ])('reads %j', (environment, shard) => {
    expect(environmentShard(environment)).toEqual(shard)
  })
})
