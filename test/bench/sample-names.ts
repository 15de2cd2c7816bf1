import { usccCheckCharacter } from '../../shared/registry/uscc.ts'

const characters = [
  ...'安邦宝本昌长成诚驰创达大德鼎东发方丰富刚高冠光广贵国海航浩和恒弘宏华汇惠吉佳嘉坚健江金锦晶景九久巨凯康科坤',
  ...'兰朗乐力立利联隆茂美民明铭南能宁鹏平普启千乾勤庆仁荣瑞润森山盛世顺泰腾天通旺威文祥欣新兴旭亚耀业益永优宇元远',
]
const trades = ['建筑工程', '物业服务', '燃气', '房地产开发', '供热', '装饰工程', '混凝土', '工程监理']
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const givenNames = ['伟', '晓东', '建国', '淑芬', '艳静', '海', '玉琳', '志强', '文静', '娜雪', '超']

/** The element at `index`, from the beginning again after the last. */
export function cyclic<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}

/** The name of a firm of the invented 云岭县: another for every index below a million. */
export function sampleFirmName(index: number): string {
  const base = characters.length
  const word = [index, Math.floor(index / base), Math.floor(index / base ** 2)]
    .map((digit) => cyclic(characters, digit))
    .join('')
  return `云岭县${word}${cyclic(trades, index)}有限公司`
}

/** A valid 统一社会信用代码, another for every index below 10^8. */
export function sampleUscc(index: number): string {
  const first17 = `91350881M${String(index * 37 + 11)
    .padStart(8, '0')
    .slice(-8)}`
  return `${first17}${usccCheckCharacter(first17) ?? ''}`
}

/** The name of a person; names repeat, as they do. */
export function samplePersonName(index: number): string {
  return cyclic(surnames, index * 7 + Math.floor(index / 24)) + cyclic(givenNames, index)
}
