import { RegisterPages } from '../registers/register-pages.tsx'

/** 年度计划: the plan lines of the offices. */
export function PlansPage({ path }: { readonly path: string }) {
  return <RegisterPages register="plans" path={path} />
}
