import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { settingsSchema } from '../../../shared/api/setting-contract.ts'
import { useApi } from '../api.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'

/** Bytes of an emblem at most. */
const limit = 200 * 1024

/** The emblem (徽标) that the stage shows beside the office's name. */
export function EmblemSheet({ emblem }: { readonly emblem: string | null }) {
  const { query } = useApi()
  const { message } = App.useApp()
  const [unfit, setUnfit] = useState<string | null>(null)
  const write = useMutation(
    query.settings.write.mutationOptions({ onSuccess: () => void message.success('已保存') }),
  )
  const take = async (file: File): Promise<void> => {
    setUnfit(null)
    const address = file.size > limit ? null : await dataAddress(file)
    const read = settingsSchema.shape.emblem.safeParse(address)
    if (file.size > limit) setUnfit('图片超过200KB，没有保存。请缩小以后再选。')
    else if (!read.success || read.data === null) setUnfit('这不是PNG图片，没有保存。请另存为PNG以后再选。')
    else write.mutate({ emblem: read.data })
  }
  return (
    <Sheet
      title="大屏徽标"
      actions={
        emblem === null ? undefined : (
          <Button loading={write.isPending} onClick={() => write.mutate({ emblem: null })}>
            移除徽标
          </Button>
        )
      }
    >
      <Problem error={write.error} />
      {unfit === null ? null : (
        <p className="field-problem" role="alert">
          {unfit}
        </p>
      )}
      <div className="emblem">
        {emblem === null ? null : <img src={emblem} alt="现在的徽标" />}
        <FileDrop
          accept="image/png"
          title={emblem === null ? '选择PNG图片' : '换一张PNG图片'}
          hint="不超过200KB，透明底的方形图片最好看；不设置时大屏只显示单位名称。"
          onFile={(file) => void take(file)}
        />
      </div>
    </Sheet>
  )
}

function dataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
