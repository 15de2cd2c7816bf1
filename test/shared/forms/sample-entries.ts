import {
  type InspectionEntry,
  inspectionEntrySchema,
  inspectionFields,
} from '../../../shared/forms/inspection-entry.ts'
import {
  type VisitEntry,
  visitEntrySchema,
  visitFields,
  visitLists,
} from '../../../shared/forms/visit-entry.ts'

/** 文书要素 of an inspection in the invented 云岭县, as a clerk would enter them. */
export const sampleEntry: InspectionEntry = inspectionEntrySchema.parse({
  startsOn: '2026-11-23',
  endsOn: '2026-12-04',
  method: '现场检查',
  content: '燃气经营许可及安全管理制度落实情况；物业服务合同履行、公共设施维护和收费公示情况。',
  basis: '《城镇燃气管理条例》第四十一条；《物业管理条例》第五条。',
  materials: '营业执照、经营许可证或备案证明；安全管理制度和近一年的巡检、维修台账；从业人员资格证书。',
  contact: '蒋晓东',
  contactPhone: '0871-5550110',
  applicant: '沈伟',
  appliedOn: '2026-11-16',
  noticeIssuedOn: '2026-11-20',
  mediaNumber: '影像2026-0007（录像1段，照片12张）',
  irregularities: '抽取过程中投影中断1分钟，恢复后经见证人核对，名单校验码与中断前一致。',
  steps:
    '一、11月20日公开摇号，确定检查对象和检查人员。\n二、11月23日至12月4日各检查组到现场检查，逐户填写检查记录。\n三、12月7日汇总检查结果，审核后公示。',
  situation:
    '本次抽查应检查25户，实际检查24户，1户通过登记的住所无法联系。检查人员均按规定出示执法证件，当场制作检查记录。',
  problems: '个别企业巡检台账记录不完整；两户物业服务企业未按规定公示收费标准。',
  evaluation: '被检查对象总体上能够依法经营，安全管理制度较为健全，日常管理的规范性有待提高。',
  proposals: '对发现问题的企业跟踪整改，到期复查；将收费公示列为下一年度一般检查事项。',
  reporter: '沈伟',
  reportTo: '云岭县人民政府法制机构',
  reportedOn: '2026-12-08',
  noticePlace: '云岭县人民政府网站',
  beforeNoticeOn: '2026-11-20',
  resultNoticeOn: '2026-12-10',
  supervisionPhone: '0871-5550112',
  noDisclosureReason: '事前公开可能影响检查效果，检查完成后一并公开。',
  circularTo: '各物业服务企业、各燃气经营企业',
  circularDemands: '各企业要对照通报的问题自查自纠，于12月31日前将自查情况报我局。',
  circularOn: '2026-12-15',
})

