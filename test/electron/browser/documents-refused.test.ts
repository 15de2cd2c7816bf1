import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { documentsOf } from '../../../electron/browser/browser-shell.ts'
import { outcomeOfAsync } from '../../../electron/core/outcome.ts'
import { openDesk } from '../core/contract/desk.ts'

it('a document that is not there is refused with the core’s sentence, and is no fault of the program', async () => {
  const { contract, faults } = openDesk('port', { registers: false })
  const read = documentsOf(contract.console)
  const outcome = await outcomeOfAsync(() => read(randomUUID(), { actor: '王操作' }))
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: 'DOCUMENT_UNKNOWN', message: expect.stringMatching(/没有这份文书/) },
  })
  expect(faults).toEqual([])
})
