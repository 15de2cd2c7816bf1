/** The pages of the console in the order of the navigation: Ctrl and the number leads to each. */
export const pages = [
  { path: '/', title: '首页' },
  { path: '/objects', title: '检查对象' },
  { path: '/inspectors', title: '执法检查人员' },
  { path: '/items', title: '事项清单' },
  { path: '/recusals', title: '回避' },
  { path: '/draws', title: '摇号' },
  { path: '/records', title: '记录与台账' },
  { path: '/settings', title: '设置' },
  { path: '/help', title: '帮助' },
] as const
export type PagePath = (typeof pages)[number]['path']

/** The page that an address belongs to, and the rest of the address: `/draws/YL01-2026-0001`. */
export function pageOf(path: string): { readonly page: PagePath; readonly rest: string } {
  const first = `/${path.split('/')[1] ?? ''}`
  const page = pages.find((candidate) => candidate.path === first)?.path ?? '/'
  return { page, rest: page === '/' ? '' : path.slice(page.length + 1) }
}