/** Everything that can be entered of one object, so that every form of the visit has something to say. */
export const sampleVisitEntry: VisitEntry = visitEntrySchema.parse({
  startedAt: '2026-11-24T09:20',
  endedAt: '2026-11-24T11:05',
  place: '云岭县城关镇人民路1号办公楼及储配站',
  representative: '何建明',
  representativeRole: '安全总监',
  representativeIdentity: '530900198801010013',
  representativePhone: '13800005678',
  witness: '吕秋实',
  certificatesShown: '已出示',
  situation:
    '储配站正常营业，值班人员2名在岗；消防通道畅通，灭火器压力正常；可燃气体报警器显示正常，控制室张贴应急处置流程。',
  problems: '1．10月份巡检记录缺少第3周的签字；\n2．2号储罐压力表检定有效期至2026年10月31日，已过期。',
  mediaNumber: '影像2026-0007-01至06',
  result: '发现问题待后续处理',
  handling: '责令整改',
  evaluation: '安全管理制度健全，计量器具管理不到位。',
  opinion: '责令限期整改，整改完成后复查；逾期不改的依法处理。',
  informedOn: '2026-11-26',
  rightsAt: '2026-11-24T10:50',
  rightsFacts: '压力表超过检定有效期仍在使用，违反计量器具使用的规定，拟责令限期整改。',
  statement: '压力表已预约检定，因检定机构排期推迟；巡检记录缺签系值班人员疏忽，接受整改。',
  reexamination: '所述检定预约属实，有预约回执为证；不影响对事实的认定。',
  objectionOn: '2026-11-27',
  objectionReason: '认为压力表送检期间已停用2号储罐，不属于使用超期计量器具。',
  reviewConclusion: '经复核，检查时2号储罐处于带压运行状态，维持原检查结果。',
  reviewOn: '2026-12-03',
  rectificationProblems:
    '2号储罐压力表超过检定有效期仍在使用；\n10月份巡检记录缺少第3周的签字，未执行交接班签字制度。',
  rectificationBasis: '《城镇燃气管理条例》第四十一条',
  rectificationDemands: '立即停用超期压力表并送检，补全巡检制度；整改情况书面报我局，附检定证书复印件。',
  rectificationDue: '2026-12-10',
  rectificationOn: '2026-11-26',
  recheckedOn: '2026-12-11',
  recheckResult: '压力表已检定合格并重新安装，巡检记录完整，整改到位。',
  stopActs: '使用超过检定有效期的压力表运行2号储罐',
  stopBasis: '《城镇燃气管理条例》第四十一条',
  stopOn: '2026-11-24',
  transferTo: '云岭县市场监督管理局',
  transferFacts: '该企业2号储罐压力表超过检定有效期仍在使用，涉嫌违反计量管理规定。',
  transferBasis: '《中华人民共和国行政处罚法》第二十二条',
  transferAttachments: '现场检查记录表1份；照片6张；压力表铭牌复印件1份。',
  transferOn: '2026-11-27',
  evidenceAt: '2026-11-24T10:10',
  evidencePlace: '储配站控制室',
  samplingAt: '2026-11-24T10:30',
  samplingPlace: '储配站钢瓶库',
  samplingMethod: '随机抽取，双方签封',
  surveyStartedAt: '2026-11-24T09:40',
  surveyEndedAt: '2026-11-24T10:05',
  surveyPlace: '储配站罐区',
  surveyWeather: '晴，12℃',
  surveyFindings:
    '罐区长40米、宽25米，四周设1.2米高围堰；自北向南为1号、2号储罐，容积各50m³，间距8米。\n2号储罐压力表装于罐顶平台东侧，铭牌编号Y-100，检定标签日期为2025年11月1日。',
  inquiryStartedAt: '2026-11-24T14:00',
  inquiryEndedAt: '2026-11-24T15:10',
  inquiryPlace: '局机关二楼询问室',
  inquiryTimes: '1',
  asked: '何建明',
  askedSex: '男',
  askedIdentity: '530900198801010013',
  askedPhone: '13800005678',
  askedWork: '云岭县城关第1燃气有限公司安全总监',
  askedAddress: '云岭县城关镇春城路8号3幢2单元',
  evidence: [
    {
      name: '2号储罐压力表铭牌',
      form: '照片',
      quantity: '2张',
      source: '现场拍摄',
      proves: '检定有效期已过',
    },
    {
      name: '10月份巡检记录',
      form: '复印件',
      quantity: '4页',
      source: '企业提供，原件存控制室',
      proves: '第3周缺少签字',
    },
    { name: '检定预约回执', form: '复印件', quantity: '1页', source: '企业提供', proves: '企业已预约检定' },
  ],
  samples: [
    {
      name: '液化石油气钢瓶',
      specification: 'YSP35.5',
      batch: '2022年6月',
      stock: '120只',
      quantity: '3只',
      remark: '外观完好',
    },
    {
      name: '调压阀',
      specification: 'JYT-0.6',
      batch: '批号20260311',
      stock: '60只',
      quantity: '2只',
      remark: null,
    },
  ],
  questions: [
    {
      question: '我们是云岭县住房和城乡建设局的执法人员，这是我们的执法证件，请过目。你是否看清？',
      answer: '看清了。',
    },
    {
      question: '你有权申请回避、进行陈述和申辩，也有如实回答询问的义务。你是否听清？是否申请回避？',
      answer: '听清了，不申请回避。',
    },
    {
      question: '2号储罐的压力表何时到期？为什么没有更换？',
      answer: '到期日是10月31日。我们9月就联系检定，机构排到12月初，这期间储罐没有停下来。',
    },
  ],
})

/** What is entered of an object where nothing was found. */
export const soundVisitEntry: VisitEntry = visitEntrySchema.parse({
  startedAt: '2026-11-25T14:30',
  endedAt: '2026-11-25T15:40',
  representative: '施雨桐',
  representativeRole: '项目经理',
  certificatesShown: '已出示',
  situation: '服务场所整洁，收费标准、服务内容已上墙公示。',
  result: '未发现问题',
  handling: '无需处理',
  informedOn: '2026-11-27',
})

