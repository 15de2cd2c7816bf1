import { EyeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { recusalReasonCodes } from '../../../shared/registry/recusal.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { useDebounced } from '../parts/use-debounced.ts'
import { searchRegister } from './register-calls.ts'
import { maskedValue, type RegisterField, recusalReasonTitles } from './register-fields.ts'
import { RowName } from './row-name.tsx'

interface ControlProps {
  readonly id: string
  readonly field: RegisterField
  readonly value: FieldValue
  readonly disabled: boolean
  readonly invalid: boolean
  readonly onChange: (value: FieldValue) => void
}

const longTexts: ReadonlySet<string> = new Set([
  'basis',
  'content',
  'exceptionReason',
  'reasonNotIncluded',
  'remark',
  'reason',
  'steps',
  'use',
])

/** The control of one field, as its column is read. */
export function FieldControl(props: ControlProps) {
  const { id, field, value, disabled, invalid, onChange } = props
  const status = invalid ? 'error' : undefined
  switch (field.type) {
    case 'word':
    case 'words':
      return (
        <Select
          id={id}
          status={status}
          disabled={disabled}
          mode={field.type === 'words' ? 'multiple' : undefined}
          allowClear
          value={field.type === 'words' ? value : (value ?? undefined)}
          placeholder="未填写"
          options={(field.column?.words?.words ?? []).map((word) => ({ value: word, label: word }))}
          onChange={(next: FieldValue | undefined) => onChange(next ?? null)}
        />
      )
    case 'list':
      return <ListControl {...props} />
    case 'yes-no':
      return (
        <Radio.Group
          id={id}
          disabled={disabled}
          value={value}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
          onChange={(event) => onChange(event.target.value === true)}
        />
      )
    case 'reason-code':
      return (
        <Select
          id={id}
          disabled={disabled}
          allowClear
          value={value ?? undefined}
          placeholder="按事由自动归类"
          options={recusalReasonCodes.map((code) => ({ value: code, label: recusalReasonTitles[code] }))}
          onChange={(next: FieldValue | undefined) => onChange(next ?? null)}
        />
      )
    case 'object':
      return <RowControl {...props} register="objects" />
    case 'inspector':
      return <RowControl {...props} register="inspectors" />
    case 'phone':
    case 'identity':
      return <CoveredControl {...props} />
    default:
      return longTexts.has(field.field) ? (
        <Input.TextArea
          id={id}
          status={status}
          disabled={disabled}
          rows={2}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          id={id}
          status={status}
          disabled={disabled}
          value={String(value ?? '')}
          placeholder={placeholders[field.type]}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

const placeholders: Readonly<Partial<Record<RegisterField['type'], string>>> = {
  date: '如 2027-06-30',
  ratio: '如 5%',
  count: '每年次数，如 1',
  uscc: '18位，末位为校验码',
}

/** Fields of many words whose words usually stand in a field of the objects already. */
const wordsOfObjects: Readonly<Record<string, string>> = {
  appliesCategories: 'businessCategory',
  businessCategories: 'businessCategory',
  regions: 'region',
}

/** Several words, typed one by one; those that the register of objects holds are offered. */
function ListControl({ id, field, value, disabled, invalid, onChange }: ControlProps) {
  const { query } = useApi()
  const source = wordsOfObjects[field.field]
  const facets = useQuery(
    query.registers.objects.facets.queryOptions({ input: {}, enabled: source !== undefined && !disabled }),
  )
  const known =
    source === undefined ? [] : (facets.data?.[source] ?? []).filter((facet) => facet.value !== '')
  return (
    <Select
      id={id}
      status={invalid ? 'error' : undefined}
      disabled={disabled}
      mode="tags"
      value={value}
      placeholder={known.length === 0 ? '可填多项，每项后按回车' : '可选多项，也可以输入后按回车'}
      notFoundContent={null}
      // Where nothing is offered there is no list to open: it would only repeat what was typed.
      {...(known.length === 0 ? { open: false, suffixIcon: null } : {})}
      options={known.map((facet) => ({
        value: facet.value,
        label: `${facet.value}（${facet.count.toLocaleString('zh-CN')}）`,
      }))}
      optionLabelProp="value"
      onChange={(next: FieldValue) => onChange(next)}
    />
  )
}

/** Phone and identity numbers are covered until somebody asks to see them. */
function CoveredControl({ id, field, value, disabled, invalid, onChange }: ControlProps) {
  const [shown, show] = useState(value === '' || value === null)
  if (shown)
    return (
      <Input
        id={id}
        status={invalid ? 'error' : undefined}
        disabled={disabled}
        autoComplete="off"
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <span className="covered">
      <span className="code">{maskedValue(value, field)}</span>
      <Button id={id} size="small" icon={<EyeOutlined aria-hidden />} onClick={() => show(true)}>
        显示
      </Button>
    </span>
  )
}

function RowControl({
  id,
  value,
  disabled,
  invalid,
  onChange,
  register,
}: ControlProps & { readonly register: 'objects' | 'inspectors' }) {
  const { core } = useApi()
  const [piece, setPiece] = useState('')
  const settled = useDebounced(piece, 120)
  const found = useQuery({
    queryKey: ['row-choice', register, settled],
    queryFn: ({ signal }) => searchRegister(core, register, { piece: settled, limit: 30 }, signal),
    placeholderData: (before) => before,
    enabled: !disabled,
  })
  const known = typeof value === 'string' && value !== '' ? value : undefined
  const options = (found.data?.rows ?? []).flatMap(({ serial, row }) =>
    'name' in row ? [{ value: String(serial), label: `${row.name}（${row.department ?? serial}）` }] : [],
  )
  return (
    <Select
      id={id}
      status={invalid ? 'error' : undefined}
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setPiece }}
      value={known}
      placeholder="输入名称或拼音首字母查找"
      notFoundContent={found.isPending ? '正在查找' : '没有找到'}
      options={options}
      labelRender={({ label, value: serial }) =>
        label ?? <RowName register={register} serial={String(serial)} />
      }
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}
