import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { Changes } from './changes.tsx'
import type { AnyVersion } from './register-calls.ts'
import { changedFields } from './row-values.ts'

const changeWords = { added: '新增', changed: '修改', retired: '停用' } as const

/** Every version of a row, the newest first: when, by whom, why, and what was different. */
export function RowHistory({
  register,
  serial,
}: {
  readonly register: RegisterName
  readonly serial: Serial
}) {
  const { core } = useApi()
  const history = useQuery({
    queryKey: ['row-history', register, serial],
    queryFn: async ({ signal }): Promise<readonly AnyVersion[]> =>
      core.registers[register].history({ serial }, { signal }),
  })
  const versions = history.data ?? []
  return (
    <div className="row-history">
      <Problem error={history.error} retry={() => void history.refetch()} />
      <ol>
        {versions
          .map((version, index) => ({ version, before: versions[index - 1] }))
          .reverse()
          .map(({ version, before }) => (
            <li key={version.version}>
              <p>
                <Tag color={version.change === 'retired' ? 'error' : 'processing'}>
                  {changeWords[version.change]}
                </Tag>
                <strong>{momentInWords(version.at)}</strong> {version.by}
                {version.importId === null ? null : <span className="quiet">第{version.importId}次导入</span>}
              </p>
              {version.reason === null ? null : <p>原因：{version.reason}</p>}
              {before === undefined || version.change === 'retired' ? null : (
                <Changes changes={changedFields(register, before.row, version.row)} />
              )}
            </li>
          ))}
      </ol>
    </div>
  )
}
