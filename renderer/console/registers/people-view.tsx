import { Alert, Segmented } from 'antd'
import type { Filters } from './register-calls.ts'

/** Which people are seen: those who inspect, or those who advise. */
export type PeopleView = 'inspectors' | 'advisers'

/** The filter that goes with a view. */
export const peopleFilters: Readonly<Record<PeopleView, Filters>> = {
  inspectors: { kind: ['执法人员'] },
  advisers: { kind: ['专家', '第三方'] },
}

/** 专家 and 第三方 are kept apart: they advise and never count towards the two who inspect (S3 第十一条). */
export function PeopleTabs({
  view,
  onView,
}: {
  readonly view: PeopleView
  readonly onView: (view: PeopleView) => void
}) {
  return (
    <div className="people-tabs">
      <Segmented<PeopleView>
        value={view}
        onChange={onView}
        options={[
          { value: 'inspectors', label: '执法人员' },
          { value: 'advisers', label: '专家和第三方' },
        ]}
      />
      {view === 'advisers' ? (
        <Alert
          type="info"
          showIcon
          title="专家和第三方协助检查、提供意见，不参加人员抽取；无论适用哪一部细则，都不计入每组至少两名的执法人员。"
        />
      ) : null}
    </div>
  )
}
