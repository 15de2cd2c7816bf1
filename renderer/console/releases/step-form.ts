import type { ListState, ReleaseStep, StepOrder } from '../../../shared/api/release-contract.ts'

/** A step as it is typed. */
export interface StepForm {
  readonly name: string
  readonly number: string
  readonly date: string
  readonly recipient: string
  readonly place: string
  readonly note: string
  readonly scan: File | null
}

type TextField = Exclude<keyof StepForm, 'scan' | 'date'>

/** What a step asks for: its boxes with what each is called, and whether it can be left empty. */
export interface StepBoxes {
  readonly boxes: readonly (readonly [field: TextField, label: string, wanted: boolean])[]
  readonly date: string
  readonly scan: string
  readonly scanWanted: boolean
}

export const stepBoxes = {
  reviewed: {
    boxes: [
      ['name', '审核人', true],
      ['note', '审核意见', false],
    ],
    date: '审核日期',
    scan: '审核材料的扫描件，没有可不选',
    scanWanted: false,
  },
  approved: {
    boxes: [
      ['number', '批准文号', true],
      ['name', '批准人（会议）', true],
      ['note', '说明', false],
    ],
    date: '批准日期',
    scan: '批准文件的扫描件或照片',
    scanWanted: true,
  },
  published: {
    boxes: [
      ['place', '公布在何处', true],
      ['note', '说明', false],
    ],
    date: '公布日期',
    scan: '公布页面的截图，没有可不选',
    scanWanted: false,
  },
  filed: {
    boxes: [
      ['recipient', '报送给', true],
      ['number', '报送文号', false],
      ['note', '说明', false],
    ],
    date: '报送日期',
    scan: '收文回执等佐证的扫描件',
    scanWanted: true,
  },
  returned: {
    boxes: [
      ['name', '退回人', true],
      ['note', '退回的理由', true],
    ],
    date: '退回日期',
    scan: '退回意见的扫描件，没有可不选',
    scanWanted: false,
  },
} as const satisfies Record<ReleaseStep, StepBoxes>

/** An empty form of a step, with what the 执行细则 says already. */
export function emptyStep(step: ReleaseStep, { filing }: Pick<ListState, 'filing'>): StepForm {
  return {
    name: '',
    number: '',
    date: '',
    recipient: step === 'filed' ? (filing?.to ?? '') : '',
    place: '',
    note: '',
    scan: null,
  }
}

const clean = (typed: string) => typed.trim().replace(/\s+/g, ' ')

/** What has still to be filled in. */
export function missingOfStep(step: ReleaseStep, form: StepForm): string[] {
  const { boxes, date, scanWanted }: StepBoxes = stepBoxes[step]
  return [
    ...boxes.filter(([field, , wanted]) => wanted && clean(form[field]) === '').map(([, label]) => label),
    ...(form.date === '' ? [date] : []),
    ...(scanWanted && form.scan === null ? ['扫描件'] : []),
  ]
}

/** The step as the contract has it; `scan` is its upload. Wants a form with nothing missing. */
export function orderOf(step: ReleaseStep, form: StepForm, scan: string | null): StepOrder {
  const optional = (typed: string) => (clean(typed) === '' ? null : clean(typed))
  const common = { date: form.date, note: optional(form.note) }
  if (step === 'published') return { step, ...common, place: clean(form.place), scan }
  if (step === 'filed')
    return {
      step,
      ...common,
      recipient: clean(form.recipient),
      number: optional(form.number),
      scan: scan ?? '',
    }
  if (step === 'approved')
    return { step, ...common, name: clean(form.name), number: clean(form.number), scan: scan ?? '' }
  return { step, ...common, name: clean(form.name), scan }
}
