import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepareDataFolder, resolveDataFolder } from '../../db/data-folder.ts'
import { contents, temporaryFolder } from './temporary-folder.ts'

describe('where the data folder is', () => {
  const resolved = (source: Parameters<typeof resolveDataFolder>[0]) => {
    const outcome = resolveDataFolder(source)
    return outcome.ok ? outcome.folder : outcome.refusal.code
  }

  it('what the user says on the command line comes first, made absolute', () => {
    expect(resolved({ argument: 'somewhere', environment: { SSJ_DATA: '/elsewhere' } })).toBe(
      path.resolve('somewhere'),
    )
  })

  it('then SSJ_DATA; an empty one counts as none', () => {
    expect(resolved({ environment: { SSJ_DATA: '/data/ssj', HOME: '/home/a' }, platform: 'linux' })).toBe(
      '/data/ssj',
    )
    expect(resolved({ environment: { SSJ_DATA: '', HOME: '/home/a' }, platform: 'linux' })).toBe(
      '/home/a/.local/share/shuangsuiji',
    )
  })

  it('then the platform’s place for user data', () => {
    const appData = 'C:\\Users\\王\\AppData\\Roaming'
    expect(resolved({ environment: { APPDATA: appData }, platform: 'win32' })).toBe(`${appData}\\shuangsuiji`)
    expect(resolved({ environment: { HOME: '/Users/a' }, platform: 'darwin' })).toBe(
      '/Users/a/Library/Application Support/shuangsuiji',
    )
    expect(resolved({ environment: { HOME: '/home/a', XDG_DATA_HOME: '/x' }, platform: 'linux' })).toBe(
      '/x/shuangsuiji',
    )
  })

  it('a relative XDG_DATA_HOME is ignored, as the XDG specification asks', () => {
    expect(resolved({ environment: { HOME: '/home/a', XDG_DATA_HOME: 'x' }, platform: 'linux' })).toBe(
      '/home/a/.local/share/shuangsuiji',
    )
  })

  it('where nothing says it, that is refused with what to do', () => {
    expect(resolved({ environment: {}, platform: 'win32' })).toBe('DATA_FOLDER_UNKNOWN')
    expect(resolved({ argument: '', environment: { SSJ_DATA: '/x' } })).toBe('DATA_FOLDER_UNKNOWN')
  })
})

describe('preparing the data folder', () => {
  it('makes it with its parents, for its owner alone, and leaves nothing in it', () => {
    const folder = path.join(temporaryFolder(), 'a', 'b')
    expect(prepareDataFolder(folder)).toEqual({ ok: true, folder })
    expect(readdirSync(folder)).toEqual([])
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('a file in its place, or above it, is refused and left as it was', () => {
    const parent = temporaryFolder()
    const file = path.join(parent, 'file')
    writeFileSync(file, '内容')
    const before = contents(parent)
    for (const folder of [file, path.join(file, 'below')])
      expect(prepareDataFolder(folder)).toMatchObject({
        ok: false,
        refusal: { code: 'DATA_FOLDER_NOT_A_FOLDER', message: expect.stringContaining(folder) },
      })
    expect(contents(parent)).toEqual(before)
  })

  it('a folder that is there is taken with what is in it', () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'forms'))
    expect(prepareDataFolder(folder).ok).toBe(true)
    expect(readdirSync(folder)).toEqual(['forms'])
  })
})
