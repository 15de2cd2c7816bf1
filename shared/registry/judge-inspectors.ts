import { type Draft, differences, type RowPlaces } from './draft.ts'
import type { Inspector } from './inspector.ts'
import { foldName } from './normalise.ts'
import { type RegisterRules, textValue } from './register-rules.ts'

/** Words in a remark that may mean the person works elsewhere. Asked about, never interpreted (domain.md). */
const secondedWords = /借调|借用|挂职|抽调|外借/

/** A certificate number is one person's: the same number under another name is never just written over. */
function askOtherName(draft: Draft<Inspector>, places: RowPlaces): void {
  const name = textValue(draft, 'name')
  const registered = draft.target?.row.name
  if (name === null || registered === undefined || foldName(name) === foldName(registered)) return
  draft.questions.push({
    question: 'other-name',
    registered,
    ...places.at('name', draft.line),
    reason: `执法证号已登记在“${registered}”名下，本行姓名是“${name}”，请确认是否同一人改名`,
    options: [{ value: 'same-person', label: `同一人，姓名更新为“${name}”` }],
    suggestion: null,
  })
}

/** 执法检查人员: known by 执法证号; by name only where nothing else is there, and then by asking. */
export const inspectorRules: RegisterRules<'inspectors'> = {
  defaults: {
    sex: null,
    unit: null,
    department: null,
    post: null,
    position: null,
    region: null,
    category: null,
    specialties: [],
    nonBusinessCategory: null,
    establishment: null,
    issuer: null,
    certificate: null,
    certificateExpiry: null,
    idNumber: null,
    phone: null,
    mayLead: false,
    kind: '执法人员',
    remark: null,
    state: '在岗',
    origin: '本单位',
    leaveFrom: null,
    leaveUntil: null,
  },
  assumed: { mayLead: '否', kind: '执法人员', state: '在岗' },
  unique: { field: 'certificate', title: '执法证号' },
  namesAreUnique: false,
  keepsCells: false,
  resolve() {},
  match(draft, existing) {
    const certificate = textValue(draft, 'certificate')
    const byCode = certificate === null ? null : existing.byCertificate(certificate)
    if (byCode !== null) return { target: byCode, byName: false, candidates: [] }
    const name = textValue(draft, 'name')
    const sameName = name === null ? [] : existing.byName(name)
    const only = sameName.length === 1 ? sameName[0] : undefined
    if (only !== undefined && draft.questions.length === 0) {
      if (differences(only.row, draft.values, []).length === 0) {
        return { target: only, byName: true, candidates: [] }
      }
    }
    return { target: null, byName: false, candidates: sameName }
  },
  check(draft, places) {
    // A list of the draw keeps `*` for "any department" (draw-spec section 2).
    if (textValue(draft, 'department') === '*') {
      places.refuse(draft, 'department', '股室不能写作“*”，请填写名称或留空')
    }
    askOtherName(draft, places)
    const remark = textValue(draft, 'remark')
    if (remark === null || !secondedWords.test(remark)) return
    const state = draft.values.state
    if (state !== undefined && state !== '在岗') return
    const earlier = draft.target?.row
    // Asked once: the same remark on a row that the office has already decided about keeps the decision.
    if (earlier?.remark === remark && (state === undefined || state === earlier.state)) return
    draft.questions.push({
      question: 'seconded',
      remark,
      ...places.at('remark', draft.line),
      reason: `备注写有“${remark}”，不能据此认定此人在岗还是借调在外，请确认`,
      options: [
        { value: '在岗', label: '按在岗登记（可参加抽取）' },
        { value: '借调', label: '按借调登记（不参加抽取）' },
      ],
      suggestion: null,
    })
  },
}
