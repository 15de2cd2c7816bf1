import { Button, Input, Switch } from 'antd'
import { useState } from 'react'
import type { FormStyle } from '../../../shared/forms/form-style.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { flattenPicture } from './flatten-picture.ts'
import { HeadPreview } from './head-preview.tsx'

/** 版头 and what stands with it: the office's mark, red or not, the logo, address and telephone. */
export function HeadSheet({
  style,
  office,
  problems,
  set,
}: {
  readonly style: FormStyle
  readonly office: string
  readonly problems: Readonly<Record<string, string>>
  readonly set: (change: Partial<FormStyle>) => void
}) {
  const [unfit, setUnfit] = useState<string | null>(null)
  const take = async (file: File): Promise<void> => {
    const logo = await flattenPicture(file)
    if (logo === null)
      setUnfit(`“${file.name}”不是能读取的PNG或JPEG图片，或图片太大，没有采用；原来的标志不变。请另选一张。`)
    else {
      setUnfit(null)
      set({ logo })
    }
  }
  const line = (
    name: 'headOffice' | 'address' | 'phone',
    label: string,
    placeholder: string,
    note?: string,
  ) => (
    <div className="form-line">
      <label htmlFor={`style-${name}`}>{label}</label>
      <div>
        <Input
          id={`style-${name}`}
          value={style[name] ?? ''}
          maxLength={100}
          placeholder={placeholder}
          status={problems[name] === undefined ? '' : 'error'}
          onChange={(event) => set({ [name]: event.target.value === '' ? null : event.target.value })}
        />
        {problems[name] === undefined ? (
          note === undefined ? null : (
            <p className="quiet">{note}</p>
          )
        ) : (
          <p className="field-problem">{problems[name]}</p>
        )}
      </div>
    </div>
  )
  return (
    <Sheet title="版头">
      <div className="style-head">
        <div className="form">
          {line('headOffice', '发文机关标志', office, '通知书、函等公文顶端的大字；不填时用单位名称。')}
          <div className="form-line">
            <label htmlFor="style-red">红色版头</label>
            <div>
              <Switch
                id="style-red"
                checked={style.redHead}
                checkedChildren="印"
                unCheckedChildren="不印"
                onChange={(redHead) => set({ redHead })}
              />
              <p className="quiet">用印好红头的纸打印时，或单位不用红头时，请关闭。</p>
            </div>
          </div>
          <div className="form-line">
            <span className="form-label">单位标志</span>
            <div>
              <FileDrop
                accept="image/png,image/jpeg"
                title={style.logo === null ? '选择图片' : '换一张图片'}
                hint="PNG或JPEG，印在发文机关标志左侧；透明处印成白色。"
                onFile={(file) => void take(file)}
              />
              {unfit === null ? null : (
                <p className="field-problem" role="alert">
                  {unfit}
                </p>
              )}
              {style.logo === null ? null : (
                <Button className="style-remove" size="small" onClick={() => set({ logo: null })}>
                  移除标志
                </Button>
              )}
            </div>
          </div>
          {line('address', '单位地址', '如 云岭县城关镇人民路18号', '印在通知书、告知书的联系方式处。')}
          {line('phone', '单位电话', '如 0871-5550100')}
        </div>
        <HeadPreview style={style} office={office} />
      </div>
    </Sheet>
  )
}
