import { expect, it } from 'vitest'
import { emphasisOf } from '../../../src/analysis/style/emphasis.ts'
import { parse } from '../../post/help.ts'

it('counts more bold runs in one paragraph than a call takes arguments', () => {
  const post = parse(`<p>${'<b>a</b> '.repeat(130_000)}</p>`, { path: 'post.html' })
  expect(emphasisOf(post).runs).toHaveLength(130_000)
})
