import { timeInWords } from '../../../shared/forms/form-words.ts'
import type { ArchiveHead } from './archive-index.ts'
import { archiveFolders } from './archived-files.ts'

const contents: Readonly<Record<keyof typeof archiveFolders, string>> = {
  draw: '实施方案、锁定名单校验单、抽查工作记录表、抽取结果名单等',
  visit: '审批表、通知书、现场检查记录和各种处理文书',
  result: '检查结果、情况报告、公示稿和通报',
  signed: '签字后的扫描件，批准文件',
  media: '照片，录音，录像',
  package: '任何人可以用来重算本次抽取的校验包',
  lists: '年度计划、事项清单、两库名录，档案目录的以前各版',
  other: '全套文书的合订本，其他材料',
  tables: '抽取结果和填写的内容，可用电子表格软件打开',
}

/** 说明.txt: what lies where, and how whoever has no program of ours checks that nothing was changed. */
export function archiveGuide(head: ArchiveHead, folders: readonly string[]): string {
  const listed = Object.entries(archiveFolders)
    .filter(([, folder]) => folders.includes(folder))
    .map(([id, folder]) => `  ${folder}：${contents[id as keyof typeof contents]}`)
  const lines = [
    `${head.office}`,
    `${head.number}　${head.task}　档案`,
    '',
    ...(head.marks.length === 0
      ? []
      : [
          `本档案标为：${head.marks.join('、')}。${head.marks.includes('保密') ? '名单尚未公布，只供内部保管，公布以前不得外传。' : ''}`,
          '',
        ]),
    `由${head.by}于${timeInWords(head.at)}用“${head.software}”导出。不装本程序也能打开全部内容。`,
    '本档案供内部保管，其中有身份证号、电话等个人信息，不得公开。对外公布请用公示稿。',
    '',
    '一、内容',
    '  目录.html：总目录，用浏览器打开，点文件名即可查看。',
    '  档案目录.pdf：供打印、签字的目录。',
    ...listed,
    '  SHA256SUMS：每个文件的校验码（SHA-256）。',
    '',
    '二、怎样核对文件没有被改动',
    '  1. Windows：打开“开始”菜单中的“终端”或“命令提示符”，进入本文件夹，输入',
    '       certutil -hashfile "文件名" SHA256',
    '     把得到的64位校验码与 SHA256SUMS 中该文件的一行对照，一致即没有改动。',
    '  2. 麒麟、统信等 Linux：在本文件夹打开终端，输入',
    '       sha256sum -c SHA256SUMS',
    '     每个文件后面显示“成功”（或 OK）即没有改动。',
    '  3. 目录本身也可能被人一并改动。要确认整个目录，请把 SHA256SUMS 自身的校验码与导出单位台账中“导出档案”一条所记的核对，',
    '     把其中各文件的校验码与签字的《档案目录》核对。',
    '',
    '三、怎样核对抽取结果',
    `  记录校验码 D：${head.digest ?? '没有抽取结果'}`,
    `  台账校验码：${head.ledger.hash}（台账第${head.ledger.seq}条）`,
    ...(folders.includes(archiveFolders.package)
      ? [
          '  解开“06 校验包”中的压缩包，用浏览器打开其中的 verify.html，把整个压缩包拖进去，',
          '  页面会用公布的数据把整个抽取重算一遍；再把显示的记录校验码 D 与签字的《抽查工作记录表》对照。',
        ]
      : [
          '  本档案中没有校验包（没有生成，或名单尚未公布），以签字的《抽查工作记录表》上的记录校验码 D 为准。',
        ]),
  ]
  // Windows' own editor of old knows a text by its mark and its line ends.
  return `\ufeff${lines.join('\r\n')}\r\n`
}
