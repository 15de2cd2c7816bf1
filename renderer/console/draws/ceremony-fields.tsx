import { Button, Checkbox, Input, Radio } from 'antd'
import type { CeremonyForm, WitnessForm } from './ceremony-form.ts'
import { Field, Section } from './field.tsx'

type Change = (patch: Partial<CeremonyForm>) => void

/** 正式 or 演练, chosen plainly. */
export function ModeField({
  mode,
  change,
}: {
  readonly mode: CeremonyForm['mode']
  readonly change: Change
}) {
  return (
    <div className="draws-field draws-field-wide">
      <span className="draws-field-label">性质</span>
      <Radio.Group
        aria-label="性质"
        value={mode}
        onChange={(event) => change({ mode: event.target.value })}
        options={[
          { value: 'official', label: '正式：有见证人在场，结果作为检查依据' },
          { value: 'rehearsal', label: '演练：各处显著标明，不作检查依据' },
        ]}
      />
    </div>
  )
}

/** 检查实施前保密: the room sees numbers, names are disclosed after the visits. `rule` is what the 执行细则 says of it. */
export function ConfidentialField({
  confidential,
  rule,
  change,
}: {
  readonly confidential: boolean
  readonly rule: string | null
  readonly change: Change
}) {
  return (
    <div className="draws-field draws-field-wide">
      <span className="draws-field-label">
        保密{rule === null ? null : <span className="draws-hint">{rule}</span>}
      </span>
      <Checkbox checked={confidential} onChange={(event) => change({ confidential: event.target.checked })}>
        检查实施前保密：大屏只显示编号，检查实施后公布名单，再生成校验包
      </Checkbox>
    </div>
  )
}

/** Who is present and where. One witness beside the operator suffices. */
export function PresenceSection({
  form,
  change,
  roles,
  place,
}: {
  readonly form: CeremonyForm
  readonly change: Change
  readonly roles: readonly string[]
  /** in the wizard, where the place of the draw is asked for here too */
  readonly place?: { readonly id: string; readonly number: number }
}) {
  const { witnesses } = form
  const put = (index: number, patch: Partial<WitnessForm>) =>
    change({ witnesses: witnesses.map((w, i) => (i === index ? { ...w, ...patch } : w)) })
  return (
    <Section title="在场人员" note="操作人以外，至少有一名见证人" {...(place === undefined ? {} : { place })}>
      {place === undefined ? null : (
        <div className="draws-grid draws-grid-2 draws-gap-below">
          <Field label="地点">
            <Input value={form.venue} onChange={(event) => change({ venue: event.target.value })} />
          </Field>
          <Field label="影像资料编号" hint="没有可不填">
            <Input
              value={form.mediaNumber}
              onChange={(event) => change({ mediaNumber: event.target.value })}
            />
          </Field>
        </div>
      )}
      {witnesses.map((witness, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a witness is known by the seat.
        <div className="draws-row" key={index}>
          <span className="draws-row-number">见证人 {index + 1}</span>
          <Input
            aria-label={`见证人${index + 1}的身份`}
            placeholder="身份，如 纪检监察人员"
            value={witness.role}
            onChange={(event) => put(index, { role: event.target.value })}
          />
          <Input
            aria-label={`见证人${index + 1}的姓名`}
            placeholder="姓名"
            value={witness.name}
            onChange={(event) => put(index, { name: event.target.value })}
          />
          <Button
            type="text"
            disabled={witnesses.length === 1}
            onClick={() => change({ witnesses: witnesses.filter((_, i) => i !== index) })}
          >
            删除
          </Button>
        </div>
      ))}
      <Button
        type="dashed"
        onClick={() =>
          change({ witnesses: [...witnesses, { role: roles[witnesses.length] ?? roles[0] ?? '', name: '' }] })
        }
      >
        增加见证人
      </Button>
      <div className="draws-grid draws-grid-4 draws-gap-above">
        <Field label="操作人">
          <Input
            value={form.operator}
            placeholder="本机账户"
            onChange={(event) => change({ operator: event.target.value })}
          />
        </Field>
        <Field label="主持人">
          <Input value={form.host} onChange={(event) => change({ host: event.target.value })} />
        </Field>
        <Field label="记录人">
          <Input value={form.recorder} onChange={(event) => change({ recorder: event.target.value })} />
        </Field>
        <Field label="纪检监督人">
          <Input value={form.supervisor} onChange={(event) => change({ supervisor: event.target.value })} />
        </Field>
      </div>
    </Section>
  )
}
