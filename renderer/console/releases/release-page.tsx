import { Button } from 'antd'
import { Page } from '../parts/page.tsx'
import { go } from '../route.ts'
import { ReleasePanel } from './release-panel.tsx'

const words = {
  objects: { title: '检查对象名录', back: '返回检查对象' },
  inspectors: { title: '执法检查人员名录', back: '返回执法检查人员' },
} as const

/** 审核, 批准 and 公布 of a register (S2 第七条). */
export function ReleasePage({ register }: { readonly register: keyof typeof words }) {
  const { title, back } = words[register]
  return (
    <Page
      title={`${title}的审核、批准、公布`}
      note="名录照常修改；报审的是当时的内容，批准和公布的材料随之存档。"
      actions={<Button onClick={() => go(`/${register}`)}>{back}</Button>}
    >
      <ReleasePanel subject={register} />
    </Page>
  )
}
