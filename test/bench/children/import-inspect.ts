import { inspectFile } from '../../../electron/core/import/inspect-file.ts'
import { emptyLookups } from '../../../shared/registry/lookups.ts'
import { reportMeasured } from './report-measured.ts'

// import-inspect.ts FILE: the report of an import into an empty register; the count is of the rows taken.
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('which file')

await reportMeasured(async () => {
  const report = await inspectFile({ path, register: 'objects', existing: emptyLookups.objects })
  if (report.outcome === 'refusal') throw new Error(report.message)
  if (report.counts.taken !== report.counts.rows) throw new Error(JSON.stringify(report.counts))
  return report.counts.taken
})
