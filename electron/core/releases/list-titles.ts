import { type ListOf, releaseSubjects } from '../../../shared/api/release-contract.ts'

/** What papers of a version are kept under. */
export function releaseSubject(id: string): string {
  return `release:${id}`
}

/** A list by its name, a plan with its year. */
export function listTitle({ subject, year }: ListOf): string {
  return subject === 'plans' ? `${year}${releaseSubjects.plans}` : releaseSubjects[subject]
}
