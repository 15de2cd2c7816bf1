import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import { H } from '../../../shared/draw/notation.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { staffingGaps } from '../../../shared/draw/staffing.ts'
import {
  sampleDigits,
  sampleInspectors,
  sampleManifest,
  sampleObjects,
  sampleRecusals,
  sampleSecret,
} from '../sample-draw.ts'
import { reportMeasured } from './report-measured.ts'

// pairing.ts OBJECTS INSPECTORS: a leader and a member for every object. A match, so that people alone are drawn.
const [size, people] = process.argv.slice(2).map(Number)
const objects = sampleObjects(size ?? 0)
const inspectors = sampleInspectors(people ?? 0)
const lists = { objects, inspectors, recusals: sampleRecusals(objects, inspectors), excluded: [] }
const manifest = sampleManifest(lists, 0, {
  kind: 'match',
  amends: H('the draw'),
  reason: '匹配检查人员',
  strata: [],
  topology: 'each',
  slots: [
    { role: 'L', department: '*' },
    { role: 'M', department: '*' },
  ],
})
const freeze = freezeDigest(renderManifest(manifest))
if (staffingGaps(manifest, lists).length > 0) throw new Error('the sample cannot be staffed')

await reportMeasured(() => {
  const { pairs } = drawOutcome(manifest, lists, freeze, sampleSecret, sampleDigits)
  if (pairs.length !== size) throw new Error(`${pairs.length} objects were paired`)
  return pairs.length
})
