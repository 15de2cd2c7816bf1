import type { DrawLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { sampleDigits, sampleManifest, sampleObjects, sampleSecret } from '../sample-draw.ts'
import { reportMeasured } from './report-measured.ts'

// draw-picks.ts N k: the outcome alone, its lists already frozen.
const [size, sample] = process.argv.slice(2).map(Number)
const lists: DrawLists = { objects: sampleObjects(size ?? 0), inspectors: [], recusals: [], excluded: [] }
const manifest = sampleManifest(lists, sample ?? 0)
const freeze = freezeDigest(renderManifest(manifest))

await reportMeasured(() => {
  const outcome = drawOutcome(manifest, lists, freeze, sampleSecret, sampleDigits)
  if (outcome.objects.length !== sample) throw new Error(`${outcome.objects.length} objects were drawn`)
  return outcome.objects.length
})
