import { describe, expect, it } from 'vitest'
import { fieldGroups } from '../../../renderer/console/registers/field-groups.ts'
import { registerFields } from '../../../renderer/console/registers/register-fields.ts'
import { readRow, typedRow } from '../../../renderer/console/registers/row-values.ts'
import { registerNames } from '../../../shared/registry/columns.ts'

describe('the groups of a form', () => {
  it('every field of every register stands in exactly one of them', () => {
    for (const register of registerNames) {
      const typed = { ...typedRow(register, null), included: false }
      const shown = fieldGroups(register, typed).flatMap(({ fields }) => fields.map(({ field }) => field))
      expect(shown.toSorted()).toEqual(
        registerFields(register)
          .map(({ field }) => field)
          .toSorted(),
      )
    }
  })

  it('the reason for leaving an item out is asked for where it is left out, and only there', () => {
    const typed = typedRow('items', null)
    const titles = (values: typeof typed) => fieldGroups('items', values).map(({ title }) => title)
    expect(titles(typed)).not.toContain('不纳入双随机')
    expect(titles({ ...typed, included: false })).toContain('不纳入双随机')
  })

  it('an item that is left out cannot be saved without its reason (S1 附件2一)', () => {
    const typed = { ...typedRow('items', null, { name: '人防工程检查' }), included: false }
    const read = readRow('items', typed)
    expect(read).toEqual({
      ok: false,
      problems: { reasonNotIncluded: '未纳入双随机的事项须写明理由（S1 附件2一）' },
    })
    expect(readRow('items', { ...typed, reasonNotIncluded: '突发安全事件，不适用双随机' }).ok).toBe(true)
  })
})
