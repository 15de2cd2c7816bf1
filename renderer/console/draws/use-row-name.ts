import { useQuery } from '@tanstack/react-query'
import { serialSchema } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'

/** The name that a register gives a full id today; a draft keeps the id alone. The id itself until it is read. */
export function useRowName(register: 'objects' | 'inspectors', id: string): string {
  const { core } = useApi()
  const serial = serialSchema.safeParse(id.slice(id.indexOf('-') + 1))
  const { data } = useQuery({
    queryKey: ['draws', 'name', register, id],
    enabled: serial.success,
    queryFn: async () =>
      serial.success ? (await core.registers[register].get({ serial: serial.data })).row.name : id,
  })
  return data ?? id
}
