import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { drawConfigSchema, lineConfigSchema } from '../shared/api/draw-plan.ts'
import { buildPages } from './pages.ts'
import { buildVerifyPage } from './verify-page.ts'

/** The JSON schema of a configuration of `ssj draw`, for editors and for whoever writes one. */
export function drawConfigJsonSchema(): string {
  const schema = z.toJSONSchema(z.union([drawConfigSchema, lineConfigSchema]), {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  return `${JSON.stringify({ ...schema, title: '双随机抽取配置' }, null, 2)}\n`
}

/** Where the schema is kept in the repository; a test holds it to the code. */
export const drawConfigSchemaFile = path.join(import.meta.dirname, 'resources/draw-config.schema.json')

if (import.meta.main) {
  const page = await buildVerifyPage()
  const windows = await buildPages()
  mkdirSync(path.dirname(drawConfigSchemaFile), { recursive: true })
  writeFileSync(drawConfigSchemaFile, drawConfigJsonSchema())
  for (const file of [page, drawConfigSchemaFile])
    process.stdout.write(`${path.relative(process.cwd(), file)} ${statSync(file).size} bytes\n`)
  process.stdout.write(`${path.relative(process.cwd(), windows)}\n`)
}
