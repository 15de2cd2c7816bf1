import BetterSqlite3 from 'better-sqlite3'
import { checkFolder } from '../../../../electron/cli/draw-command.ts'
import { openCore } from '../../../../electron/core/core.ts'
import { outcomeOf, outcomeOfAsync } from '../../../../electron/core/outcome.ts'
import { openChild } from './child-core.ts'

/*
 * Does as somebody who is not root (whom permissions do not stop) what its first word says: `data` opens a data
 * folder; `out` writes the package of the first draw into a folder, after its forms went into a spare one with
 * the permissions it came with. Prints what came of it as JSON.
 */

const [what, folder = '', out = '', spare = ''] = process.argv.slice(2)
const time = '2026-11-22T09:30:00+08:00'

function dropPrivileges(): void {
  if (process.getuid?.() === 0) {
    process.setgroups?.([])
    process.setgid?.(65534)
    process.setuid?.(65534)
  }
  if (process.getuid?.() === 0) throw new Error('still root')
}

// The native part and the fonts are loaded at their first use: afterwards their folders may be out of reach.
new BetterSqlite3(':memory:').close()
if (what === 'data') {
  dropPrivileges()
  const opened = openCore({
    folder,
    clock: () => new Date(time),
    random: () => new Uint8Array(32),
    software: 'sample',
    verifyPage: () => new Uint8Array(),
  })
  process.stdout.write(`${JSON.stringify(opened.ok ? 'opened' : opened.refusal)}\n`)
} else {
  const number = 'YL01-2026-0001'
  const core = openChild({ folder, out, digits: [], time, secret: '' })
  await core.writeForms(number, spare)
  dropPrivileges()
  const checked = outcomeOf(() => checkFolder(out))
  const written = await outcomeOfAsync(() => core.writePackage('王操作', number, out))
  process.stdout.write(`${JSON.stringify({ checked, written })}\n`)
}
