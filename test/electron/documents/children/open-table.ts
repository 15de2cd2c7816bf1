import { openTable } from '../../../../electron/documents/sheet-reader.ts'
import { SheetRefusal } from '../../../../electron/documents/sheet-refusal.ts'

/* Opens the table it is given as somebody who is not root (whom permissions do not stop), and prints the refusal's code. */

if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(65534)
  process.setuid?.(65534)
}
if (process.getuid?.() === 0) throw new Error('still root')
try {
  const file = await openTable(process.argv[2] ?? '')
  await file.close()
  process.stdout.write('OPENED')
} catch (error) {
  if (!(error instanceof SheetRefusal)) throw error
  process.stdout.write(error.code)
}
