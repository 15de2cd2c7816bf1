import { expect, test } from 'vitest'
import { openSample, operator } from '../core/sample-core.ts'
import { eachPlan } from '../core/sample-registers.ts'
import { here, refusedHere } from './run-cli.ts'

test('an attempt that a power cut left open can be aborted from the command line, once, with all its names', async () => {
  const { core, folder } = openSample()
  const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
  core.draws.freeze(operator, number)
  core.close()
  const words = ['abort', number, '--data', folder]
  expect(await refusedHere([...words, '--reason', '停电'])).toContain('abort 须有编号')
  const order = ['--reason', '停电', '--approver', '苏文彬', '--supervisor', '陈国栋']
  expect(await here([...words, ...order])).toMatchObject({
    exit: 0,
    json: { number, attempt: 1, record: expect.stringMatching(/^[0-9a-f]{64}$/) },
    text: expect.stringContaining(`“${number}”第1次已中止`),
  })
  expect(await refusedHere([...words, ...order])).toContain('不能中止')
})
