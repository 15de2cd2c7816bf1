import { expect, it } from 'vitest'
import { findBrowser } from '../../../electron/browser/find-browser.ts'
import { chooseShell, type ShellFacts } from '../../../electron/host/choose-shell.ts'

const all: ShellFacts = {
  hasDisplay: true,
  electron: async () => ({ program: '/opt/electron' }),
  browser: () => '/usr/bin/chromium',
}
const noElectron = async () => ({ missing: '五秒内没有取到Electron' })

it('takes Electron where it is to be had, else a browser, else gives the address, and says why', async () => {
  expect(await chooseShell(null, all)).toMatchObject({ shell: 'electron', program: '/opt/electron' })
  expect(await chooseShell(null, { ...all, electron: noElectron })).toEqual({
    shell: 'browser',
    program: '/usr/bin/chromium',
    sentence: '五秒内没有取到Electron，改用浏览器打开窗口：/usr/bin/chromium',
  })
  const nothing = await chooseShell(null, { ...all, electron: noElectron, browser: () => null })
  expect(nothing).toMatchObject({ shell: 'serve' })
  expect(nothing.sentence).toMatch(/没有取到Electron.*没有找到Chromium、Chrome或Edge/)
})

it('opens no window without a display, and does not look for Electron there', async () => {
  const dark: ShellFacts = {
    ...all,
    hasDisplay: false,
    electron: () => Promise.reject(new Error('it was looked for')),
  }
  expect(await chooseShell(null, dark)).toMatchObject({ shell: 'serve' })
  for (const wanted of ['electron', 'browser'] as const)
    expect(await chooseShell(wanted, dark)).toMatchObject({ shell: null })
  expect(await chooseShell('serve', dark)).toEqual({ shell: 'serve', sentence: null })
})

it('keeps to what was asked for: what cannot be had is not replaced', async () => {
  expect(await chooseShell('browser', all)).toMatchObject({ shell: 'browser' })
  expect(await chooseShell('electron', { ...all, electron: noElectron })).toMatchObject({ shell: null })
  expect(await chooseShell('browser', { ...all, browser: () => null })).toMatchObject({ shell: null })
})

it('finds Chromium, Chrome and Edge where the systems put them, and SSJ_CHROMIUM before any of them', () => {
  const linux = { platform: 'linux', environment: { PATH: '/usr/local/bin:/usr/bin' } } as const
  const only = (file: string) => (place: string) => place === file
  expect(findBrowser({ ...linux, isProgram: only('/usr/bin/microsoft-edge') })).toBe(
    '/usr/bin/microsoft-edge',
  )
  expect(findBrowser({ ...linux, isProgram: () => false })).toBeNull()
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const windows = {
    platform: 'win32',
    environment: { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
  } as const
  expect(findBrowser({ ...windows, isProgram: only(edge) })).toBe(edge)
  const named = { ...linux, environment: { ...linux.environment, SSJ_CHROMIUM: '/opt/mine' } }
  expect(findBrowser({ ...named, isProgram: () => true })).toBe('/opt/mine')
  expect(findBrowser({ ...named, isProgram: only('/usr/bin/chromium') })).toBeNull()
})
