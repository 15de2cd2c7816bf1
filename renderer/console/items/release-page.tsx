import { Segmented } from 'antd'
import { useState } from 'react'
import { releaseSubjects } from '../../../shared/api/release-contract.ts'
import { ReleasePanel } from '../releases/release-panel.tsx'
import { ItemPage } from './item-page.tsx'

const subjects = ['items', 'joint-items'] as const

/** 审核, 批准, 公布 of the two lists of items (S1 附件2一, S2 第七条). */
export function ReleasePage() {
  const [subject, choose] = useState<(typeof subjects)[number]>('items')
  return (
    <ItemPage tab="release" note="清单经审核、批准以后公布；每次报审的内容都留存，可以与现在的清单比较。">
      <div className="register-tools">
        <Segmented
          aria-label="清单"
          value={subject}
          options={subjects.map((value) => ({ value, label: releaseSubjects[value] }))}
          onChange={choose}
        />
      </div>
      <ReleasePanel key={subject} subject={subject} />
    </ItemPage>
  )
}
