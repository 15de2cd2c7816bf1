import { Alert, Button, Input, Radio, Select } from 'antd'
import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import { cited } from '../../../shared/rules/cited.ts'
import { addressOf } from '../route.ts'
import { type BasisForm, basisInMode } from './basis-form.ts'
import { ConfidentialField, ModeField } from './ceremony-fields.tsx'
import { Field, Section } from './field.tsx'
import { ratioText } from './item-proposal.ts'
import type { PlanForm } from './plan-form.ts'
import { placeOf, sectionTitles } from './plan-sections.ts'
import { RefusalNote } from './refusal-note.tsx'
import { type OfferedLine, usePreset } from './use-rules.ts'

/** What the section can ask for: a change of what the draw rests on brings a proposal with it. */
export interface BasisChoice {
  readonly chooseLine: (line: OfferedLine['serial']) => void
  readonly chooseItems: (items: readonly string[]) => void
  readonly busy: boolean
  readonly refusal: string | null
}

/** ① 计划项: what the draw rests on, which items, what it is called. */
export function BasisSection({
  form,
  year,
  lines,
  items,
  proposal,
  outside,
  choice,
  change,
}: {
  readonly form: PlanForm
  readonly year: number
  /** `undefined` until they are read */
  readonly lines: readonly OfferedLine[] | undefined
  readonly items: readonly { readonly name: string; readonly category: string | null }[]
  readonly proposal: DrawProposal | null
  /** what the 执行细则 says of draws outside any plan */
  readonly outside: { readonly reasons: readonly string[]; readonly sentence: string } | null
  readonly choice: BasisChoice
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const { basis, mode } = form
  const publicity = usePreset()?.publicity
  const secrecy = publicity?.when === 'confidential' ? cited(publicity) : null
  const put = (next: BasisForm) => change({ basis: next })
  return (
    <Section title={sectionTitles.basis} place={placeOf('basis')}>
      <div className="draws-grid draws-grid-2">
        <ModeField
          mode={mode}
          change={(patch) => change({ ...patch, basis: basisInMode(basis, patch.mode ?? mode) })}
        />
        <ConfidentialField confidential={form.confidential} rule={secrecy} change={change} />
        <div className="draws-field draws-field-wide">
          <span className="draws-field-label">依据</span>
          <Radio.Group
            aria-label="依据"
            value={basis.on}
            onChange={(event) => put(basisOn(event.target.value))}
            options={[
              { value: 'line', label: '年度计划的计划项' },
              { value: 'outside', label: '计划外抽查' },
              ...(mode === 'official' ? [] : [{ value: 'none', label: '不依据计划（只能是演练）' }]),
            ]}
          />
        </div>
        {basis.on === 'line' ? (
          <LineChoice
            chosen={basis.line}
            year={year}
            lines={lines}
            proposal={proposal}
            choice={choice}
            rehearse={mode === 'official' ? () => change({ mode: 'rehearsal', basis: { on: 'none' } }) : null}
          />
        ) : (
          <Field
            label="抽查事项"
            hint={basis.on === 'none' ? '比例按事项清单提出，可以改' : '分层按执行细则提出，可以改'}
            wide
          >
            <Select
              mode="multiple"
              aria-label="抽查事项"
              placeholder="从事项清单中选择"
              loading={choice.busy}
              value={[...form.items]}
              options={items.map(({ name, category }) => ({
                value: name,
                label: category === null ? name : `${name}（${category}）`,
              }))}
              onChange={choice.chooseItems}
            />
          </Field>
        )}
        {basis.on === 'outside' && outside !== null ? (
          <OutsideReason basis={basis} outside={outside} change={put} />
        ) : null}
        <Field label="任务名称">
          <Input value={form.taskName} onChange={(event) => change({ taskName: event.target.value })} />
        </Field>
        <Field label="任务文号" hint="没有可不填">
          <Input
            value={form.documentNumber}
            onChange={(event) => change({ documentNumber: event.target.value })}
          />
        </Field>
      </div>
      <RefusalNote sentence={choice.refusal} />
      {proposal === null || proposal.confirmed ? null : (
        <Alert
          className="draws-note"
          type="warning"
          showIcon
          title="还没有人确认这个事项适用于哪些对象"
          description={
            mode === 'official'
              ? '正式抽取之前，请在“事项清单”中确认适用种类和适用经营类别；现在的名单按清单中“检查对象”的原文暂列，只能演练。'
              : '名单按清单中“检查对象”的原文暂列，纸面上会注明。'
          }
          action={
            <Button size="small" href={addressOf('/items/applying')}>
              去确认
            </Button>
          }
        />
      )}
    </Section>
  )
}

function basisOn(on: BasisForm['on']): BasisForm {
  if (on === 'line') return { on, line: null, scheme: null }
  return on === 'outside' ? { on, reason: '', scheme: null } : { on }
}

/** The plan lines of the year, and what the chosen one says. */
function LineChoice({
  chosen,
  year,
  lines,
  proposal,
  choice,
  rehearse,
}: {
  readonly chosen: string | null
  readonly year: number
  readonly lines: readonly OfferedLine[] | undefined
  readonly proposal: DrawProposal | null
  readonly choice: BasisChoice
  readonly rehearse: (() => void) | null
}) {
  const row = lines?.find(({ serial }) => serial === chosen)
  if (lines?.length === 0)
    return (
      <div className="draws-field-wide">
        <Alert
          type="info"
          showIcon
          title={`${year}年度还没有计划项`}
          description="正式抽取依据年度计划进行：请先在“年度计划”中登记或导入，经批准后再抽取。只想试一试的，可以不依据计划演练。"
          action={
            <span className="draws-alert-buttons">
              <Button size="small" href={addressOf('/plans')}>
                去年度计划
              </Button>
              {rehearse === null ? null : (
                <Button size="small" onClick={rehearse}>
                  改为演练
                </Button>
              )}
            </span>
          }
        />
      </div>
    )
  return (
    <>
      <Field label="计划项" hint={`${year}年度`} wide>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label="计划项"
          placeholder="按计划编号、事项或股室查找"
          loading={lines === undefined || choice.busy}
          value={chosen}
          options={(lines ?? []).map(({ serial, line }) => ({
            value: serial,
            label: [
              `${line.number}　${[line.item, ...line.furtherItems].join('、')}`,
              [
                line.department,
                line.ratio === null ? null : `${ratioText(line.ratio)}%`,
                line.frequency === null ? null : `每年${line.frequency}次`,
              ]
                .filter((part) => part !== null)
                .join('，'),
            ]
              .filter((part) => part !== '')
              .join('　'),
          }))}
          onChange={choice.chooseLine}
        />
      </Field>
      {row === undefined || proposal === null ? null : (
        <dl className="draws-line draws-field-wide" aria-label="所选计划项">
          <Fact title="抽查事项" value={proposal.items.join('、')} wide />
          <Fact title="责任股室" value={row.line.department ?? '未写明'} />
          <Fact
            title="抽查比例"
            value={row.line.ratio === null ? '未写明' : `${ratioText(row.line.ratio)}%`}
          />
          <Fact
            title="今年已抽"
            value={`${proposal.drawn} 次${proposal.planned === null ? '' : `，计划 ${proposal.planned} 次`}`}
          />
          <Fact title="抽查时间" value={row.line.period ?? '未写明'} />
        </dl>
      )}
    </>
  )
}

function Fact({
  title,
  value,
  wide = false,
}: {
  readonly title: string
  readonly value: string
  readonly wide?: boolean
}) {
  return (
    <div className={wide ? 'draws-line-wide' : undefined}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Why a draw is in no plan: a reason that the 执行细则 allows, or the sentence that allows none. */
function OutsideReason({
  basis,
  outside: { reasons, sentence },
  change,
}: {
  readonly basis: Extract<BasisForm, { readonly on: 'outside' }>
  readonly outside: { readonly reasons: readonly string[]; readonly sentence: string }
  readonly change: (basis: BasisForm) => void
}) {
  if (reasons.length === 0)
    return (
      <div className="draws-field-wide">
        <Alert type="warning" showIcon title="执行细则不允许计划外抽查" description={sentence} />
      </div>
    )
  return (
    <Field label="计划外抽查的理由" hint="印在记录表、校验单和公示稿上" wide>
      <Select
        aria-label="计划外抽查的理由"
        placeholder="执行细则所允许的理由"
        value={basis.reason === '' ? null : basis.reason}
        options={reasons.map((reason) => ({ value: reason, label: reason }))}
        onChange={(reason: string) => change({ ...basis, reason })}
      />
    </Field>
  )
}
