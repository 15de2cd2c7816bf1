import type { DrawSession } from '../../shared/api/session.ts'
import type { StageState } from '../../shared/api/stage-contract.ts'
import type { DrawKind } from '../../shared/draw/manifest.ts'
import type { Frame, Part } from './frame.ts'
import { type DrawnSession, type FrozenSession, frameFacts } from './session-facts.ts'
import { codeText, timeWords } from './words.ts'

const kinds = {
  draw: '双随机抽查公开摇号',
  match: '匹配执法检查人员公开摇号',
  'replace-inspector': '更换人员公开摇号',
  'replace-object': '更换对象公开摇号',
} as const satisfies Record<DrawKind, string>

/** What stands while no draw is shown: whose act it is. */
export function titleFrame(stage: StageState): Frame {
  return {
    key: 'title',
    head: '',
    number: null,
    sealedAt: null,
    marks: [],
    concealed: false,
    roll: null,
    parts: [{ part: 'title', office: stage.office, emblem: stage.emblem }],
  }
}

/** The task, which attempt it is, and the commitment `C`: the secret exists and can no longer be changed. */
export function committedFrame(session: DrawSession): Frame {
  return {
    ...frameFacts(session, 'committed'),
    head: '公布承诺码',
    parts: [
      {
        part: 'opening',
        office: session.office,
        task: session.task,
        kind: kinds[session.kind],
        items: session.items,
        attempt: session.attempt,
      },
      commitmentPart(session, '秘密数S已取定，摇号后公开，人人可以核对。'),
    ],
  }
}

/** Counts, who was left out, the rule, and `F` with `C`: before any witness gives a digit. */
export function frozenFrame(session: FrozenSession): Frame {
  const { counts } = session
  const rows = session.strata.map((stratum) => ({
    name: stratum.name ?? stratum.id,
    value: `${stratum.size}个中抽${stratum.sample}个`,
  }))
  const replacing = session.kind.startsWith('replace')
  const parts: Part[] = [
    {
      part: 'facts',
      head: '名单',
      rows: [
        ...(session.kind === 'draw'
          ? [{ name: '检查对象', value: `${counts.objects}个中抽${counts.sample}个` }]
          : [{ name: replacing ? '所涉检查对象' : '待匹配对象', value: `${counts.objects}个` }]),
        ...(rows.length > 1 ? rows : []),
        ...(counts.inspectors > 0 ? [{ name: '执法检查人员', value: `${counts.inspectors}名` }] : []),
        ...(session.teams === null ? [] : [{ name: '检查组', value: `${session.teams}个` }]),
        { name: '排除', value: counts.excluded === 0 ? '无' : `${counts.excluded}条` },
      ],
    },
  ]
  if (session.exclusions.length > 0)
    parts.push({
      part: 'facts',
      head: '排除的原因',
      rows: session.exclusions.map(({ what, reason, clause, count }) => ({
        name: clause === '-' ? reason : `${reason}（${clause}）`,
        value: what === 'object' ? `对象${count}个` : `人员${count}名`,
      })),
    })
  parts.push(
    { part: 'lines', head: '规则', lines: session.rule },
    {
      part: 'digest',
      label: '名单校验码 F',
      digest: session.freeze,
      note: `名单与规则已于${timeWords(session.frozenAt)}锁定，改动一字，此码即变。请见证人拍照或签字留存。`,
      code: codeText(session.number, 'F', session.freeze),
    },
    commitmentPart(session, null),
  )
  return { ...frameFacts(session, 'frozen'), head: '锁定名单', sealedAt: sealedAt(session), parts }
}

/** Each witness and whether the digits are in; once opened, the digits, large, to be read back. */
export function digitsFrame(session: Extract<DrawSession, { state: 'frozen' }>): Frame {
  const entryOf = (seat: number) => session.entries.find((entry) => entry.seat === seat)
  const opened = session.opened
  const name = opened ? 'opened' : 'digits'
  return {
    ...frameFacts(session, name),
    head: opened ? '见证数字：请核对读出' : '见证数字',
    parts: opened
      ? [
          {
            part: 'digits',
            note: '各见证人逐字读出自己的数字，无误后由操作台确认。',
            rows: session.witnesses.map((witness) => ({
              ...witness,
              digits: entryOf(witness.seat)?.digits ?? '',
            })),
          },
        ]
      : [
          {
            part: 'witnesses',
            rows: session.witnesses.map((witness) => ({
              ...witness,
              given: witness.seat <= session.contributed || entryOf(witness.seat)?.entered === true,
            })),
          },
        ],
  }
}

/** The outcome is sealed, and nothing of it has been shown. */
export function sealedFrame(session: DrawnSession): Frame {
  return {
    ...frameFacts(session, 'sealed'),
    head: '结果封存',
    sealedAt: session.drawnAt,
    parts: [
      {
        part: 'notice',
        tone: 'navy',
        head: '结果已先行封存',
        strong: timeWords(session.drawnAt),
        lines: [
          '种子R由名单、秘密数和见证数字共同算出，全部结果已写入台账。',
          '下面揭晓的，就是已封存的结果。',
        ],
      },
    ],
  }
}

function commitmentPart(session: DrawSession, note: string | null): Part {
  const { number, commitment } = session
  return {
    part: 'digest',
    label: '承诺码 C',
    digest: commitment,
    note,
    code: codeText(number, 'C', commitment),
  }
}

function sealedAt(session: FrozenSession): string | null {
  return session.state === 'frozen' ? null : session.drawnAt
}
