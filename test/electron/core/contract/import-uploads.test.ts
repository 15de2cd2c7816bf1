import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ImportDesk } from '../../../../electron/core/contract/import-desk.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { openSample, operator } from '../sample-core.ts'

it('a file that a window handed over keeps its own name in the report and in the list of imports', async () => {
  const { core } = openSample({ registers: false })
  const stored = path.join(temporaryFolder(), '1')
  writeFileSync(stored, '名称,种类,状态\n甲公司,企业,存续\n')
  const desk = new ImportDesk(core, {
    take: () => ({ name: '企业名录.csv', path: stored }),
  })
  let token = ''
  for await (const event of desk.inspect('objects', { upload: 'any' }, undefined)) {
    if (event.event !== 'report') continue
    expect(event.report.file).toMatchObject({ name: '企业名录.csv', kind: 'csv', sheet: '企业名录.csv' })
    token = event.token
  }
  await desk.confirm(operator, token, {})
  expect(desk.list('objects', { limit: 9, offset: 0 }).rows).toMatchObject([
    { fileName: '企业名录.csv', added: 1 },
  ])
})
