import type { FormBlock } from './form-model.ts'
import { pairRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import { cutOff, grid } from './official-parts.ts'

/** What is delivered, and to whom: what is not known is left to be written. */
export interface DeliveredPaper {
  readonly name: string
  /** 文号 */
  readonly number: string | null
  /** 受送达人: the inspected party */
  readonly recipient: string | null
}

/**
 * 送达回执, to be cut off and kept in the file: the proof that the party was given the paper (S4 （十）: 反馈抽查结果).
 * It stays together below its cut line; who signed when is written by hand.
 */
export function deliveryReceipt({ name, number, recipient }: DeliveredPaper): FormBlock {
  return cutOff('送达回执', [
    grid([
      pairRow('文书名称', name, '文号', number ?? ''),
      pairRow('受送达人', recipient ?? '', '送达地点', ''),
      wideRow('送达方式', ticked(ways.map((way) => [way, false]))),
      pairRow('签收人\n（签章）', '', '签收日期', '　　　年　　月　　日', 32),
      pairRow('送达人\n（签名）', '', '备注\n（拒收情况）', '', 36),
    ]),
  ])
}

const ways = ['直接送达', '留置送达', '邮寄送达', '其他方式'] as const
