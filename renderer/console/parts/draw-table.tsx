import { Tag } from 'antd'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import { addressOf } from '../route.ts'
import { kindInWords, modeInWords, momentInWords, stateInWords } from './in-words.ts'

const colours: Readonly<Record<DrawSummary['state'], string>> = {
  committed: 'processing',
  frozen: 'processing',
  drawn: 'processing',
  revealed: 'processing',
  confirmed: 'warning',
  aborted: 'default',
  void: 'error',
}

/** Draws with links to their sessions. */
export function DrawTable({ draws }: { readonly draws: readonly DrawSummary[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">任务</th>
          <th scope="col">类别</th>
          <th scope="col">取号时间</th>
          <th scope="col">状态</th>
          <th scope="col">文书</th>
        </tr>
      </thead>
      <tbody>
        {draws.map((draw) => (
          <tr key={draw.number}>
            <td className="moment">
              <a className="code" href={addressOf(`/draws/${draw.number}`)}>
                {draw.number}
              </a>
            </td>
            <td>
              {draw.task}
              {draw.attempt > 1 ? <span className="quiet">（第{draw.attempt}次）</span> : null}
              {draw.mode === 'official' ? null : <Tag className="mode-tag">{modeInWords[draw.mode]}</Tag>}
            </td>
            <td className="moment">{kindInWords[draw.kind]}</td>
            <td className="moment">{momentInWords(draw.takenAt)}</td>
            <td>
              <Tag color={draw.state === 'confirmed' && draw.archived ? 'success' : colours[draw.state]}>
                {stateInWords(draw)}
              </Tag>
            </td>
            <td className="moment">
              <a href={addressOf(`/papers/${draw.number}`)} aria-label={`${draw.number}的文书`}>
                文书
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
