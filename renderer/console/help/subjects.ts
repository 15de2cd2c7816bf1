import type { ComponentType } from 'react'
import { AbortAndVoid } from './abort-and-void.tsx'
import { ArchiveHelp } from './archive-help.tsx'
import { AskForHelp } from './ask-for-help.tsx'
import { BackupHelp } from './backup-help.tsx'
import { BadLuck } from './bad-luck.tsx'
import { HowItDraws } from './how-it-draws.tsx'
import { KeysHelp } from './keys-help.tsx'
import { ListsHelp } from './lists-help.tsx'
import { NoticesHelp } from './notices-help.tsx'
import { PapersHelp } from './papers-help.tsx'
import { PlanHelp } from './plan-help.tsx'
import { Recompute } from './recompute.tsx'
import { ReimportHelp } from './reimport-help.tsx'
import { ReplacementHelp } from './replacement-help.tsx'
import { RulesHelp } from './rules-help.tsx'
import { TenMinutes } from './ten-minutes.tsx'
import { VisitsHelp } from './visits-help.tsx'
import { WhatRemains } from './what-remains.tsx'
import { WitnessHelp } from './witness-help.tsx'
import { YearHelp } from './year-help.tsx'

/** One subject of the help: its address below `#/help/`, its title, its text. */
interface Subject {
  readonly key: string
  readonly title: string
  readonly Text: ComponentType
}

/** The subjects of the help, in the order in which they are read. */
export const subjects = [
  { key: 'ten-minutes', title: '十分钟：从安装到归档', Text: TenMinutes },
  { key: 'lists', title: '一单两库与适用对象', Text: ListsHelp },
  { key: 'plan', title: '年度计划与实施方案', Text: PlanHelp },
  { key: 'rules', title: '执行细则：谁可以被抽', Text: RulesHelp },
  { key: 'papers', title: '文书：生成、打印、文号', Text: PapersHelp },
  { key: 'notices', title: '公示', Text: NoticesHelp },
  { key: 'archive', title: '档案', Text: ArchiveHelp },
  { key: 'visits', title: '非双随机检查', Text: VisitsHelp },
  { key: 'reimport', title: '再次导入与查重', Text: ReimportHelp },
  { key: 'year', title: '年度总览', Text: YearHelp },
  { key: 'how', title: '结果是怎样抽出来的', Text: HowItDraws },
  { key: 'recompute', title: '任何人都可以重算', Text: Recompute },
  { key: 'trust', title: '还有什么要靠信任', Text: WhatRemains },
  { key: 'witnesses', title: '见证人、纸条与骰子', Text: WitnessHelp },
  { key: 'abort-void', title: '中止与作废', Text: AbortAndVoid },
  { key: 'replacement', title: '更换人员与更换对象', Text: ReplacementHelp },
  { key: 'backup', title: '备份与恢复', Text: BackupHelp },
  { key: 'keys', title: '键盘与翻页笔', Text: KeysHelp },
  { key: 'bad-luck', title: '意外情况', Text: BadLuck },
  { key: 'ask', title: '如何求助', Text: AskForHelp },
] as const satisfies readonly Subject[]
