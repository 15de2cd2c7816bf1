import type { FormBlock, FormModel, SignatureBlock } from './form-model.ts'
import { evenBoxes } from './form-parts.ts'
import type { FormStyle } from './form-style.ts'

/**
 * Boxes that the office adds to a form that has none of its own; nothing where it adds none. A form with boxes has
 * them in its own block (`signatures` of the official parts, or `withExtraSignatures`).
 */
export function extraBoxes(style: FormStyle, form: string): FormBlock[] {
  const boxes = (style.extraSignatures[form] ?? []).map((label) => ({ label, name: null }))
  return boxes.length === 0 ? [] : [{ kind: 'space', height: 8 }, evenBoxes(boxes)]
}

/**
 * The model with the boxes that the office adds, in its last block of boxes: whoever signs there signs on the page
 * that the others sign on, with the digests above. Nothing else of the model changes, whatever the style says.
 */
export function withExtraSignatures(model: FormModel, style: FormStyle): FormModel {
  const added = (style.extraSignatures[model.id] ?? []).map((label) => ({ label, name: null }))
  if (added.length === 0) return model
  const blocks = addedToLast(model.blocks, ({ boxes }) => evenBoxes([...boxes, ...added]))
  return { ...model, blocks: blocks ?? [...model.blocks, ...extraBoxes(style, model.id)] }
}

/** The blocks with the last signature block changed, however deep it lies; `null` where there is none. */
function addedToLast(
  blocks: readonly FormBlock[],
  change: (block: SignatureBlock) => SignatureBlock,
): readonly FormBlock[] | null {
  for (const [index, block] of [...blocks.entries()].toReversed()) {
    const changed = changedBlock(block, change)
    if (changed !== null) return blocks.with(index, changed)
  }
  return null
}

function changedBlock(block: FormBlock, change: (block: SignatureBlock) => SignatureBlock): FormBlock | null {
  if (block.kind === 'signatures') return change(block)
  if (block.kind !== 'group') return null
  const inner = addedToLast(block.blocks, change)
  return inner === null ? null : { ...block, blocks: inner }
}
