import './items.css'
import { Alert } from 'antd'
import { objectKinds } from '../../../shared/registry/inspection-object.ts'
import { countApplied } from '../../../shared/registry/object-cells.ts'
import { usePreset } from '../draws/use-rules.ts'
import type { TypedValues } from '../registers/row-values.ts'
import { useApplying } from './item-calls.ts'
import { typedBounds } from './typed-bounds.ts'

/** What the program has to say of a part of an item's form, as it stands: counts, bounds, what a new name entails. */
export function ItemGroupNote({
  group,
  typed,
  original,
}: {
  readonly group: string | null
  readonly typed: TypedValues
  readonly original: TypedValues
}) {
  switch (group) {
    case '基本':
      return <RenamedNote typed={typed} original={original} />
    case '不纳入双随机':
      return (
        <p className="group-note">
          {typed.included === false
            ? '不纳入双随机的事项须写明充分的理由，随清单一并公布。'
            : '这一事项已纳入双随机，理由可以清空。'}
        </p>
      )
    case '适用对象':
      return <AppliedNote typed={typed} />
    case '法定比例和频次':
      return <BoundsNote typed={typed} />
    case '联合抽查':
      return <p className="group-note">填写联合部门以后，这一事项列入多部门监管事项清单。</p>
    default:
      return null
  }
}

/** Plans, powers and objects name an item by its name. */
function RenamedNote({ typed, original }: { readonly typed: TypedValues; readonly original: TypedValues }) {
  if (original.name === '' || typed.name === original.name) return null
  return (
    <Alert
      type="warning"
      showIcon
      title="事项改名以后，年度计划、权责清单和检查对象中写着原名的条目不再对应这一事项，请一并修改。"
    />
  )
}

function AppliedNote({ typed }: { readonly typed: TypedValues }) {
  const { data } = useApplying()
  if (data === undefined) return null
  const kinds = objectKinds.filter((kind) => listOf(typed.appliesKinds).includes(kind))
  const categories = listOf(typed.appliesCategories)
  const name = typeof typed.name === 'string' ? typed.name : ''
  const { all, inBusiness } = countApplied(
    { name, appliesKinds: kinds, appliesCategories: [...categories] },
    data.cells,
    data.items.find((item) => item.name === name)?.named ?? [],
  )
  return (
    <p className="group-note">
      {kinds.length + categories.length === 0
        ? '还没有确认适用对象：种类和经营类别至少选一项；两项都选的，对象须同时符合。'
        : `适用 ${all.toLocaleString('zh-CN')} 个对象，其中存续 ${inBusiness.toLocaleString('zh-CN')} 个。`}
    </p>
  )
}

function BoundsNote({ typed }: { readonly typed: TypedValues }) {
  const preset = usePreset()
  if (preset === null) return null
  return (
    <dl className="bounds-note">
      {typedBounds(preset, typed).map(({ title, ok, sentences }) => (
        <div key={title} className={ok ? undefined : 'bounds-broken'}>
          <dt>实际适用的{title}</dt>
          <dd>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function listOf(value: TypedValues[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value : []
}
