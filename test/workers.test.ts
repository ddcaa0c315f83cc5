import { describe, expect, it } from 'vitest'
import { workersThatPay } from '../src/workers/choose.ts'

describe('the number of workers, when it is left to us', () => {
  it('is none before anything is known of the posts, and none for a few thousand small posts', () => {
    expect(workersThatPay({ filesLeft: 100_000 }, 8)).toBe(0)
    expect(workersThatPay({ filesLeft: 2000, timePerFile: 0.8 }, 8)).toBe(0)
  })

  it('grows with the work that is left, up to the cores that there are', () => {
    expect(workersThatPay({ filesLeft: 7000, timePerFile: 0.7 }, 8)).toBe(2)
    expect(workersThatPay({ filesLeft: 20_000, timePerFile: 0.6 }, 2)).toBe(1)
    expect(workersThatPay({ filesLeft: 100_000, timePerFile: 0.6 }, 64)).toBe(7)
    expect(workersThatPay({ filesLeft: 100_000, timePerFile: 0.6 }, 1)).toBe(0)
  })

  it('is some for a few huge posts too', () => {
    expect(workersThatPay({ filesLeft: 60, timePerFile: 80 }, 4)).toBe(2)
  })
})
