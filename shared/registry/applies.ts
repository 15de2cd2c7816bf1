import type { InspectionItem } from './inspection-item.ts'
import type { InspectionObject } from './inspection-object.ts'

type Applying = Pick<InspectionItem, 'name' | 'appliesKinds' | 'appliesCategories'>

/** Whether a person has confirmed which objects an item applies to (适用对象). */
export function isConfirmed(item: Applying): boolean {
  return item.appliesKinds.length > 0 || item.appliesCategories.length > 0
}

/**
 * Whether an item applies to an object: the object names the item itself (适用事项), or fits the kind and the 经营类别
 * that were confirmed for the item. An item without a confirmation applies to no object but those that name it.
 */
export function applies(
  item: Applying,
  object: Pick<InspectionObject, 'kind' | 'businessCategory' | 'items'>,
): boolean {
  if (object.items.includes(item.name)) return true
  if (!isConfirmed(item)) return false
  const { appliesKinds: kinds, appliesCategories: categories } = item
  return (
    (kinds.length === 0 || kinds.includes(object.kind)) &&
    (categories.length === 0 ||
      (object.businessCategory !== null && categories.includes(object.businessCategory)))
  )
}

/**
 * What the 检查对象 of the list names when it is, letter for letter, a kind or a 经营类别 of the register: proposed to a
 * person, who confirms it; `null` where the word is neither. Nothing is guessed from a part of a word.
 */
export function proposedObjects(
  words: string | null,
  categories: ReadonlySet<string>,
): Pick<InspectionItem, 'appliesKinds' | 'appliesCategories'> | null {
  if (words === null) return null
  const appliesKinds: InspectionItem['appliesKinds'] = []
  const appliesCategories: string[] = []
  for (const word of words.split(/[、,，;；]/).map((part) => part.trim())) {
    if (word === '企业' || word === '从业人员' || word === '项目' || word === '行为') appliesKinds.push(word)
    else if (categories.has(word)) appliesCategories.push(word)
    else return null
  }
  // “项目、燃气经营” names either, and a confirmation of both asks for both at once.
  if (appliesKinds.length > 0 && appliesCategories.length > 0) return null
  return { appliesKinds, appliesCategories }
}
