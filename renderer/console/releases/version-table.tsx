import { Button, Tag } from 'antd'
import {
  type ListState,
  type Release,
  type ReleaseState,
  releaseStates,
  releaseSteps,
} from '../../../shared/api/release-contract.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { useAction } from '../draws/use-action.ts'
import { momentInWords } from '../parts/in-words.ts'
import type { Compared } from './comparison-drawer.tsx'

const colours: Readonly<Record<ReleaseState, string>> = {
  none: 'default',
  made: 'processing',
  reviewed: 'processing',
  approved: 'success',
  published: 'success',
  filed: 'success',
  returned: 'default',
}

/** How a list stands, as a mark; `adjusted`: it was approved and says something else by now. */
export function ReleaseTag({
  state,
  adjusted = false,
}: {
  readonly state: ReleaseState
  readonly adjusted?: boolean
}) {
  if (adjusted) return <Tag color="warning">已调整，待批准</Tag>
  return <Tag color={colours[state]}>{releaseStates[state]}</Tag>
}

/** The versions of a list with their steps and papers, the newest first. */
export function VersionTable({
  state,
  compare,
}: {
  readonly state: ListState
  readonly compare: (compared: Compared) => void
}) {
  const list = { subject: state.subject, year: state.year }
  return (
    <table className="rows versions">
      <thead>
        <tr>
          <th scope="col">版本</th>
          <th scope="col">状态</th>
          <th scope="col">经过和材料</th>
          <th scope="col">说明</th>
          <th scope="col">
            <span className="unseen">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {state.releases.map((release, index) => {
          const before = state.releases[index + 1]
          return (
            <tr key={release.id}>
              <td className="moment">
                第{release.number}版
                <span className="quiet version-size">{release.rows.toLocaleString('zh-CN')}条</span>
              </td>
              <td>
                <ReleaseTag state={release.state} />
              </td>
              <td>
                <StepList release={release} />
              </td>
              <td>{release.reason ?? <span className="quiet">—</span>}</td>
              <td className="action-column">
                {before === undefined ? null : (
                  <Button
                    size="small"
                    type="link"
                    onClick={() =>
                      compare({
                        list,
                        from: before.id,
                        to: release.id,
                        title: `${state.title}：第${before.number}版 → 第${release.number}版`,
                      })
                    }
                  >
                    与第{before.number}版比较
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function StepList({ release }: { readonly release: Release }) {
  const open = useOpenDocument()
  const action = useAction()
  return (
    <ul className="plain-list version-steps">
      <li>
        <span className="version-day">{momentInWords(release.at)}</span> 报审
      </li>
      {release.steps.map((step) => (
        <li key={`${step.step} ${step.at}`}>
          <span className="version-day">{step.date}</span> {releaseSteps[step.step]}：
          {[step.name, step.number, step.recipient, step.place, step.note]
            .filter((word) => word !== null)
            .join('，')}
          {step.paper === null ? null : (
            <Button
              size="small"
              type="link"
              disabled={action.busy}
              aria-label={`打开材料：${step.paper.name}`}
              onClick={() => {
                const { paper } = step
                if (paper !== null) void action.run(() => open(paper.id, 'preview'))
              }}
            >
              打开材料
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
