import type { BenchSizes } from './bench-sizes.ts'
import type { Figure } from './figure.ts'
import { measureInChild, runChild } from './measured-child.ts'
import { median, repeat } from './statistics.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** A long ledger in a real database, walked from its first entry. */
export async function benchLedger({ ledgerEntries, runs }: BenchSizes): Promise<Figure[]> {
  const measured = await withTemporaryFolder(async (folder) => {
    await runChild('write-ledger.ts', folder, String(ledgerEntries))
    return repeat(runs, () => measureInChild('verify-ledger.ts', folder))
  })
  return [
    {
      name: 'ledger-verify',
      label: `核对${ledgerEntries}条台账`,
      value: median(measured.map((run) => run.seconds)),
      unit: 's',
      target: 5,
    },
  ]
}
