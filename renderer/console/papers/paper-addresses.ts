/** The parts of a draw's page of papers: what stands in the address after its number. */
export const paperTabs = {
  '': '文书',
  entry: '文书要素',
  visits: '检查情况',
  notices: '公示',
  archive: '档案',
} as const
export type PaperTab = keyof typeof paperTabs

/** Addresses of the 文书 pages. */
export const paperAddresses = {
  home: '/papers',
  blank: '/papers/blank',
  of: (number: string, tab: PaperTab = '') => `/papers/${number}${tab === '' ? '' : `/${tab}`}`,
} as const

/** The tab that the rest of an address names; the first for anything else. */
export function paperTabOf(name: string): PaperTab {
  return name === 'entry' || name === 'visits' || name === 'notices' || name === 'archive' ? name : ''
}
