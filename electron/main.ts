import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { builtPages } from './browser/page-files.ts'
import { dataFolder } from './core/core.ts'
import { namedDataFolder } from './windows/named-data-folder.ts'
import { startShell } from './windows/shell.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const folder = dataFolder(namedDataFolder(process.argv), process.env)
if (folder.ok)
  await startShell(folder.value, {
    // As the build names them, beside this file.
    core: path.join(here, 'host/core-process.js'),
    preload: path.join(here, 'preload.cjs'),
    pages: builtPages,
    icon: path.join(here, '../build/resources/icon.png'),
  })
else {
  dialog.showErrorBox('双随机', folder.refusal.message)
  app.exit(2)
}
