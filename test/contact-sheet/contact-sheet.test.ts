import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formCatalogue } from '../../shared/forms/form-catalogue.ts'
import { pagesToShow } from './page-pictures.ts'

const folder = fileURLToPath(new URL('../../build/pictures/forms', import.meta.url))
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const index = z.record(z.string(), z.array(z.string())).parse(JSON.parse(read('index.json')))

describe('the contact sheets', () => {
  it('show every form of the catalogue, each once, and nothing else', () => {
    expect(Object.values(index).flat()).toEqual(formCatalogue.map(({ id }) => id))
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.webp'))
    expect(pictures.toSorted()).toEqual(Object.keys(index).toSorted())
  })

  it('have a line of judgement on every form: what is good, and what is weak', () => {
    const lines = read('README.md').split('\n')
    for (const { name } of formCatalogue) {
      const own = lines.filter((line) => line.startsWith(`| ${name} |`))
      expect(own, name).toHaveLength(1)
      const [, , good = '', weak = ''] = own[0]?.split('|') ?? []
      expect([good.trim(), weak.trim()], name).not.toContain('')
    }
  })

  it('take little room in the repository', () => {
    const bytes = Object.keys(index).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
    expect(bytes).toBeLessThan(1_500_000)
  })

  it('show the first two pages of a paper and its last, none twice', () => {
    expect([1, 2, 3, 900].map(pagesToShow)).toEqual([[1], [1, 2], [1, 2, 3], [1, 2, 900]])
  })
})
