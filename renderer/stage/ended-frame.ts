import type { DrawSession } from '../../shared/api/session.ts'
import type { Frame } from './frame.ts'
import { frameFacts } from './session-facts.ts'
import { timeWords } from './words.ts'

type Ended = Extract<DrawSession, { state: 'aborted' | 'void' }>

/** An attempt that was aborted (中止) or declared void (作废), with its reason and the digest of its record. */
export function endedFrame(session: Ended): Frame {
  const isVoid = session.state === 'void'
  return {
    ...frameFacts(session, session.state),
    head: isVoid ? '作废' : '中止',
    sealedAt: isVoid ? session.drawnAt : null,
    parts: [
      {
        part: 'notice',
        tone: 'seal',
        head: isVoid ? '本次摇号已作废' : '本次摇号已中止',
        strong: null,
        lines: [
          `时间：${timeWords(session.at)}`,
          `原因：${session.reason}`,
          ...(isVoid ? [`决定：${session.decision}`] : []),
          '记录照样保留，并印在下一次的记录上。',
        ],
      },
      {
        part: 'digest',
        label: isVoid ? '作废记录的校验码' : '中止记录的校验码',
        digest: session.record,
        note: null,
        code: null,
      },
    ],
  }
}
