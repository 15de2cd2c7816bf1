import { expect, it } from 'vitest'
import { isRuntimeFile } from '../../build/app-folder.ts'
import { packaging } from '../../build/packaging.ts'

const config = packaging({ app: '/app', output: '/out', electronVersion: '45.4.1' })

it('closes every door of Electron that the program does not use', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

it('packs for whom it serves: Windows x64 with and without installing, Linux as AppImage and deb', () => {
  expect(config.productName).toBe('双随机')
  expect(config.win?.target).toEqual(['nsis', 'portable'])
  expect(config.linux?.target).toEqual(['AppImage', 'deb'])
})

it('keeps an office’s data when the program is removed, and asks for no rights that it does not need', () => {
  expect(config.nsis).toMatchObject({ deleteAppDataOnUninstall: false, perMachine: false, oneClick: false })
  expect(config.win?.requestedExecutionLevel).toBe('asInvoker')
})

it('builds nothing native: the same prebuilt file serves Node and Electron', () => {
  expect(config).toMatchObject({
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
  })
})

it('takes of a library only what runs, and of what is native only this platform’s', () => {
  const linux = { platform: 'linux', arch: 'arm64' } as const
  const taken = [
    'package.json',
    'lib/index.js',
    'LICENSE',
    'js/data/Helvetica.afm',
    'prebuilds/linux-arm64.node',
    'src/EncodeStream.js',
  ]
  const left = [
    'README.md',
    'lib/index.js.map',
    'lib/index.d.ts',
    'src/main.ts',
    'src/addon.cpp',
    'deps/sqlite3/sqlite3.c',
    'binding.gyp',
    'test/all.js',
    'tools/make.js',
    'vitest.config.js',
    '.github/workflows/ci.yml',
    'prebuilds/linux-x64.node',
    'prebuilds/linuxmusl-arm64.node',
    'prebuilds/win32-x64.node',
  ]
  expect(taken.filter((file) => !isRuntimeFile(file, linux))).toEqual([])
  expect(left.filter((file) => isRuntimeFile(file, linux))).toEqual([])
})
