import type { Database } from '../../db/open-database.ts'

const signs = [...'云岭重庆长乐建筑工程房屋物业服务燃气经营银河安居华泰宏远鼎盛']
const sign = (n: number) => signs[n % signs.length] ?? ''

/** Fills the register of 检查对象 with so many made-up firms. */
export function fillObjects(database: Database, rows: number, at: string): void {
  const objects = Array.from({ length: rows }, (_, n) => ({
    name: `云岭县${sign(n)}${sign(n * 7 + 3)}${sign(n * 13 + 5)}建筑工程有限公司${n}`,
    kind: '企业' as const,
    uscc: null,
    registrar: '云岭县市场监督管理局',
    legalRepresentative: `${sign(n * 3)}${sign(n * 5)}`,
    businessCategory: '房屋建筑',
    address: `云岭县城关镇建设路${n}号`,
    region: `第${n % 12}社区`,
    contact: null,
    phone: null,
    department: '建管股',
    items: ['建筑市场检查'],
    creditGrade: null,
    marks: [],
    state: '存续' as const,
  }))
  database.transaction(() => database.objects.add(objects, { at, by: '赵敏' }))
}
