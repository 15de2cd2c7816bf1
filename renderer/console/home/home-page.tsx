import './home.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import type { Overview } from '../../../shared/api/overview-contract.ts'
import { useApi } from '../api.ts'
import { DrawTable } from '../parts/draw-table.tsx'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { addressOf, go } from '../route.ts'
import { nextStep } from './next-step.ts'

/** The first page (首页): what is next, what is due, the last draws. */
export function HomePage() {
  const { query } = useApi()
  const overview = useQuery(query.overview.read.queryOptions({ input: {} }))
  return (
    <Page title="首页">
      <Problem error={overview.error} retry={() => void overview.refetch()} />
      {overview.data === undefined ? (
        <Skeleton active />
      ) : overview.data.office === null ? (
        <Welcome />
      ) : (
        <Desk overview={overview.data} />
      )}
    </Page>
  )
}

function Welcome() {
  const { query } = useApi()
  const { message } = App.useApp()
  const load = useMutation(
    query.samples.load.mutationOptions({
      onSuccess: () => void message.success('示例单位已载入，可以直接试一场摇号'),
    }),
  )
  return (
    <>
      <Problem error={load.error} />
      <p className="lead">这里还没有任何数据。从下面两种方式中选一种开始。</p>
      <div className="two-ways">
        <section className="sheet">
          <h2>先试一试</h2>
          <p>
            载入一个并不存在的示例单位“云岭县”，连同检查对象、执法检查人员、事项清单和回避关系。十分钟可以走完一场摇号。
          </p>
          <p className="quiet">示例只能载入空的数据文件夹。正式使用时，请换一个新的数据文件夹。</p>
          <Button type="primary" size="large" loading={load.isPending} onClick={() => load.mutate({})}>
            载入示例单位
          </Button>
        </section>
        <section className="sheet">
          <h2>正式使用</h2>
          <p>先设置单位名称和单位代码，再导入事项清单、检查对象名录和执法检查人员名录。</p>
          <p className="quiet">单位代码写进每一个摇号编号，设置以后不能更改，请想好再填。</p>
          <Button size="large" onClick={() => go('/settings')}>
            设置单位并导入名录
          </Button>
        </section>
      </div>
    </>
  )
}

const counted = [
  ['objects', '检查对象'],
  ['inspectors', '执法检查人员'],
  ['items', '抽查事项'],
  ['powers', '权责清单'],
  ['recusals', '回避关系'],
  ['plans', '年度计划项'],
  ['visits', '非双随机检查'],
] as const

function Desk({ overview }: { readonly overview: Overview }) {
  const next = nextStep(overview)
  const others = overview.open.slice(1)
  return (
    <>
      {overview.sampleLoaded ? (
        <Alert
          className="problem"
          type="info"
          showIcon
          title="当前是示例单位的数据，单位和人员都不存在，摇号结果不能用于实际检查。"
        />
      ) : null}
      {next === null ? null : (
        <section className="next-step" aria-labelledby="next-title">
          <div>
            <p className="next-label">下一步</p>
            <h2 id="next-title">{next.title}</h2>
            <p>{next.text}</p>
          </div>
          <div className="next-buttons">
            {next.other === undefined ? null : (
              <Button size="large" onClick={() => go(next.other?.path ?? '/')}>
                {next.other.button}
              </Button>
            )}
            <Button type="primary" size="large" onClick={() => go(next.path)}>
              {next.button}
            </Button>
          </div>
        </section>
      )}
      {overview.due.length === 0 ? null : (
        <Sheet title="需要留意">
          <ul className="due">
            {overview.due.map(({ what, sentence }) => (
              <li key={what}>
                <span className="due-mark" aria-hidden="true" />
                <span>{sentence}</span>
                <Button size="small" onClick={() => go(duePath[what])}>
                  {dueButton[what]}
                </Button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <dl className="tiles">
        {counted.map(([register, title]) => (
          <div key={register}>
            <dt>{title}</dt>
            <dd>
              <a href={addressOf(`/${register}`)}>{overview.registers[register].toLocaleString('zh-CN')}</a>
            </dd>
          </div>
        ))}
      </dl>
      {others.length === 0 ? null : (
        <Sheet title="其他正在进行的摇号">
          <DrawTable draws={others} />
        </Sheet>
      )}
      {overview.unsigned.length === 0 ? null : (
        <Sheet title={`待签字 ${overview.unsigned.length} 场`}>
          <DrawTable draws={overview.unsigned} />
        </Sheet>
      )}
      <Sheet title="最近的摇号" actions={<Button onClick={() => go('/records')}>全部记录</Button>}>
        {overview.last.length === 0 ? (
          <p className="quiet">还没有摇过号。</p>
        ) : (
          <DrawTable draws={overview.last} />
        )}
      </Sheet>
    </>
  )
}

const duePath = {
  'certificate-expired': '/inspectors',
  'certificate-expires': '/inspectors',
  'backup-old': '/settings',
  'scan-missing': '/records',
  'revision-due': '/objects/revisions',
  'plan-deadline': '/plans',
  'plan-adjusted': '/plans/release',
  'plan-late': '/year',
  'plan-month': '/year',
  'items-unconfirmed': '/items/applying',
  'coverage-low': '/items/coverage',
  'scheme-waiting': '/draws/new',
} as const satisfies Record<Overview['due'][number]['what'], string>
const dueButton = {
  'certificate-expired': '查看人员',
  'certificate-expires': '查看人员',
  'backup-old': '去备份',
  'scan-missing': '查看记录',
  'revision-due': '去修订',
  'plan-deadline': '查看计划',
  'plan-adjusted': '去报审',
  'plan-late': '查看总览',
  'plan-month': '查看总览',
  'items-unconfirmed': '去确认',
  'coverage-low': '查看覆盖率',
  'scheme-waiting': '去摇号',
} as const satisfies Record<Overview['due'][number]['what'], string>
