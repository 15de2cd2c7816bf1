import type { YearFigures } from '../../../shared/forms/year-figures.ts'
import { yearNotes } from '../../../shared/forms/year-overview.ts'
import { objectKinds } from '../../../shared/registry/inspection-object.ts'
import { Sheet } from '../parts/sheet.tsx'
import { Figure } from './figure.tsx'
import { ShareBar } from './share-bar.tsx'

/** Coverage of items, of objects and of people, side by side. */
export function CoverageSheets({ figures }: { readonly figures: YearFigures }) {
  return (
    <div className="year-sheets">
      <Items items={figures.items} />
      <People people={figures.people} />
      <Objects figures={figures} />
    </div>
  )
}

function Items({ items }: Pick<YearFigures, 'items'>) {
  const { included, planned, drawn, open, notIncluded } = items
  return (
    <Sheet title="抽查事项">
      <table className="rows year-table">
        <thead>
          <tr>
            <th scope="col">清单内事项</th>
            <th scope="col" className="number-column">
              <Figure
                count={included}
                unit="项"
                title="清单内的事项"
                ask={{ of: 'items', state: 'included' }}
              />
            </th>
            <th scope="col">占比</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">列入本年度计划</th>
            <td className="number-column">
              <Figure count={planned} title="列入计划的事项" ask={{ of: 'items', state: 'planned' }} />
            </td>
            <td>
              <ShareBar part={planned} whole={included} />
            </td>
          </tr>
          <tr>
            <th scope="row">已抽查</th>
            <td className="number-column">
              <Figure count={drawn} title="已抽查的事项" ask={{ of: 'items', state: 'drawn' }} />
            </td>
            <td>
              <ShareBar part={drawn} whole={included} />
            </td>
          </tr>
          <tr>
            <th scope="row">未列入且未抽</th>
            <td className="number-column">
              <Figure count={open} title="未列入计划也未抽查的事项" ask={{ of: 'items', state: 'open' }} />
            </td>
            <td>
              <ShareBar part={open} whole={included} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">
        不纳入双随机的{' '}
        <Figure
          count={notIncluded}
          unit="项"
          title="不纳入双随机的事项"
          ask={{ of: 'items', state: 'not-included' }}
        />
      </p>
    </Sheet>
  )
}

function People({ people }: Pick<YearFigures, 'people'>) {
  const { counted, least, middle, most, spread, others } = people
  const highest = Math.max(1, ...spread.map((one) => one.people))
  return (
    <Sheet title="执法检查人员">
      <p className="year-lead">
        <Figure count={counted} unit="人" title="在岗的执法检查人员" ask={{ of: 'people' }} />
        ，每人抽中最少 {least} 场，中位 {middle} 场，最多 {most} 场
      </p>
      <table className="rows year-table">
        <thead>
          <tr>
            <th scope="col">抽中场次</th>
            <th scope="col" className="number-column">
              人数
            </th>
            <th scope="col">分布</th>
          </tr>
        </thead>
        <tbody>
          {spread
            .filter((one) => one.people > 0)
            .map((one) => (
              <tr key={one.times}>
                <th scope="row">{one.times} 场</th>
                <td className="number-column">
                  <Figure
                    count={one.people}
                    title={`抽中${one.times}场的人员`}
                    ask={{ of: 'people', times: one.times }}
                  />
                </td>
                <td>
                  <span className="share-bar" aria-hidden="true">
                    <span style={{ width: `${(one.people / highest) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="quiet">
        {yearNotes.people}
        {others === 0 ? null : (
          <>
            不在此列而被抽中的{' '}
            <Figure
              count={others}
              unit="人"
              title="不在此列而被抽中的人员"
              ask={{ of: 'people', others: true }}
            />
            。
          </>
        )}
      </p>
    </Sheet>
  )
}

function Objects({ figures }: { readonly figures: YearFigures }) {
  const { all, kinds, twice, gone } = figures
  return (
    <Sheet title="检查对象">
      <table className="rows year-table">
        <thead>
          <tr>
            <th scope="col">种类</th>
            <th scope="col" className="number-column">
              名录对象
            </th>
            <th scope="col" className="number-column">
              抽中
            </th>
            <th scope="col" className="number-column">
              其他检查
            </th>
            <th scope="col">抽中或检查的占比</th>
          </tr>
        </thead>
        <tbody>
          {objectKinds.map((kind) => {
            const found = kinds.find(({ name }) => name === kind)
            return found === undefined ? null : (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td className="number-column">
                  <Figure
                    count={found.registered}
                    title={`名录中的${kind}`}
                    ask={{ of: 'objects', state: 'all', kind }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={found.drawn}
                    title={`抽中的${kind}`}
                    ask={{ of: 'objects', state: 'drawn', kind }}
                  />
                </td>
                <td className="number-column">
                  <Figure
                    count={found.visited}
                    title={`其他检查过的${kind}`}
                    ask={{ of: 'objects', state: 'visited', kind }}
                  />
                </td>
                <td>
                  <ShareBar part={found.either} whole={found.registered} />
                </td>
              </tr>
            )
          })}
          <tr className="year-sum">
            <th scope="row">合计</th>
            <td className="number-column">
              <Figure count={all.registered} title="名录中的检查对象" ask={{ of: 'objects', state: 'all' }} />
            </td>
            <td className="number-column">
              <Figure count={all.drawn} title="抽中的检查对象" ask={{ of: 'objects', state: 'drawn' }} />
            </td>
            <td className="number-column">
              <Figure
                count={all.visited}
                title="其他检查过的对象"
                ask={{ of: 'objects', state: 'visited' }}
              />
            </td>
            <td>
              <ShareBar part={all.either} whole={all.registered} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">
        尚未抽中也未检查的{' '}
        <Figure
          count={all.registered - all.either}
          unit="个"
          title="尚未抽中也未检查的对象"
          ask={{ of: 'objects', state: 'none' }}
        />
        ，合计两次以上的{' '}
        <Figure
          count={twice}
          unit="个"
          title="抽中和检查合计两次以上的对象"
          ask={{ of: 'objects', state: 'twice' }}
        />
        {gone === 0 ? (
          '。'
        ) : (
          <>
            ，以后不再存续的{' '}
            <Figure
              count={gone}
              unit="个"
              title="抽中或检查以后不再存续的对象"
              ask={{ of: 'objects', state: 'gone' }}
            />
            ，不计入上表。
          </>
        )}
        {yearNotes.objects}
      </p>
    </Sheet>
  )
}
