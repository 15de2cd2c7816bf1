import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { readZip } from '../core/sample-core.ts'
import { countyFolders } from './county.ts'
import { configFile, here, refusedHere, sampleConfig } from './run-cli.ts'

const countyFolder = countyFolders()

test('a confidential draw writes its forms; its package waits until the names are disclosed', async () => {
  const data = countyFolder()
  const out = temporaryFolder()
  const config = configFile({ ...sampleConfig('1-物业服务-分组.json'), confidential: true })
  const drawn = await here(['draw', '--config', config, '--data', data, '--out', out])
  expect(drawn).toMatchObject({ exit: 0, json: { confidential: true, package: null } })
  const number = String(drawn.json.number)
  expect(drawn.text).toContain(`disclose ${number} --reason`)
  expect(readdirSync(out).map((file) => path.extname(file))).not.toContain('.zip')
  expect(existsSync(path.join(out, `${number}-抽查工作记录表.pdf`))).toBe(true)
  const pack = ['package', number, '--data', data, '--out', out]
  expect(await refusedHere(pack)).toContain('保密抽取')
  const disclose = ['disclose', number, '--data', data]
  expect(await refusedHere(disclose)).toContain('disclose 须有编号和 --reason')
  const reason = ['--reason', '检查已经全部实施']
  expect(await refusedHere([...disclose, ...reason, '--date', '下周'])).toContain('须为日期')
  expect(await refusedHere([...disclose, ...reason, '--date', '2999-01-01'])).toContain('晚于今天')
  expect(await here([...disclose, ...reason])).toMatchObject({ exit: 0, json: { number } })
  expect(await refusedHere([...disclose, ...reason])).toContain('已经公布')
  expect((await here(pack)).exit).toBe(0)
  expect(readZip(path.join(out, `${number}.zip`)).verification.ok).toBe(true)
})
