/** What is needed of an issue of zod (or of any Standard Schema) to say it in words. */
export interface SchemaIssue {
  readonly message: string
  readonly code?: unknown
  readonly keys?: unknown
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

const words: Readonly<Record<string, string>> = {
  invalid_type: '没有填写，或类型不对',
  invalid_value: '不是允许的值',
  invalid_union: '不是允许的写法',
  invalid_format: '格式不对',
  invalid_key: '名称不对',
  too_big: '超过允许的上限',
  too_small: '低于允许的下限',
  not_multiple_of: '不是允许的数',
}

/** Where the issue is and what is wrong there, in Chinese: zod's own messages are English unless we wrote them. */
export function describeIssue(issue: SchemaIssue): { readonly place: string; readonly problem: string } {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
  return { place: path.join('.'), problem: problemOf(issue) }
}

/** All issues of a value in one sentence's part: `venue 没有填写；strata 分层编号重复`. */
export function describeIssues(issues: readonly SchemaIssue[]): string {
  return issues
    .map(describeIssue)
    .map(({ place, problem }) => `${place} ${problem}`.trim())
    .join('；')
}

function problemOf({ message, code, keys }: SchemaIssue): string {
  if (code === 'unrecognized_keys' && Array.isArray(keys)) return `不认识的内容：${keys.join('、')}`
  // Ours begin in Chinese, or with a field's name in quotes; zod's own are English, also where they quote Chinese words.
  if (/^“?\p{Script=Han}/u.test(message)) return message
  return words[String(code)] ?? '不合要求'
}
