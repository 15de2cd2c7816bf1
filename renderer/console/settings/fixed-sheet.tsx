import { Sheet } from '../parts/sheet.tsx'

const fixed = [
  '名单校验码、承诺码、记录校验码和台账校验码',
  '抽取、中止、作废、更换的次数，为0也印',
  '“演练”“未经现场见证”“保密”的标记',
  '再次打印的“第几次打印”，以及每页的“第几页 共几页”',
  '法规要求的内容和原有的签字栏',
] as const

/** What no setting takes away: whoever holds the paper must be able to tell what it is. */
export function FixedSheet() {
  return (
    <Sheet title="不能去掉的内容">
      <ul className="style-fixed">
        {fixed.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p className="quiet">这些内容让拿到文书的人能够核对真伪，没有开关。</p>
    </Sheet>
  )
}
