import type { RevealStep } from '../../../shared/api/session.ts'
import { decidingPick, type RevealedLine, revealedLines } from './draw-words.ts'

/** What was revealed, the newest first, each with the pick that named it. */
export function RevealedTable({ shown }: { readonly shown: readonly RevealStep[] }) {
  if (shown.length === 0) return <p className="draws-hint">还没有揭晓。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="draws-revealed" tabIndex={0} aria-label="已揭晓的结果">
      <table className="draws-table">
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">类别</th>
            <th scope="col">名称</th>
            <th scope="col">说明</th>
            <th scope="col">取数与哈希开头</th>
          </tr>
        </thead>
        <tbody>
          {revealedLines(shown)
            .toReversed()
            .map((line) => (
              <tr key={line.key}>
                <td>{line.order}</td>
                <td>{line.what}</td>
                <td className="draws-revealed-name">{line.name}</td>
                <td>{line.detail}</td>
                <td>
                  <Picks line={line} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

/** For one drawn thing the pick that hit; for a group one a seat. */
function Picks({ line }: { readonly line: RevealedLine }) {
  const skipped = line.picks.filter((pick) => pick.repeat).length
  const picks =
    line.what === '对象' || line.what === '更换'
      ? [decidingPick(line.picks)].filter((pick) => pick !== null)
      : line.picks
  return (
    <>
      {picks.map((pick) => (
        <span className="draws-pick" key={`${pick.stage} ${pick.i}`}>
          <span>
            第 {pick.i} 次，{pick.among} 中第 {pick.index + 1}
          </span>
          <span className="draws-code">{pick.hash.slice(0, 12)}</span>
        </span>
      ))}
      {skipped === 0 ? null : <span className="draws-hint">重复 {skipped} 次，已跳过</span>}
    </>
  )
}
