import { type DrawLists, listDigests, renderLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { recordDigest, renderResult } from '../../../shared/draw/result.ts'
import { sampleDigits, sampleManifest, sampleObjects, sampleOffice, sampleSecret } from '../sample-draw.ts'
import { reportMeasured } from './report-measured.ts'

// draw-whole.ts N k: from the rows of the lists to the record's digest.
const [size, sample] = process.argv.slice(2).map(Number)
const lists: DrawLists = { objects: sampleObjects(size ?? 0), inspectors: [], recusals: [], excluded: [] }

await reportMeasured(() => {
  const texts = renderLists(sampleOffice, lists)
  const manifest = sampleManifest(lists, sample ?? 0, { lists: listDigests(texts) })
  const freeze = freezeDigest(renderManifest(manifest))
  const outcome = drawOutcome(manifest, lists, freeze, sampleSecret, sampleDigits)
  const record = renderResult({ ...outcome, at: '2026-11-20T09:41:37+08:00' })
  if (recordDigest(record).length !== 64) throw new Error('no digest')
  if (outcome.objects.length !== sample) throw new Error(`${outcome.objects.length} objects were drawn`)
  return outcome.objects.length
})
