import { Alert, Drawer, Tabs } from 'antd'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import type { AnyVersion } from './register-calls.ts'
import { maskedValue, registerFields } from './register-fields.ts'
import { registerPageWords } from './register-page-words.ts'
import { RowHistory } from './row-history.tsx'
import { RowName } from './row-name.tsx'

/** A row as it stood on another day: to be read, not to be mended. */
export function PastRow({
  register,
  version,
  day,
  onClose,
}: {
  readonly register: RegisterName
  readonly version: AnyVersion
  readonly day: string
  readonly onClose: () => void
}) {
  const values = new Map<string, FieldValue>(Object.entries(version.row))
  const fields = (
    <>
      <Alert className="problem" type="info" showIcon title={`这是 ${day} 终了时的内容，只能查看。`} />
      <dl className="past-fields">
        {registerFields(register).map((field) => {
          const value = values.get(field.field)
          const words = maskedValue(value, field)
          return (
            <div key={field.field}>
              <dt>{field.title}</dt>
              <dd>
                {field.type === 'object' || field.type === 'inspector' ? (
                  <RowName
                    register={field.type === 'object' ? 'objects' : 'inspectors'}
                    serial={String(value)}
                  />
                ) : words === '' ? (
                  <span className="nothing">—</span>
                ) : (
                  words
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={`${registerPageWords[register].one} ${version.serial}`}
      className="row-drawer"
    >
      <Tabs
        items={[
          { key: 'fields', label: '当日内容', children: fields },
          {
            key: 'history',
            label: '历次变更',
            children: <RowHistory register={register} serial={version.serial} />,
          },
        ]}
      />
    </Drawer>
  )
}
