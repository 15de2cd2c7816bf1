import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { drawConfigJsonSchema, drawConfigSchemaFile } from '../../build/build.ts'
import { drawConfigSchema, lineConfigSchema } from '../../shared/api/draw-plan.ts'

test('the JSON schema in the repository is the one the program checks a configuration against', () => {
  expect(readFileSync(drawConfigSchemaFile, 'utf8')).toBe(drawConfigJsonSchema())
})

test('every example configuration of the sample county is valid', () => {
  const folder = path.join(import.meta.dirname, '../../build/resources/sample-county/draws')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  expect(files).toHaveLength(6)
  for (const file of files) {
    const config: object = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    const schema = 'line' in config ? lineConfigSchema : drawConfigSchema
    expect(schema.safeParse(config), file).toMatchObject({ success: true })
  }
})