/** What is entered of an object that could not be found. */
export const absentVisitEntry: VisitEntry = visitEntrySchema.parse({
  startedAt: '2026-11-26T10:00',
  endedAt: '2026-11-26T10:20',
  certificatesShown: '未出示',
  situation: '登记的住所大门上锁，拨打登记的电话无人接听，向相邻商户了解已三个月未见营业。',
  mediaNumber: '影像2026-0007-31',
  result: '通过登记的住所无法联系',
  handling: '移送其他部门',
  transferTo: '云岭县市场监督管理局',
  transferFacts: '通过登记的住所无法联系。',
  transferOn: '2026-11-27',
})

/** Characters that only Ext B to F fonts have, and one (U+30EDE) that no shipped font has. */
export const rareCharacters = '𬭎䶮㛃𠀀𫝀𫟼𬺰'
export const fontlessCharacter = '𰻞'

/** A name of 40 characters that begins with `start` and holds rare characters and one without a font. */
export function longName(start: string): string {
  const filler = '云岭县城乡建设投资开发集团有限责任公司第十二项目管理分公司综合服务部'
  return [...`${start}${rareCharacters}${fontlessCharacter}${filler}${filler}`].slice(0, 40).join('')
}

const sentences = [
  '检查人员依照《城镇燃气管理条例》〔2026年修订〕第四十一条（三）项，对“罐区、气化间、‘灌装间’”逐一查看；',
  '发现：①压力表（型号Y-100，编号№ 2026/0311-A）已过期；②可燃气体浓度0.35%，低于20%LEL的报警值……',
  '当事人称——“已于9:30联系检定，费用￥1,280.50元，网址https://example.test/jianding?id=20260311&lang=zh-CN”。',
  '是否属实？经核对，温度-5℃～12℃，面积1,234.56㎡，容积50m³×2，比例3∶7，误差±0.5‰；【附件】见照片·之六！',
  `另有姓名为${rareCharacters}${fontlessCharacter}的人员在场，PASS/FAIL结论由GB/T 50028—2020、ISO 9001:2015分别判定。`,
] as const

/** A passage of several paragraphs with every punctuation that occurs in such papers, about `length` characters. */
export function longPassage(length: number): string {
  let text = ''
  for (let index = 0; text.length < length; index += 1) {
    text += `${sentences[index % sentences.length] ?? ''}${index % 3 === 2 ? '\n' : ''}`
  }
  return text.trimEnd()
}

type Kind = 'line' | 'passage' | 'date' | 'time' | 'choice'

function longValue(
  { title, kind, choices }: { title: string; kind: Kind; choices?: readonly string[] },
  length: number,
): string {
  switch (kind) {
    case 'line':
      return longName(title)
    case 'passage':
      return `${title}：${longPassage(length)}`
    case 'date':
      return '2026-12-31'
    case 'time':
      return '2026-12-31T23:59'
    case 'choice':
      return choices?.toSorted((a, b) => b.length - a.length)[0] ?? ''
  }
}

/** Every field of an inspection as long as an office might write it. */
export const longEntry: InspectionEntry = inspectionEntrySchema.parse(
  Object.fromEntries(inspectionFields.map((field) => [field.name, longValue(field, 900)])),
)

/** Every field of a visit as long as an office might write it, and lists that go over pages. */
export const longVisitEntry: VisitEntry = visitEntrySchema.parse({
  ...Object.fromEntries(visitFields.map((field) => [field.name, longValue(field, 900)])),
  ...Object.fromEntries(
    visitLists.map(({ name, fields }) => [
      name,
      Array.from({ length: 60 }, (_, row) =>
        Object.fromEntries(fields.map((field) => [field.name, longValue(field, row === 7 ? 4000 : 60)])),
      ),
    ]),
  ),
})

/** Every second field of the long visit: what is known and what is not stand side by side. */
export const patchyVisitEntry: VisitEntry = visitEntrySchema.parse(
  Object.fromEntries(
    visitFields.flatMap(({ name }, index) => (index % 2 === 0 ? [] : [[name, longVisitEntry[name]]])),
  ),
)
