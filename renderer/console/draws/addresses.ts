/** Addresses of the 摇号 pages. */
export const addresses = {
  home: '/draws',
  fresh: '/draws/new',
  rehearsal: '/draws/new/rehearsal',
  draft: (id: string) => `/draws/draft/${id}`,
  session: (number: string) => `/draws/${number}`,
  amend: (number: string, kind: string, leaves = '') =>
    `/draws/${number}/${kind}${leaves === '' ? '' : `/${leaves}`}`,
} as const
