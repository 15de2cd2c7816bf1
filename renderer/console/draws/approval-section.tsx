import { Alert, Button, Empty, Input, Radio, Tag } from 'antd'
import { useState } from 'react'
import type { Scheme } from '../../../shared/api/scheme-contract.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { addressOf } from '../route.ts'
import type { BasisForm, PlatformForm } from './basis-form.ts'
import { Section } from './field.tsx'
import type { PlanForm } from './plan-form.ts'
import { placeOf, sectionTitles } from './plan-sections.ts'
import { SchemeApproval } from './scheme-approval.tsx'
import { SchemeDrawer } from './scheme-drawer.tsx'
import { usedWords } from './scheme-words.ts'

/** 批准: the approved 实施方案 that an official draw rests on, and under some presets the platform's task number. */
export function ApprovalSection({
  form,
  sample,
  schemes,
  preset,
  change,
}: {
  readonly form: PlanForm
  /** how many objects the draw comes to now; `null` until that is counted */
  readonly sample: number | null
  /** `undefined` until they are read */
  readonly schemes: readonly Scheme[] | undefined
  readonly preset: Preset | null
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const { basis, mode } = form
  if (basis.on === 'none') return null
  const place = placeOf('approval')
  const platform = preset?.platform ?? null
  return (
    <Section
      title={sectionTitles.approval}
      note={
        mode === 'official'
          ? '没有批准的实施方案，只能作为演练，也不能印发检查通知书'
          : '演练不需要批准；转为正式时再选'
      }
      place={place}
    >
      <Schemes basis={basis} form={form} sample={sample} schemes={schemes} change={change} />
      {platform === null || mode !== 'official' ? null : (
        <PlatformFields
          platform={form.platform}
          rule={{ name: platform.name, clause: platform.clause }}
          change={(next) => change({ platform: next })}
        />
      )}
    </Section>
  )
}

/** The schemes of this plan line, the approved ones to be chosen; the others can be finished in place. */
function Schemes({
  basis,
  form,
  sample,
  schemes,
  change,
}: {
  readonly basis: Extract<BasisForm, { readonly on: 'line' | 'outside' }>
  readonly form: PlanForm
  readonly sample: number | null
  readonly schemes: readonly Scheme[] | undefined
  readonly change: (patch: Partial<PlanForm>) => void
}) {
  const [drawer, setDrawer] = useState<{ readonly scheme: Scheme | null } | null>(null)
  const [approving, setApproving] = useState<Scheme | null>(null)
  const line = basis.on === 'line' ? basis.line : null
  const choose = (scheme: string) => change({ basis: { ...basis, scheme } })
  const undecided = basis.on === 'line' ? basis.line === null : form.items.length === 0 || basis.reason === ''
  if (undecided)
    return (
      <p className="draws-hint">
        {basis.on === 'line' ? '先选择计划项，再选它的实施方案。' : '先选择抽查事项和计划外抽查的理由。'}
      </p>
    )
  return (
    <>
      {schemes === undefined ? null : schemes.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有实施方案。程序按计划和执行细则先拟一份，改好以后报负责人批准。"
        >
          <Button type="primary" onClick={() => setDrawer({ scheme: null })}>
            拟定实施方案
          </Button>
        </Empty>
      ) : (
        <>
          <Radio.Group
            className="draws-schemes"
            aria-label="实施方案"
            value={basis.scheme}
            onChange={(event) => choose(event.target.value)}
          >
            {schemes.map((scheme) => (
              <SchemeRow
                key={scheme.id}
                scheme={scheme}
                edit={() => setDrawer({ scheme })}
                approve={() => setApproving(scheme)}
              />
            ))}
          </Radio.Group>
          <div className="draws-buttons">
            <Button type="dashed" onClick={() => setDrawer({ scheme: null })}>
              另拟一份实施方案
            </Button>
            <Button type="link" href={addressOf('/plans/schemes')}>
              打印实施方案
            </Button>
          </div>
        </>
      )}
      {drawer === null ? null : (
        <SchemeDrawer
          scheme={drawer.scheme}
          line={line}
          items={form.items}
          sample={sample}
          outside={basis.on === 'outside' ? basis.reason : null}
          close={() => setDrawer(null)}
        />
      )}
      {approving === null ? null : (
        <SchemeApproval
          scheme={approving}
          close={() => setApproving(null)}
          approved={(scheme) => choose(scheme.id)}
        />
      )}
    </>
  )
}

function SchemeRow({
  scheme,
  edit,
  approve,
}: {
  readonly scheme: Scheme
  readonly edit: () => void
  readonly approve: () => void
}) {
  const { approval, body } = scheme
  return (
    <div className="draws-scheme">
      <Radio value={scheme.id} disabled={approval === null} aria-label={body.title}>
        <span className="draws-scheme-title">{body.title}</span>
      </Radio>
      <Tag color={approval === null ? 'warning' : 'success'}>{approval === null ? '未批准' : '已批准'}</Tag>
      <span className="draws-buttons draws-scheme-buttons">
        <Button
          size="small"
          type="text"
          aria-label={`${approval === null ? '修改' : '查看'}：${body.title}`}
          onClick={edit}
        >
          {approval === null ? '修改' : '查看'}
        </Button>
        {approval === null ? (
          <Button size="small" aria-label={`登记批准：${body.title}`} onClick={approve}>
            登记批准
          </Button>
        ) : null}
      </span>
      <p className="draws-hint draws-scheme-below">
        {approval === null
          ? `实施时间 ${body.period}，计划检查 ${body.objects} 个对象。请印出报批，批准后登记文号和扫描件。`
          : `${approval.number}，${approval.name}，${approval.date} 批准。${usedWords(scheme)}`}
      </p>
    </div>
  )
}

/** 省平台任务号, or the ground for drawing here (S3 第六条). */
function PlatformFields({
  platform,
  rule: { name, clause },
  change,
}: {
  readonly platform: PlatformForm
  readonly rule: { readonly name: string; readonly clause: string | null }
  readonly change: (platform: PlatformForm) => void
}) {
  return (
    <div className="draws-platform">
      <Alert
        type="info"
        showIcon
        title={`${clause === null ? '' : `${clause}：`}抽取依托${name}实施。正式抽取须填任务号，或写明在本程序抽取的书面依据。`}
      />
      <div className="draws-row">
        <Radio.Group
          aria-label="平台"
          value={platform.by}
          onChange={(event) => change({ ...platform, by: event.target.value })}
          options={[
            { value: 'number', label: '平台任务号' },
            { value: 'ground', label: '在此抽取的书面依据' },
          ]}
        />
        <Input
          className="draws-platform-text"
          aria-label={platform.by === 'number' ? '平台任务号' : '在此抽取的书面依据'}
          placeholder={platform.by === 'number' ? '平台给出的任务编号' : '文号和事由'}
          value={platform.text}
          onChange={(event) => change({ ...platform, text: event.target.value })}
        />
      </div>
    </div>
  )
}
