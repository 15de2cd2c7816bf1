import { creditGrades, objectKinds, objectMarks, objectStates } from './inspection-object.ts'
import { establishments, inspectorKinds, inspectorOrigins, inspectorStates } from './inspector.ts'
import { visitKinds } from './visit.ts'

/**
 * The words of a column that allows only certain ones. `same` are other spellings of the very same word: taken,
 * and shown as normalised. `suggestions` are other words that probably mean it: a person is asked.
 */
export interface Words {
  readonly words: readonly string[]
  readonly same: Readonly<Record<string, string>>
  readonly suggestions: Readonly<Record<string, string>>
}

export const kindWords: Words = {
  words: objectKinds,
  same: {},
  suggestions: {
    企业单位: '企业',
    单位: '企业',
    公司: '企业',
    法人: '企业',
    个体工商户: '企业',
    市场主体: '企业',
    工程: '项目',
    工程项目: '项目',
    建设项目: '项目',
    在建工程: '项目',
    人员: '从业人员',
    个人: '从业人员',
    自然人: '从业人员',
  },
}

export const objectStateWords: Words = {
  words: objectStates,
  same: { '存续(在营、开业、在册)': '存续', '存续（在营、开业、在册）': '存续' },
  suggestions: {
    正常: '存续',
    在营: '存续',
    在业: '存续',
    开业: '存续',
    营业: '存续',
    正常经营: '存续',
    在建: '存续',
    歇业: '停业',
    停产: '停业',
    关闭: '停业',
    已注销: '注销',
    已吊销: '吊销',
    吊销未注销: '吊销',
    已撤销: '撤销',
    迁移: '迁出',
    已迁出: '迁出',
  },
}

export const gradeWords: Words = {
  words: creditGrades,
  same: { A级: 'A', B级: 'B', C级: 'C', D级: 'D', a: 'A', b: 'B', c: 'C', d: 'D' },
  suggestions: { 优秀: 'A', 守信: 'A', 良好: 'B', 一般: 'C', 较差: 'D', 失信: 'D' },
}

export const markWords: Words = {
  words: objectMarks,
  same: { 列入经营异常名录: '经营异常', 列入严重违法失信名单: '严重违法失信' },
  suggestions: {
    投诉多: '投诉举报多',
    举报多: '投诉举报多',
    异常: '经营异常',
    失信: '严重违法失信',
    严重违法: '严重违法失信',
    重点: '重点关注',
    重点监管: '重点关注',
  },
}

export const sexWords: Words = { words: ['男', '女'], same: { 男性: '男', 女性: '女' }, suggestions: {} }

export const establishmentWords: Words = {
  words: establishments,
  same: { 行政编制: '行政', 事业编制: '事业', 编外人员: '编外' },
  suggestions: {
    公务员: '行政',
    参公: '事业',
    参公事业: '事业',
    聘用: '编外',
    合同制: '编外',
    劳务派遣: '编外',
    临聘: '编外',
    协管: '编外',
  },
}

export const inspectorKindWords: Words = {
  words: inspectorKinds,
  same: { 执法检查人员: '执法人员', 行政执法人员: '执法人员' },
  suggestions: { 检查人员: '执法人员', 专业人员: '专家', 第三方机构: '第三方' },
}

export const inspectorStateWords: Words = {
  words: inspectorStates,
  same: {},
  suggestions: {
    在职: '在岗',
    正常: '在岗',
    在编: '在岗',
    休假: '离岗',
    病休: '离岗',
    产假: '离岗',
    停职: '离岗',
    离职: '调离',
    调出: '调离',
    已退休: '退休',
    外借: '借调',
    抽调: '借调',
  },
}

export const categoryWords: Words = {
  words: ['重点', '一般'],
  same: {
    重点检查事项: '重点',
    一般检查事项: '一般',
    重点事项: '重点',
    一般事项: '一般',
  },
  suggestions: {},
}

export const fieldWords: Words = {
  words: ['市场监管', '其他行政执法'],
  same: { 市场监管领域: '市场监管', 其他行政执法领域: '其他行政执法' },
  suggestions: { 其他: '其他行政执法', 行政执法: '其他行政执法' },
}

/** 是/否, and the signs and words that say exactly that. */
export const yesNoWords: Words = {
  words: ['是', '否'],
  same: {
    '√': '是',
    '✓': '是',
    '✔': '是',
    Y: '是',
    y: '是',
    YES: '是',
    TRUE: '是',
    '1': '是',
    可: '是',
    '×': '否',
    N: '否',
    n: '否',
    NO: '否',
    FALSE: '否',
    '0': '否',
    不可: '否',
  },
  suggestions: { 有: '是', 能: '是', 可以: '是', 无: '否', 不能: '否', 不可以: '否' },
}

export const originWords: Words = {
  words: inspectorOrigins,
  same: { 本局: '本单位', 本部门: '本单位' },
  suggestions: {
    外单位: '联合部门',
    联合单位: '联合部门',
    下级: '下级单位',
    邻近: '邻近区域',
    邻县: '邻近区域',
  },
}

/** Why a firm was visited without being drawn (S0 三（二）, S3 第三条). */
export const visitKindWords: Words = {
  words: visitKinds,
  same: {
    转办: '转办交办督办',
    交办: '转办交办督办',
    督办: '转办交办督办',
    上级交办: '转办交办督办',
    大数据监测: '大数据监测发现',
    突发安全生产事件: '突发安全事件',
  },
  suggestions: {
    投诉: '投诉举报',
    举报: '投诉举报',
    信访: '投诉举报',
    移送: '其他部门移送',
    案件移送: '其他部门移送',
    专项检查: '上级专门部署',
    专项部署: '上级专门部署',
    事故: '突发安全事件',
    其他: '其他非双随机',
    外部门检查: '其他部门检查',
  },
}

/** Whether what was visited passed. */
export const passedWords: Words = {
  words: ['是', '否'],
  same: { ...yesNoWords.same, 合格: '是', 不合格: '否' },
  suggestions: { 未发现问题: '是', 发现问题: '否' },
}

/** What stands for "nothing" in an optional column (draw-spec section 1: `-` means absent). */
export const absentWords: ReadonlySet<string> = new Set(['-', '--', '—', '——', '－', '/', '／', '无'])
