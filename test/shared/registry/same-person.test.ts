import { expect, it } from 'vitest'
import { isSamePerson, nameAsTyped } from '../../../shared/registry/same-person.ts'

it('blanks, full width, letter case, signs and what nobody sees make no second person', () => {
  expect(isSamePerson('张 拟稿', '张拟稿')).toBe(true)
  expect(isSamePerson('ＬＩ', 'li')).toBe(true)
  expect(isSamePerson('张拟稿', '张拟稿。')).toBe(true)
  expect(isSamePerson('张拟稿', '张\u200b拟稿')).toBe(true)
  expect(isSamePerson('张拟稿', '张拟搞')).toBe(false)
})

it('a name is kept without blanks at its ends and without what nobody sees', () => {
  expect(nameAsTyped(' 张  拟稿\u200b ')).toBe('张 拟稿')
})
