import { Alert, Button, Empty } from 'antd'
import type { ItemCoverage } from '../../../shared/api/item-contract.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { addressOf, go } from '../route.ts'
import { CoverageBars } from './coverage-bars.tsx'
import { useCoverage } from './item-calls.ts'
import { ItemPage } from './item-page.tsx'

/** How much of the 权责清单 the list covers (S4 二), as it stands now. */
export function CoveragePage() {
  const coverage = useCoverage()
  return (
    <ItemPage
      tab="coverage"
      note="随机抽查事项占监督检查事项的比例。清单、权责清单一有改动就重新计算。"
      actions={<Button onClick={() => go('/powers')}>查看权责清单</Button>}
    >
      <Problem error={coverage.error} retry={() => void coverage.refetch()} />
      {coverage.data === undefined ? null : <CoverageSheets coverage={coverage.data} />}
    </ItemPage>
  )
}

function CoverageSheets({ coverage }: { readonly coverage: ItemCoverage }) {
  const { fields, powers, unclassified } = coverage
  const total = fields.reduce((sum, field) => sum + field.total, 0) + unclassified.length
  if (total === 0)
    return (
      <Sheet>
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有权责清单，也没有抽查事项。先导入这两份清单。"
        >
          <Button type="primary" onClick={() => go('/powers/import')}>
            导入权责清单
          </Button>
        </Empty>
      </Sheet>
    )
  return (
    <>
      {powers === 0 ? (
        <Alert
          className="problem"
          type="info"
          showIcon
          title="还没有导入权责清单，暂按事项清单自身计算。导入以后按职权计算。"
          action={
            <Button size="small" onClick={() => go('/powers/import')}>
              导入权责清单
            </Button>
          }
        />
      ) : null}
      <Sheet title="覆盖率">
        <CoverageBars coverage={coverage} />
        <p className="coverage-source">
          目标{coverage.clause === null ? '' : `出自${coverage.clause}`}：{coverage.words}。
          {coverage.reasonsCount ? '写明充分理由不纳入的，计入覆盖。' : '写明理由不纳入的，不计入覆盖。'}
        </p>
      </Sheet>
      {fields.map((field) =>
        field.missing.length === 0 && field.reasoned.length === 0 ? null : (
          <Sheet key={field.field} title={`${field.field}：未纳入的事项`}>
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">监督检查事项</th>
                  <th scope="col" className="coverage-what">
                    情况
                  </th>
                </tr>
              </thead>
              <tbody>
                {field.missing.map(({ name, department }) => (
                  <tr key={name}>
                    <td>
                      {name}
                      {department === null ? null : <span className="quiet">（{department}）</span>}
                    </td>
                    <td>
                      <span className="short-mark">未列入清单，也没有理由</span>{' '}
                      <a href={addressOf('/items/left-out')}>去处理</a>
                    </td>
                  </tr>
                ))}
                {field.reasoned.map(({ name, reason }) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td>不纳入，理由：{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sheet>
        ),
      )}
      {unclassified.length === 0 ? null : (
        <Sheet title="没有写明领域的事项">
          <p className="quiet">没有写明领域（市场监管、其他行政执法）的，两边都不计入。请补填领域。</p>
          <ul className="plain-list">
            {unclassified.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
