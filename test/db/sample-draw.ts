import type { DocumentRow } from '../../db/document-store.ts'
import type { Draw, DrawAttempt, DrawFreeze, DrawResult } from '../../db/draw-store.ts'
import { at, hex } from './sample-rows.ts'

/** The number of draw `n` of the sample office. */
export function number(n: number): string {
  return `YL01-2026-${String(n).padStart(4, '0')}`
}

export function aDraw(n: number, fields: Partial<Draw> = {}): Draw {
  return {
    number: number(n),
    officeCode: 'YL01',
    year: 2026,
    sequence: n,
    kind: 'draw',
    mode: 'official',
    draftId: null,
    root: null,
    amends: null,
    at,
    by: '王操作',
    ...fields,
  }
}

/** Attempt `n` of draw 1, after the one whose ending has the digest `previous`. */
export function anAttempt(n: number, previous: string | null, draw = number(1)): DrawAttempt {
  return {
    draw,
    attempt: n,
    secret: hex(Number(draw.slice(-4)) * 1000 + n),
    commitment: hex(Number(draw.slice(-4)) * 1000 + 100 + n),
    previous,
    reason: previous === null ? null : '停电',
    approver: previous === null ? null : '陈负责',
    at,
    by: '王操作',
  }
}

/** The freeze of attempt `n`. */
export function aFreeze(n: number, draw = number(1)): DrawFreeze {
  return {
    draw,
    attempt: n,
    digest: hex(Number(draw.slice(-4)) * 1000 + 200 + n),
    manifest: 'SSJ-DRAW-1 manifest\n',
    objects: 'SSJ-LIST-1\tobjects\t0\n',
    inspectors: 'SSJ-LIST-1\tinspectors\t0\n',
    recusals: 'SSJ-LIST-1\trecusals\t0\n',
    excluded: 'SSJ-LIST-1\texcluded\t0\n',
    facts: { venue: '三楼会议室' },
    at,
    by: '王操作',
  }
}

/** The result of attempt `n`. */
export function aResult(n: number, draw = number(1)): DrawResult {
  return {
    draw,
    attempt: n,
    digest: hex(Number(draw.slice(-4)) * 1000 + 300 + n),
    result: 'SSJ-DRAW-1 result\n',
    singleCandidates: 0,
    at,
  }
}

/** Document `n`: the scan of an approval of attempt 2. */
export function aDocument(n: number, draw = number(1)): DocumentRow {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    draw,
    attempt: 2,
    kind: 'approval',
    name: `${draw}-批准文件.pdf`,
    type: 'application/pdf',
    bytes: 1_024,
    sha256: hex(n),
    pages: null,
    note: null,
    path: `${draw}/${draw}-批准文件.pdf`,
    facts: null,
    compared: null,
    form: null,
    copy: 1,
    original: null,
    at,
    by: '李',
  }
}
