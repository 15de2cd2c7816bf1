import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { builtPages } from './browser/page-files.ts'
import { dataFolder } from './core/core.ts'
import { namedDataFolder } from './windows/named-data-folder.ts'
import { startShell } from './windows/shell.ts'

const folder = dataFolder(namedDataFolder(process.argv), process.env)
if (folder.ok)
  await startShell(folder.value, {
    core: fileURLToPath(new URL('./host/core-process.ts', import.meta.url)),
    preload: fileURLToPath(new URL('./preload.ts', import.meta.url)),
    pages: builtPages,
    icon: fileURLToPath(new URL('../build/icons/256x256.png', import.meta.url)),
  })
else {
  dialog.showErrorBox('双随机', folder.refusal.message)
  app.exit(2)
}
