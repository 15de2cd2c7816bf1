import { Segmented } from 'antd'
import type { FormStyle } from '../../../shared/forms/form-style.ts'
import { Sheet } from '../parts/sheet.tsx'

/** 公示稿: whether 执法证号 is published in full (文书版式). */
export function NoticeStyleSheet({
  style,
  set,
}: {
  readonly style: FormStyle
  readonly set: (change: Partial<FormStyle>) => void
}) {
  return (
    <Sheet title="公示稿">
      <div className="form">
        <div className="form-line">
          <span className="form-label" id="style-certificates">
            执法证号
          </span>
          <div>
            <Segmented<FormStyle['certificatesInNotices']>
              aria-labelledby="style-certificates"
              value={style.certificatesInNotices}
              options={[
                { value: 'covered', label: '只公开末四位' },
                { value: 'full', label: '公开全号' },
              ]}
              onChange={(certificatesInNotices) => set({ certificatesInNotices })}
            />
            <p className="quiet">
              只影响向社会公布的公示稿。交给被检查对象的文书总是印全号；电话、身份证号、住址总是遮盖。
            </p>
          </div>
        </div>
      </div>
    </Sheet>
  )
}
