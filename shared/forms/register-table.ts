import { coveredPhone } from '../registry/covered-number.ts'
import type { InspectionObject } from '../registry/inspection-object.ts'
import type { Inspector } from '../registry/inspector.ts'
import type { ListFacts, ListTable } from './list-facts.ts'

type Audience = ListFacts['audience']

/**
 * 检查对象名录库 as a list (S1 附件3第六条, S2 第六条, S4 （二）). In public the contact's number is covered, and the address of
 * a person ends with its 乡镇/街道.
 */
export function objectTable(objects: readonly InspectionObject[], audience: Audience): ListTable {
  const phone = (number: string | null) =>
    number === null ? '' : audience === 'public' ? coveredPhone(number) : number
  return {
    columns: [
      { title: '序号', width: 12, align: 'center' },
      { title: '名称', width: 44 },
      { title: '种类', width: 15, align: 'center' },
      { title: '统一社会信用代码', width: 43, align: 'center' },
      { title: '注册登记机关', width: 26 },
      { title: '法定代表人\n（负责人）', width: 19, align: 'center' },
      { title: '经营类别', width: 21, align: 'center' },
      { title: '地址', width: 34 },
      { title: '联系方式', width: 22, align: 'center' },
      { title: '监管责任股室', width: 16, align: 'center' },
    ],
    sections: [
      {
        heading: null,
        rows: objects.map((object, index) => [
          String(index + 1),
          object.name,
          object.kind,
          object.uscc ?? '',
          object.registrar ?? '',
          object.legalRepresentative ?? '',
          object.businessCategory ?? '',
          addressWords(object, audience),
          [
            ...(audience === 'internal' && object.contact !== null ? [object.contact] : []),
            phone(object.phone),
          ]
            .filter((word) => word !== '')
            .join('\n'),
          object.department ?? '',
        ]),
      },
    ],
    notes: [`共${objects.length}个。${kindCounts(objects)}`],
  }
}

function addressWords({ kind, address, region }: InspectionObject, audience: Audience): string {
  if (address === null) return ''
  return audience === 'public' && kind === '从业人员' ? (homeArea(address) ?? region ?? '') : address
}

/** A home address down to its 乡镇/街道; `null` where it names none. */
export function homeArea(address: string): string | null {
  return /^.*?(?:街道|镇|乡)/.exec(address)?.[0] ?? null
}

function kindCounts(objects: readonly InspectionObject[]): string {
  const kinds = Map.groupBy(objects, ({ kind }) => kind)
  return kinds.size < 2 ? '' : `其中${[...kinds].map(([kind, own]) => `${kind}${own.length}个`).join('，')}。`
}

/**
 * 执法检查人员名录库 in the columns of S1 附件5 and their order; 身份证号 is none of them. 专家 and 第三方 stand apart: they
 * advise and count nowhere. In public numbers are covered and remarks left out.
 */
export function inspectorTable(inspectors: readonly Inspector[], audience: Audience): ListTable {
  const own = inspectors.filter(({ kind }) => kind === '执法人员')
  const advisers = inspectors.filter(({ kind }) => kind !== '执法人员')
  const internal = audience === 'internal'
  const row = (person: Inspector, index: number) => [
    String(index + 1),
    person.name,
    person.sex ?? '',
    [person.unit, person.department].filter((word) => word !== null).join('\n'),
    person.region ?? '',
    person.issuer ?? '',
    person.certificate ?? '',
    person.category ?? '',
    person.phone === null ? '' : internal ? person.phone : coveredPhone(person.phone),
    internal
      ? [person.remark, person.state === '在岗' ? null : person.state]
          .filter((word) => word !== null)
          .join('\n')
      : person.kind === '执法人员'
        ? ''
        : person.kind,
  ]
  return {
    columns: [
      { title: '序号', width: 12, align: 'center' },
      { title: '姓名', width: 22, align: 'center' },
      { title: '性别', width: 12, align: 'center' },
      { title: '单位', width: 42 },
      { title: '执法区域', width: 26, align: 'center' },
      { title: '发证机关', width: 30, align: 'center' },
      { title: '执法证号', width: 32, align: 'center' },
      { title: '执法类别', width: 26, align: 'center' },
      { title: '手机号码', width: 28, align: 'center' },
      { title: '备注', width: 22 },
    ],
    sections: [
      { heading: null, rows: own.map(row) },
      ...(advisers.length === 0
        ? []
        : [
            {
              heading: '专家和第三方（只提供咨询意见，不计入检查人数）',
              rows: advisers.map((person, index) => row(person, own.length + index)),
            },
          ]),
    ],
    notes: [`执法检查人员共${own.length}人。`],
  }
}
