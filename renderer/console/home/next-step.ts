import type { Overview } from '../../../shared/api/overview-contract.ts'

/** What the operator should do next: one sentence, one button. */
export interface NextStep {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly path: string
}

/**
 * The next step (下一步). Without an office there is none to tell: the first page offers two ways then. A session
 * that stands open comes before everything: people may be waiting in the room.
 */
export function nextStep(overview: Overview): NextStep | null {
  if (overview.office === null) return null
  const open = overview.open[0]
  if (open !== undefined)
    return {
      title: '有一场摇号正在进行',
      text: `${open.number}　${open.task}。接着上次的进度继续，已经做完的步骤不会丢失。`,
      button: '继续这场摇号',
      path: `/draws/${open.number}`,
    }
  const { objects, inspectors, items } = overview.registers
  if (items === 0)
    return {
      title: '导入随机抽查事项清单',
      text: '摇号要先知道检查什么。事项清单是本单位公布的随机抽查事项。',
      button: '导入事项清单',
      path: '/items/import',
    }
  if (objects === 0)
    return {
      title: '导入检查对象名录',
      text: '检查对象从名录库里抽取。可以导入市场监管部门提供的市场主体名录。',
      button: '导入检查对象',
      path: '/objects/import',
    }
  if (inspectors === 0)
    return {
      title: '导入执法检查人员名录',
      text: '检查人员从名录库里抽取。只有在岗、有执法证的人员参加。',
      button: '导入检查人员',
      path: '/inspectors/import',
    }
  const unsigned = overview.unsigned[0]
  if (unsigned !== undefined)
    return {
      title: '有签字件还没有归档',
      text: `${unsigned.number}　${unsigned.task}。打印记录请各方签字，再把扫描件或照片存进来。`,
      button: '去归档签字件',
      path: `/draws/${unsigned.number}`,
    }
  const draft = overview.drafts[0]
  if (draft !== undefined)
    return {
      title: '有一份没有写完的摇号草案',
      text: `${draft.task}。草案可以随时修改，锁定名单以后才不能再改。`,
      button: '继续写草案',
      path: `/draws/draft/${draft.id}`,
    }
  return {
    title: '可以开始摇号了',
    text: '选定事项和条件，锁定名单，请见证人给出数字，当场得出结果。',
    button: '开始一场摇号',
    path: '/draws/new',
  }
}
