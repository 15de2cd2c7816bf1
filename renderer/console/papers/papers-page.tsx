import './papers.css'
import { BlankPage } from './blank-page.tsx'
import { DrawPapers } from './draw-papers.tsx'
import { useLeaveGuard } from './entry-drafts.ts'
import { paperTabOf } from './paper-addresses.ts'
import { PapersHome } from './papers-home.tsx'

/** 文书: the list of draws, the blank forms, or the papers of one draw, as the rest of the address says. */
export function PapersPage({ path }: { readonly path: string }) {
  useLeaveGuard()
  const [first = '', second = ''] = path.split('/').map(decodeURIComponent)
  if (first === '') return <PapersHome />
  if (first === 'blank') return <BlankPage />
  return <DrawPapers key={first} number={first} tab={paperTabOf(second)} />
}
