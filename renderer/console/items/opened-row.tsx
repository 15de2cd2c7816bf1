import { useQuery } from '@tanstack/react-query'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { readRowOf } from '../registers/register-calls.ts'
import { RowDrawer } from '../registers/row-drawer.tsx'

/** The drawer of a row of which only the serial is at hand. */
export function OpenedRow({
  register,
  serial,
  onClose,
}: {
  readonly register: 'items' | 'powers'
  readonly serial: Serial
  readonly onClose: () => void
}) {
  const { core } = useApi()
  const found = useQuery({
    queryKey: ['opened-row', register, serial],
    queryFn: ({ signal }) => readRowOf(core, register, serial, signal),
  })
  return found.data === undefined ? null : (
    <RowDrawer register={register} version={found.data} onClose={onClose} />
  )
}
