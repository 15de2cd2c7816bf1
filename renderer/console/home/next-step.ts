import type { Overview } from '../../../shared/api/overview-contract.ts'

/** What the operator should do next: one sentence, one button. */
export interface NextStep {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly path: string
  /** what can be done instead; a rehearsal needs nothing of all that */
  readonly other?: { readonly button: string; readonly path: string }
}

/** Where the year's work is not ready for an official draw, everything can be tried all the same. */
const rehearsal = { button: '先演练一场', path: '/draws/new/rehearsal' } as const

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
  return yearStep(overview)
}

/** What the year's work waits for: the items' objects, the plan, its approval, a scheme, and then the draw. */
function yearStep({ work }: Overview): NextStep {
  const { unconfirmed, plan, schemes } = work
  if (schemes.ready > 0)
    return {
      title: '可以开始摇号了',
      text: `${schemes.ready}份实施方案已经批准。选定计划项，锁定名单，请见证人给出数字，当场得出结果。`,
      button: '开始一场摇号',
      path: '/draws/new',
    }
  if (unconfirmed > 0)
    return {
      title: '确认抽查事项适用于哪些对象',
      text: `${unconfirmed}个事项待确认。每个事项确认一次：适用于哪些种类、哪些经营类别的检查对象。`,
      button: '确认适用对象',
      path: '/items/applying',
      other: rehearsal,
    }
  if (plan.lines === 0)
    return {
      title: `编制${plan.year}年度抽查计划`,
      text: '不在计划内的，不得抽查。可以逐项填写、导入，或从上一年度复制。',
      button: '编制年度计划',
      path: '/plans',
      other: rehearsal,
    }
  if (!plan.approved)
    return {
      title: `${plan.year}年度抽查计划还没有批准`,
      text: `共${plan.lines}项。核对以后报审，再登记批准的文号、姓名、日期和扫描件。`,
      button: '去报审和登记批准',
      path: '/plans/release',
      other: rehearsal,
    }
  return {
    title: schemes.drafts > 0 ? '有实施方案等待批准' : '编制抽查实施方案',
    text:
      schemes.drafts > 0
        ? `${schemes.drafts}份实施方案还没有登记批准。登记负责人批准以后，可以正式摇号。`
        : '从计划项编制实施方案，经负责人批准以后，可以正式摇号。',
    button: schemes.drafts > 0 ? '去登记批准' : '编制实施方案',
    path: '/plans/schemes',
    other: rehearsal,
  }
}
