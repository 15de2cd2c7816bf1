import type { Overview } from '../../../shared/api/overview-contract.ts'
import { inBrackets } from '../../../shared/rules/cited.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import type { PlanDeadline, WorkFacts } from './work-facts.ts'

export type Due = Overview['due'][number]

/** What decides whether something is due; the dates are days, `2026-11-21`. */
export interface DueFacts {
  readonly today: string
  /** expiry dates of the certificates of inspectors in the register */
  readonly certificates: readonly string[]
  readonly draws: number
  /** day of the last backup by hand; `null` for never */
  readonly lastBackup: string | null
  /** approvals whose scan is not on file */
  readonly scansMissing: number
  /** the month, `2026-06`, whose revision of the objects is not recorded, with its clause; `null` for none */
  readonly revision: { readonly period: string; readonly clause: string | null } | null
  /** how far the year's work has come */
  readonly work: WorkFacts
}

/** A certificate is renewed in good time within so many days. */
const certificateNotice = 60
/** A backup is old after so many days. */
const backupNotice = 30

/** What is due (待办), the most pressing first. */
export function whatIsDue(facts: DueFacts): readonly Due[] {
  const { today, certificates, draws, lastBackup, scansMissing, revision } = facts
  const soon = dayAfter(today, certificateNotice)
  const expired = certificates.filter((day) => day < today).length
  const expiring = certificates.filter((day) => day >= today && day <= soon).length
  const isBackupOld = draws > 0 && (lastBackup === null || lastBackup < dayAfter(today, -backupNotice))
  const due: readonly Due[] = [
    {
      what: 'certificate-expired',
      count: expired,
      sentence: `${expired}名执法检查人员的执法证已过有效期，不能参加摇号。请换证后更新名录。`,
    },
    {
      what: 'certificate-expires',
      count: expiring,
      sentence: `${expiring}名执法检查人员的执法证在${certificateNotice}日内到期。请及时换证并更新名录。`,
    },
    ...workDue(today, facts.work),
    {
      what: 'scan-missing',
      count: scansMissing,
      sentence: `${scansMissing}份批准文件还没有附上扫描件。请在该次摇号的页面上补附。`,
    },
    {
      what: 'revision-due',
      count: revision === null ? 0 : 1,
      sentence: revision === null ? '' : revisionSentence(revision),
    },
    {
      what: 'backup-old',
      count: isBackupOld ? 1 : 0,
      sentence:
        lastBackup === null
          ? '已有摇号记录，还没有做过备份。请在“设置”中备份到U盘或其他磁盘。'
          : `上次备份是${lastBackup}，已超过${backupNotice}日。请在“设置”中再做一次备份。`,
    },
  ]
  return due.filter(({ count }) => count > 0)
}

/** What the year's work waits for. */
function workDue(today: string, facts: WorkFacts): readonly Due[] {
  const { work, late, adjusted, thisMonth, deadline, uncovered, coverageClause } = facts
  return [
    {
      what: 'plan-deadline',
      count: deadline === null ? 0 : 1,
      sentence: deadline === null ? '' : deadlineSentence(today, deadline),
    },
    {
      what: 'plan-adjusted',
      count: adjusted,
      sentence: `${adjusted}项年度计划在批准之后有调整，还没有批准，不能据以正式摇号。请重新报审并登记批准。`,
    },
    {
      what: 'plan-late',
      count: late,
      sentence: `${late}项年度计划没有按抽查时间抽够次数。请安排摇号，或按程序调整计划。`,
    },
    {
      what: 'plan-month',
      count: thisMonth,
      sentence: `${thisMonth}项年度计划应在本月底前抽取。请准备实施方案和摇号。`,
    },
    {
      what: 'items-unconfirmed',
      count: work.unconfirmed,
      sentence: `${work.unconfirmed}个抽查事项还没有确认适用于哪些对象，正式摇号前须确认。请逐项或一并确认。`,
    },
    {
      what: 'coverage-low',
      count: uncovered.length,
      sentence: `随机抽查事项的覆盖率不足：${uncovered
        .map(({ field, share, target }) => `${field}${perCent(share)}，应达到${perCent(target)}`)
        .join('；')}${inBrackets(coverageClause)}。请补充事项清单。`,
    },
    {
      what: 'scheme-waiting',
      count: work.schemes.ready,
      sentence: `${work.schemes.ready}份实施方案已经批准，还没有摇号。请按实施时间安排摇号。`,
    },
  ]
}

function deadlineSentence(today: string, { year, day, duty, clause }: PlanDeadline): string {
  const over = today > day ? '，时限已过' : ''
  const wanted = duty === '制定' ? '编制并登记批准' : `登记批准和${duty}`
  return `${year}年度抽查计划须在${day}前${duty}${inBrackets(clause)}${over}。请${wanted}。`
}

function revisionSentence({ period, clause }: NonNullable<DueFacts['revision']>): string {
  const [year, month] = period.split('-').map(Number)
  const by = clause === null ? '' : `（${clause}）`
  return `检查对象名录库${year}年${month}月的修订还没有登记${by}。请核对变动后登记。`
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
