import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, protocol, utilityProcess } from '../electron/electron-stand-in.ts'

/**
 * Runs the packed shell's own entry over the stand-in of Electron: `node packed-shell.ts APP DATA`. It starts a core,
 * opens the console, and serves its page from the package.
 */
const [, , app = '', data = ''] = process.argv
const standIn = new URL('../electron/electron-stand-in.ts', import.meta.url).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
})
process.argv.splice(2, process.argv.length, '--data', data)
await import(pathToFileURL(path.join(app, 'build/out/electron/main.js')).href)
// What the shell does once Electron is ready follows in the next turns.
while (utilityProcess.started.length === 0) await new Promise((resolve) => setImmediate(resolve))
utilityProcess.started[0]?.emit('message', { kind: 'ready' })
const [window] = BrowserWindow.all
assert.equal(window?.url, 'ssj://console/')
assert.equal(window.options.webPreferences.preload, path.join(app, 'build/out/electron/preload.cjs'))
for (const page of ['ssj://console/', 'ssj://stage/']) {
  const answer = await protocol.handlers.get('ssj')?.(new Request(page))
  assert.equal(answer?.status, 200, page)
}
process.stdout.write('shell started\n')
process.exit(0)
