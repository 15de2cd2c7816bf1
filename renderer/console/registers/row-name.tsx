import { useQuery } from '@tanstack/react-query'
import { serialSchema } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { readRowOf } from './register-calls.ts'

/** The name of an object or an inspector whose serial a recusal keeps. */
export function RowName({
  register,
  serial,
}: {
  readonly register: 'objects' | 'inspectors'
  readonly serial: string
}) {
  const { core } = useApi()
  const found = useQuery({
    queryKey: ['row-name', register, serial],
    queryFn: ({ signal }) => readRowOf(core, register, serialSchema.parse(serial), signal),
    staleTime: 60_000,
  })
  if (found.data === undefined) return <span className="quiet">{serial}</span>
  return (
    <>
      {'name' in found.data.row ? found.data.row.name : serial}
      {found.data.change === 'retired' ? <span className="quiet">（已停用）</span> : null}
    </>
  )
}
