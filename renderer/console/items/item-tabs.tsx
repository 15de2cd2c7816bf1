import './items.css'
import { Tabs } from 'antd'
import { go } from '../route.ts'
import { useApplying, useCoverage, usePowers } from './item-calls.ts'

/** The parts of the page of items: the part of the address after `/items/`. */
export const itemTabs = ['', 'applying', 'joint', 'left-out', 'coverage', 'release'] as const
export type ItemTab = (typeof itemTabs)[number]

/** The tabs of the page of items; a number says how much waits there. */
export function ItemTabs({ current }: { readonly current: ItemTab }) {
  const applying = useApplying().data
  const powers = usePowers().data
  const coverage = useCoverage().data
  const unconfirmed = (applying?.items ?? []).filter((item) => item.included && !item.confirmed).length
  const open = (powers?.powers ?? []).filter(({ standing }) => standing === 'open').length
  const short = (coverage?.fields ?? []).filter(({ met }) => met === false).length
  const words: Readonly<Record<ItemTab, string>> = {
    '': '清单',
    applying: waiting('适用对象', unconfirmed, '项待确认'),
    joint: '多部门监管事项',
    'left-out': waiting('不纳入及权责清单', open, '项待处理'),
    coverage: waiting('覆盖率', short, '个领域未达标'),
    release: '审核公布',
  }
  return (
    <Tabs
      className="item-tabs"
      activeKey={current}
      items={itemTabs.map((tab) => ({ key: tab, label: words[tab] }))}
      onChange={(tab) => go(tab === '' ? '/items' : `/items/${tab}`)}
    />
  )
}

function waiting(title: string, count: number, unit: string): string {
  return count === 0 ? title : `${title}（${count}${unit}）`
}
