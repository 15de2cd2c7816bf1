import { Button, Tag } from 'antd'
import {
  type LineStandingName,
  lineStandings,
  type PlannedLine,
  type PlanProblemShown,
} from '../../../shared/api/plan-contract.ts'
import { scopeWords } from '../../../shared/forms/plan-table.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import { Sheet } from '../parts/sheet.tsx'
import { addressOf } from '../route.ts'
import { type DepartmentPlan, monthMarks, monthsInWords, progressWords } from './plan-words.ts'

const colours: Readonly<Record<LineStandingName, string>> = {
  approved: 'success',
  'not-approved': 'default',
  adjusted: 'warning',
  added: 'warning',
}

/** The lines of one 股室 with what is wrong with each and how far it has come. */
export function DepartmentTable({
  plan: { department, lines, items, total, people },
  open,
}: {
  readonly plan: DepartmentPlan
  readonly open: (serial: Serial) => void
}) {
  return (
    <Sheet
      title={
        <>
          {department}
          <span className="plan-sum">
            {items}个事项，全年计划{total.toLocaleString('zh-CN')}户（次）
            {people === 0 ? '' : `，在岗执法人员${people}人`}
          </span>
        </>
      }
    >
      <table className="rows plan-lines">
        <thead>
          <tr>
            <th scope="col">计划编号</th>
            <th scope="col">抽查事项和范围</th>
            <th scope="col">比例、频次</th>
            <th scope="col">每次抽取</th>
            <th scope="col">抽查时间</th>
            <th scope="col">批准</th>
            <th scope="col">进度</th>
            <th scope="col">实施方案</th>
          </tr>
        </thead>
        {lines.map((line) => (
          <LineRows key={line.serial} line={line} open={open} />
        ))}
      </table>
    </Sheet>
  )
}

function LineRows({ line, open }: { readonly line: PlannedLine; readonly open: (serial: Serial) => void }) {
  const { serial, row, standing, problems, register, objects } = line
  const scope = scopeWords(row)
  return (
    <tbody>
      <tr className={problems.length > 0 ? 'plan-line-before-problems' : undefined}>
        <td className="moment">
          <Button type="link" size="small" className="plan-open" onClick={() => open(serial)}>
            {row.number}
          </Button>
        </td>
        <td>
          <strong>{row.item}</strong>
          {row.furtherItems.length === 0 ? null : (
            <span className="plan-more">合并：{row.furtherItems.join('、')}</span>
          )}
          {scope === '' ? null : <span className="plan-more">{scope.replaceAll('\n', '；')}</span>}
          {row.jointInitiator === null && row.jointDepartments.length === 0 ? null : (
            <span className="plan-more">
              联合抽查：
              {[row.jointInitiator, ...row.jointDepartments].filter((word) => word !== null).join('、')}
            </span>
          )}
        </td>
        <td className="moment">
          {row.ratio === null ? '—' : perCent(row.ratio)}
          <span className="plan-more">{row.frequency === null ? '频次未写' : `每年${row.frequency}次`}</span>
        </td>
        <td className="moment">
          {objects === null ? '—' : `${objects.toLocaleString('zh-CN')}户`}
          <span className="plan-more">名录{register.toLocaleString('zh-CN')}户</span>
        </td>
        <td>{row.period ?? '—'}</td>
        <td>
          <Tag color={colours[standing]}>{lineStandings[standing]}</Tag>
        </td>
        <td>
          <Progress line={line} />
        </td>
        <td>
          <SchemesOf line={line} />
        </td>
      </tr>
      {problems.length === 0 ? null : (
        <tr>
          <td />
          <td colSpan={7}>
            <LineProblems problems={problems} reason={() => open(serial)} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Progress({ line }: { readonly line: PlannedLine }) {
  return (
    <>
      {progressWords(line)}
      <MonthStrip line={line} />
      {line.draws.map(({ number, objects }) => (
        <a key={number} className="plan-more code" href={addressOf(`/draws/${number}`)}>
          {number}
          {objects === null ? '（进行中）' : ''}
        </a>
      ))}
    </>
  )
}

/** The months of the year: planned ones framed, those with a draw filled. */
function MonthStrip({ line }: { readonly line: PlannedLine }) {
  const months = monthMarks(line)
  if (line.months.length === 0 && line.draws.length === 0) return null
  return (
    <span className="plan-months" role="img" aria-label={monthsInWords(line)} title={monthsInWords(line)}>
      {months.map(({ month, planned, drawn }) => (
        <span
          key={month}
          className={['plan-month', planned ? 'planned' : '', drawn ? 'drawn' : ''].join(' ').trim()}
        />
      ))}
    </span>
  )
}

function SchemesOf({ line: { schemes } }: { readonly line: PlannedLine }) {
  const approved = schemes.filter((scheme) => scheme.approved).length
  return (
    <a href={addressOf('/plans/schemes')}>
      {schemes.length === 0 ? '拟定' : `${schemes.length}份，${approved}份已批准`}
    </a>
  )
}

/** What is wrong with a line, each with its clause; what yields to a reason leads to the field for it. */
function LineProblems({
  problems,
  reason,
}: {
  readonly problems: readonly PlanProblemShown[]
  readonly reason: () => void
}) {
  return (
    <ul className="plan-problems">
      {problems.map(({ code, sentence, stops, canSetAside }) => (
        <li key={`${code} ${sentence}`} className={stops ? 'plan-problem stops' : 'plan-problem'}>
          {sentence}
          {code === 'register-empty' ? (
            <Button type="link" size="small" href={addressOf('/items/applying')}>
              确认适用对象
            </Button>
          ) : (
            <Button type="link" size="small" onClick={reason}>
              {canSetAside ? '修改，或写明突破规定的理由' : '修改'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
