import type { RegisterName } from '../../../shared/registry/columns.ts'
import { ImportPage } from '../imports/import-page.tsx'
import { ImportsPage } from '../imports/imports-page.tsx'
import { RegisterPage } from './register-page.tsx'

/** The pages of one register: the register itself, an import into it, the imports that were made. */
export function RegisterPages({
  register,
  path,
}: {
  readonly register: RegisterName
  readonly path: string
}) {
  if (path === 'import') return <ImportPage key={register} register={register} />
  if (path === 'imports') return <ImportsPage key={register} register={register} />
  return <RegisterPage key={register} register={register} />
}
