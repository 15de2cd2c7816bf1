import { die, type Orders, openChild } from './child-core.ts'
import { mortalDisk } from './mortal-disk.ts'

/** Archives the forms of the draw in the folder of its orders and kills itself where they say so. */
const orders: Orders = JSON.parse(process.argv[2] ?? '')
const { death } = orders
const disk = mortalDisk(death?.when === 'disk' ? death.number : 0)
const core = openChild(orders, disk, {
  onBeforeCommit: () => {
    if (death?.when === 'before') die()
  },
  onAfterCommit: () => {
    if (death?.when === 'after') die()
  },
})
await core.documents.prepareForms('王操作', 'YL01-2026-0001')
console.log(disk.calls())
