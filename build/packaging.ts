import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Configuration } from 'electron-builder'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How the program is packed (安装包). `app` is the laid-out program, `output` where the results go. */
export function packaging(options: {
  readonly app: string
  readonly output: string
  readonly electronVersion: string
  /** an unpacked distribution of Electron; `undefined`: downloaded */
  readonly electronDist?: string
}): Configuration {
  const { app, output, electronVersion, electronDist } = options
  return {
    appId: 'cn.shuangsuiji.desktop',
    productName: '双随机',
    copyright: '双随机 contributors, MIT',
    electronVersion,
    ...(electronDist === undefined ? {} : { electronDist }),
    directories: { app, output, buildResources: join(root, 'build/icons') },
    files: ['**/*'],
    // Integrity of the archive is checked by a fuse. What is native cannot be loaded from inside it.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    publish: null,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
    artifactName: 'shuangsuiji-${version}-${os}-${arch}.${ext}',
    win: {
      target: ['nsis', 'portable'],
      icon: join(root, 'build/icons/icon.ico'),
      executableName: 'shuangsuiji',
      signExecutable: false,
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['zh_CN'],
      language: '2052',
      shortcutName: '双随机',
      deleteAppDataOnUninstall: false,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
      artifactName: 'shuangsuiji-${version}-setup-${arch}.${ext}',
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
    portable: { artifactName: 'shuangsuiji-${version}-portable-${arch}.${ext}' },
    linux: {
      target: ['AppImage', 'deb'],
      icon: join(root, 'build/icons'),
      executableName: 'shuangsuiji',
      category: 'Office',
      maintainer: '双随机 contributors',
      synopsis: '双随机、一公开抽查',
      desktop: { entry: { Name: '双随机', Comment: '双随机、一公开抽查：公开摇号、记录与文书' } },
    },
  }
}
