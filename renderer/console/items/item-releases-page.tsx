import { Segmented } from 'antd'
import { useState } from 'react'
import { Page } from '../parts/page.tsx'
import { ReleasePanel } from '../releases/release-panel.tsx'
import { ItemTabs } from './item-tabs.tsx'

/** 审核, 批准 and 公布 of the two lists: 随机抽查事项清单 and 多部门监管事项清单 (S1 附件2一). */
export function ItemReleasesPage() {
  const [subject, setSubject] = useState<'items' | 'joint-items'>('items')
  return (
    <Page title="事项清单" note="清单经批准后公布；调整以后重新报审，各版本可以比较。">
      <ItemTabs current="release" />
      <Segmented
        className="item-release-choice"
        value={subject}
        onChange={setSubject}
        options={[
          { value: 'items', label: '随机抽查事项清单' },
          { value: 'joint-items', label: '多部门监管事项清单' },
        ]}
      />
      <ReleasePanel key={subject} subject={subject} />
    </Page>
  )
}
