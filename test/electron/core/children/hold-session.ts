import * as nodeFs from 'node:fs'
import { die, type Orders, openChild } from './child-core.ts'
import { mortalDisk } from './mortal-disk.ts'

/*
 * Holds the session of its orders from the draft to the package (or, without a plan, writes the package only), and
 * kills itself with SIGKILL before or after one of its commits, or before one of its calls of the disk. Says every
 * step on a line of its own, at once.
 */

const orders: Orders = JSON.parse(process.argv[2] ?? '{}')
const { death, digits, together = false } = orders
const say = (text: string) => nodeFs.writeSync(1, `${text}\n`)

const disk = mortalDisk(death?.when === 'disk' ? death.number : 0)
const core = openChild(orders, disk, {
  onBeforeCommit: ({ number }) => {
    if (death?.when === 'before' && number === death.number) die()
  },
  onAfterCommit: ({ number }) => {
    if (death?.when === 'after' && number === death.number) die()
    say(`commit ${number}`)
  },
})

function hold(plan: object): void {
  const { number } = core.draws.commit('王操作', core.draws.draft('王操作', plan))
  core.draws.freeze('王操作', number)
  for (const [index, typed] of digits.entries())
    if (together) core.draws.enterDigits('王操作', number, index + 1, typed)
    else core.draws.contribute('王操作', number, index + 1, typed)
  if (together) {
    core.draws.openDigits('王操作', number)
    core.draws.confirmDigits('王操作', number)
  }
  for (let session = core.draws.read(number); session.state === 'drawn'; session = core.draws.read(number)) {
    core.draws.reveal('王操作', number, session.revealed + 1)
    say(`revealed ${session.revealed + 1} of ${session.steps}`)
  }
  core.draws.confirm('王操作', number)
}

if (orders.plan !== undefined) hold(orders.plan)
await core.writePackage('王操作', 'YL01-2026-0001', orders.out)
say(`disk calls ${disk.calls()}`)
core.close()
