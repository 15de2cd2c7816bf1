import { useMutation } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { ApplyingItem } from '../../../shared/api/item-contract.ts'
import type { ObjectCell } from '../../../shared/registry/object-cells.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import type { ShownObjects } from './applied-objects.tsx'
import {
  categoryOffers,
  choiceInWords,
  countOf,
  firstChoice,
  isChosen,
  kindOffers,
  type ObjectChoice,
} from './choice-of-objects.ts'
import { useStale } from './use-stale.ts'

/** One item: what its list says, what is chosen for it, and how many objects that gives. */
export function ApplyingRow({
  item,
  cells,
  onShow,
}: {
  readonly item: ApplyingItem
  readonly cells: readonly ObjectCell[]
  readonly onShow: (objects: ShownObjects) => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const onRefused = useStale()
  /** what was chosen here and is not confirmed yet */
  const [chosen, choose] = useState<ObjectChoice | null>(null)
  const [isChanging, change] = useState(false)
  const choice = chosen ?? firstChoice(item)
  const editable = !item.confirmed || isChanging
  const confirm = useMutation(
    query.items.confirm.mutationOptions({
      onSuccess: () => {
        change(false)
        choose(null)
        void message.success(`已确认“${item.name}”的适用对象`)
      },
      onError: (error) => {
        onRefused(error)
        void message.error(refusalSentence(error), 8)
      },
    }),
  )
  const count = countOf(item, choice, cells)
  return (
    <tr>
      <td className="applying-name">
        <strong>{item.name}</strong>
        <span className="quiet">
          <span className="code">{item.serial}</span> {item.department ?? ''}
        </span>
      </td>
      <td>
        {item.words ?? <span className="nothing">未填写</span>}
        {item.confirmed ? null : (
          <span className={item.proposal === null ? 'word-hint' : 'word-hint exact'}>
            {item.proposal === null ? '不是名录中的种类或经营类别' : '与名录逐字对应'}
          </span>
        )}
      </td>
      {editable ? (
        <>
          <td>
            <Select
              mode="multiple"
              className="choice-box"
              aria-label={`${item.name}适用的种类`}
              placeholder="不限"
              popupMatchSelectWidth={false}
              optionLabelProp="value"
              value={[...choice.kinds]}
              options={[...kindOffers(cells)]}
              onChange={(kinds: ApplyingItem['kinds']) => choose({ ...choice, kinds })}
            />
          </td>
          <td>
            <Select
              mode="multiple"
              className="choice-box"
              aria-label={`${item.name}适用的经营类别`}
              placeholder="不限"
              popupMatchSelectWidth={false}
              optionLabelProp="value"
              value={[...choice.categories]}
              options={[...categoryOffers(cells, choice.kinds)]}
              notFoundContent="名录中没有经营类别"
              onChange={(categories: string[]) => choose({ ...choice, categories })}
            />
          </td>
        </>
      ) : (
        <td colSpan={2}>
          {choiceInWords(choice)}
          <span className="word-hint">
            {item.confirmedBy} {item.confirmedAt === null ? '' : momentInWords(item.confirmedAt)} 确认
          </span>
        </td>
      )}
      <td className="number-column">
        {isChosen(choice) || count.all > 0 ? (
          <>
            <Button
              type="link"
              size="small"
              className="count-button"
              disabled={count.all === 0}
              onClick={() => onShow({ item: item.name, choice, count })}
            >
              {count.all.toLocaleString('zh-CN')} 个
            </Button>
            <span className={count.all === 0 ? 'word-hint none' : 'word-hint'}>
              {count.all === 0 ? '名录中没有' : `存续 ${count.inBusiness.toLocaleString('zh-CN')} 个`}
            </span>
          </>
        ) : (
          <span className="nothing">请选择</span>
        )}
      </td>
      <td className="action-column">
        {editable ? (
          <>
            <Button
              type={item.proposal === null && chosen === null ? 'default' : 'primary'}
              disabled={!isChosen(choice)}
              loading={confirm.isPending}
              onClick={() =>
                confirm.mutate({
                  items: [
                    {
                      serial: item.serial,
                      version: item.version,
                      kinds: [...choice.kinds],
                      categories: [...choice.categories],
                    },
                  ],
                })
              }
            >
              确认
            </Button>
            {isChanging ? (
              <Button
                type="text"
                onClick={() => {
                  change(false)
                  choose(null)
                }}
              >
                返回
              </Button>
            ) : null}
          </>
        ) : (
          <Button onClick={() => change(true)}>更改</Button>
        )}
      </td>
    </tr>
  )
}
