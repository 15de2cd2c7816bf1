import type { ReactNode } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { DuplicatesPage } from '../imports/duplicates-page.tsx'
import { ImportPage } from '../imports/import-page.tsx'
import { ImportsPage } from '../imports/imports-page.tsx'
import { ReleasePage } from '../releases/release-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { RevisionsPage } from './revisions-page.tsx'

/** The pages of one register: the register itself, an import into it, the imports that were made, the revisions. */
export function RegisterPages({
  register,
  path,
  above,
}: {
  readonly register: RegisterName
  readonly path: string
  /** what stands above the register's table */
  readonly above?: ReactNode
}) {
  if (path === 'import') return <ImportPage key={register} register={register} />
  if (path === 'imports') return <ImportsPage key={register} register={register} />
  if (path === 'duplicates' && (register === 'objects' || register === 'inspectors'))
    return <DuplicatesPage key={register} register={register} />
  if (path === 'release' && (register === 'objects' || register === 'inspectors'))
    return <ReleasePage key={register} register={register} />
  if (path === 'revisions') return <RevisionsPage />
  return <RegisterPage key={register} register={register} above={above} />
}
