import { documentNumber, type FormStyle, usualPattern } from '../../../shared/forms/form-style.ts'

/** How the head of an official paper comes to look, while it is being set. */
export function HeadPreview({ style, office }: { readonly style: FormStyle; readonly office: string }) {
  const pattern = style.numberPattern?.trim() || usualPattern
  const number = documentNumber(pattern, '检通', new Date().getFullYear(), style.firstNumbers.检通 ?? 1)
  const mark = style.headOffice?.trim() || office || '单位名称'
  // The paper sets a long name smaller before it breaks it; a logo takes as much room as three characters.
  const room = mark.length + (style.logo === null ? 0 : 3)
  return (
    <figure className="head-preview">
      <div className={style.redHead ? 'head-paper head-red' : 'head-paper'}>
        <div className={room > 12 ? 'head-mark head-mark-long' : 'head-mark'}>
          {style.logo === null ? null : <img src={style.logo} alt="单位标志" />}
          <span>{mark}</span>
        </div>
        <div className="head-number">{number}</div>
        <div className="head-title">行政检查通知书</div>
        <div className="head-line" />
        <div className="head-line" />
        <div className="head-line head-short" />
      </div>
      <figcaption>示意，打印效果以“预览样张”为准</figcaption>
    </figure>
  )
}
