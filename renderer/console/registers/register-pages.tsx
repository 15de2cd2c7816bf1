import type { RegisterName } from '../../../shared/registry/columns.ts'
/** Placeholder. */
export function RegisterPages({
  register,
  path,
}: {
  readonly register: RegisterName
  readonly path: string
}) {
  return (
    <p>
      正在准备。{register}
      {path}
    </p>
  )
}
