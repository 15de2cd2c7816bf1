import type { YearFigures } from '../../../shared/forms/year-figures.ts'
import { nameOr } from '../../../shared/forms/year-overview.ts'
import { Sheet } from '../parts/sheet.tsx'
import { Figure } from './figure.tsx'
import { ShareBar } from './share-bar.tsx'

/** By 股室: what its plan lines came to, and the objects that it supervises. */
export function DepartmentTable({ figures }: { readonly figures: YearFigures }) {
  return (
    <Sheet title="各股室">
      <table className="rows year-table">
        <thead>
          <tr>
            <th scope="col">股室</th>
            {['计划项', '应抽次数', '已抽次数', '已过期限', '监管对象', '抽中'].map((title) => (
              <th key={title} scope="col" className="number-column">
                {title}
              </th>
            ))}
            <th scope="col">抽中或检查的占比</th>
          </tr>
        </thead>
        <tbody>
          {figures.departments.map((one) => {
            const name = nameOr(one.name)
            const department = one.name
            return (
              <tr key={one.name}>
                <th scope="row">{name}</th>
                <td className="number-column">
                  <Figure
                    count={one.lines}
                    title={`${name}的计划项`}
                    ask={{ of: 'lines', state: 'all', department }}
                  />
                </td>
                <td className="number-column">{one.times}</td>
                <td className="number-column">
                  <Figure
                    count={one.held}
                    title={`${name}按计划的摇号`}
                    ask={{ of: 'draws', basis: 'line', department }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={one.late}
                    title={`${name}已过期限的计划项`}
                    ask={{ of: 'lines', state: 'late', department }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={one.registered}
                    title={`${name}的监管对象`}
                    ask={{ of: 'objects', state: 'all', department }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={one.drawn}
                    title={`${name}抽中的对象`}
                    ask={{ of: 'objects', state: 'drawn', department }}
                  />
                </td>
                <td>
                  <ShareBar part={one.either} whole={one.registered} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {figures.departments.length === 0 ? <p className="quiet">还没有登记股室。</p> : null}
    </Sheet>
  )
}

/** By 区域. */
export function RegionTable({ figures }: { readonly figures: YearFigures }) {
  return (
    <Sheet title="各区域">
      <table className="rows year-table">
        <thead>
          <tr>
            <th scope="col">区域</th>
            {['名录对象', '抽中', '其他检查'].map((title) => (
              <th key={title} scope="col" className="number-column">
                {title}
              </th>
            ))}
            <th scope="col">抽中或检查的占比</th>
          </tr>
        </thead>
        <tbody>
          {figures.regions.map((one) => {
            const name = nameOr(one.name)
            const region = one.name
            return (
              <tr key={one.name}>
                <th scope="row">{name}</th>
                <td className="number-column">
                  <Figure
                    count={one.registered}
                    title={`${name}的名录对象`}
                    ask={{ of: 'objects', state: 'all', region }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={one.drawn}
                    title={`${name}抽中的对象`}
                    ask={{ of: 'objects', state: 'drawn', region }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={one.visited}
                    title={`${name}其他检查过的对象`}
                    ask={{ of: 'objects', state: 'visited', region }}
                  />
                </td>
                <td>
                  <ShareBar part={one.either} whole={one.registered} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {figures.regions.length === 0 ? <p className="quiet">名录中还没有存续的检查对象。</p> : null}
    </Sheet>
  )
}
