import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api.ts'

export function AskForHelp() {
  const { query } = useApi()
  const info = useQuery(query.data.info.queryOptions({ input: {} }))
  return (
    <>
      <p>求助以前，请记下这几样，能省很多来回：</p>
      <ul>
        <li>屏幕上的那句话，原样抄下或拍照；</li>
        <li>当时在做哪一步，摇号编号是多少；</li>
        <li>
          程序版本{info.data === undefined ? '' : '：'}
          <span className="code">{info.data?.software ?? ''}</span>
        </li>
        <li>
          数据文件夹
          {info.data === undefined ? (
            ''
          ) : (
            <>
              ：<span className="path">{info.data.folder}</span>
            </>
          )}
        </li>
      </ul>
      <p>
        先找本单位管电脑的同事。要把数据交给别人看时，请只交校验包或“核对台账”的结果：数据库里有人员的身份证号和电话，不要整个发出去。
      </p>
      <p>
        怀疑有人改动过数据时，不要继续摇号。在<strong>记录与台账</strong>
        里点“核对台账”，把结果记下，保留整个数据文件夹，与签字纸面上的台账校验码比对。
      </p>
      <p>程序是公开的，任何人都可以查看它怎样工作，也可以提出问题和改进。</p>
    </>
  )
}
