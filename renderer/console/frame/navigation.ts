/** How the navigation groups its pages; the first group has no heading. */
export const pageGroups = ['', '名录', '计划与摇号', '记录', '系统'] as const
export type PageGroup = (typeof pageGroups)[number]

/** The pages of the console in the order of the navigation; Ctrl and the digit leads to those that have one. */
export const pages = [
  { path: '/', title: '首页', digit: 1, group: '' },
  { path: '/objects', title: '检查对象', digit: 2, group: '名录' },
  { path: '/inspectors', title: '执法检查人员', digit: 3, group: '名录' },
  { path: '/items', title: '事项清单', digit: 4, group: '名录' },
  { path: '/powers', title: '权责清单', digit: null, group: '名录' },
  { path: '/recusals', title: '回避', digit: 5, group: '名录' },
  { path: '/plans', title: '年度计划', digit: 0, group: '计划与摇号' },
  { path: '/draws', title: '摇号', digit: 6, group: '计划与摇号' },
  { path: '/papers', title: '文书', digit: null, group: '计划与摇号' },
  { path: '/visits', title: '非双随机检查', digit: null, group: '计划与摇号' },
  { path: '/year', title: '年度总览', digit: null, group: '记录' },
  { path: '/records', title: '记录与台账', digit: 7, group: '记录' },
  { path: '/settings', title: '设置', digit: 8, group: '系统' },
  { path: '/help', title: '帮助', digit: 9, group: '系统' },
] as const
export type PagePath = (typeof pages)[number]['path']

/** The page that an address belongs to, and the rest of the address: `/draws/YL01-2026-0001`. */
export function pageOf(path: string): { readonly page: PagePath; readonly rest: string } {
  const first = `/${path.split('/')[1] ?? ''}`
  const page = pages.find((candidate) => candidate.path === first)?.path ?? '/'
  return { page, rest: page === '/' ? '' : path.slice(page.length + 1) }
}
