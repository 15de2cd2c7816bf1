import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { builtPages } from './browser/page-files.ts'
import { dataFolder } from './core/data-folder.ts'
import { namedDataFolder } from './windows/named-data-folder.ts'
import { startShell } from './windows/shell.ts'

const folder = dataFolder(namedDataFolder(process.argv), process.env)
if (folder.ok)
  // Not awaited: Electron is ready only when this module has come to its end.
  startShell(folder.value, {
    core: fileURLToPath(new URL('./host/core-process.ts', import.meta.url)),
    preload: fileURLToPath(new URL('./preload.ts', import.meta.url)),
    pages: builtPages,
    icon: fileURLToPath(new URL('../build/icons/256x256.png', import.meta.url)),
  }).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    dialog.showErrorBox('双随机', '程序没有能够启动，数据没有改动。请重新启动；再次出现时，请重新安装程序。')
    app.exit(1)
  })
else {
  dialog.showErrorBox('双随机', folder.refusal.message)
  app.exit(2)
}
