import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Input, Spin } from 'antd'
import { useState } from 'react'
import { describeIssue } from '../../../shared/api/describe-issue.ts'
import { type Scheme, type SchemeBody, schemeBodySchema } from '../../../shared/api/scheme-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import type { BasisForm } from './basis-form.ts'
import { Field } from './field.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

type Line = Extract<BasisForm, { readonly on: 'line' }>['line']
type Typed = Readonly<Record<TextField | 'inspectors' | 'objects', string>>
type TextField = (typeof textFields)[number][0]

/** The fields of S2 第九条, each with its rows; one row is a line of its own. */
const textFields = [
  ['title', '名称', 1],
  ['period', '实施时间', 1],
  ['purpose', '检查目的', 3],
  ['procedure', '检查程序', 5],
  ['division', '工作分工', 3],
  ['confidentiality', '保密要求', 2],
] as const satisfies readonly (readonly [keyof SchemeBody, string, number])[]

/** An 实施方案 in place: proposed from the plan line, changed until it is approved, read afterwards. */
export function SchemeDrawer({
  scheme,
  line,
  items,
  sample,
  outside,
  close,
}: {
  /** `null` for a new one */
  readonly scheme: Scheme | null
  readonly line: Line
  readonly items: readonly string[]
  /** how many objects the draw comes to, where the plan does not say */
  readonly sample: number | null
  readonly outside: string | null
  readonly close: () => void
}) {
  const { query } = useApi()
  const proposed = useQuery(
    query.schemes.propose.queryOptions({
      input: { line, items: [...items] },
      enabled: scheme === null,
      // What is being written is not asked for anew.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  const first =
    scheme?.body ??
    (proposed.data === undefined || sample === null || sample === 0
      ? proposed.data
      : { objects: sample, ...proposed.data })
  return (
    <Drawer open size={640} onClose={close} title={scheme === null ? '拟定实施方案' : '实施方案'}>
      <Problem error={proposed.error} />
      {first === undefined ? (
        proposed.error === null ? (
          <Spin />
        ) : null
      ) : (
        <SchemeForm first={first} scheme={scheme} line={line} items={items} outside={outside} close={close} />
      )}
    </Drawer>
  )
}

function SchemeForm({
  first,
  scheme,
  line,
  items,
  outside,
  close,
}: {
  readonly first: Partial<SchemeBody>
  readonly scheme: Scheme | null
  readonly line: Line
  readonly items: readonly string[]
  readonly outside: string | null
  readonly close: () => void
}) {
  const { core } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const [typed, setTyped] = useState<Typed>(() => typedOf(first))
  const [problems, setProblems] = useState<readonly string[]>([])
  const fixed = scheme?.approval != null
  const put = (field: keyof Typed, value: string) => setTyped({ ...typed, [field]: value })
  const save = () => {
    const read = schemeBodySchema.safeParse({
      ...Object.fromEntries(textFields.map(([field]) => [field, typed[field].trim()])),
      items: first.items ?? [...items],
      inspectors: numberOf(typed.inspectors),
      objects: numberOf(typed.objects),
      outside: first.outside ?? outside,
    })
    if (!read.success) {
      setProblems(
        read.error.issues.map((issue) => `${titleOf(issue.path[0])}：${describeIssue(issue).problem}`),
      )
      return
    }
    setProblems([])
    void action.run(async () => {
      await core.schemes.save({ id: scheme?.id ?? null, line, body: read.data })
      void message.success('实施方案已保存，尚未批准')
      close()
    })
  }
  return (
    <form
      className="draws-scheme-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className="draws-hint">
        {fixed ? '已经批准，不能再改；要改的请另拟一份。' : '按计划和执行细则拟出，请逐项核对修改。'}
        检查事项：
        {(first.items ?? items).join('、')}
      </p>
      {textFields.map(([field, label, rows]) => (
        <Field key={field} label={label}>
          {rows === 1 ? (
            <Input
              value={typed[field]}
              readOnly={fixed}
              onChange={(event) => put(field, event.target.value)}
            />
          ) : (
            <Input.TextArea
              rows={rows}
              readOnly={fixed}
              value={typed[field]}
              onChange={(event) => put(field, event.target.value)}
            />
          )}
        </Field>
      ))}
      <div className="draws-grid draws-grid-2">
        <Field label="执法人员数量">
          <Input
            inputMode="numeric"
            suffix="人"
            readOnly={fixed}
            value={typed.inspectors}
            onChange={(event) => put('inspectors', event.target.value)}
          />
        </Field>
        <Field label="被检查对象数量">
          <Input
            inputMode="numeric"
            suffix="个"
            readOnly={fixed}
            value={typed.objects}
            onChange={(event) => put('objects', event.target.value)}
          />
        </Field>
      </div>
      <RefusalNote sentence={problems.length === 0 ? null : `没有保存。${problems.join('；')}`} />
      <RefusalNote sentence={action.refusal} />
      <div className="draws-buttons">
        {fixed ? (
          <Button onClick={close}>关闭</Button>
        ) : (
          <>
            <Button type="primary" htmlType="submit" loading={action.busy}>
              保存实施方案
            </Button>
            <Button onClick={close}>返回</Button>
          </>
        )}
      </div>
    </form>
  )
}

function typedOf(body: Partial<SchemeBody>): Typed {
  return {
    title: body.title ?? '',
    period: body.period ?? '',
    purpose: body.purpose ?? '',
    procedure: body.procedure ?? '',
    division: body.division ?? '',
    confidentiality: body.confidentiality ?? '',
    inspectors: body.inspectors === undefined ? '' : String(body.inspectors),
    objects: body.objects === undefined ? '' : String(body.objects),
  }
}

function numberOf(typed: string): number {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN
}

function titleOf(field: PropertyKey | undefined): string {
  if (field === 'inspectors') return '执法人员数量'
  if (field === 'objects') return '被检查对象数量'
  if (field === 'items') return '检查事项'
  return textFields.find(([known]) => known === field)?.[1] ?? ''
}
