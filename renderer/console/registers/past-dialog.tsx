import { DatePicker, Modal } from 'antd'
import { useState } from 'react'

/** Asks for the day whose register is to be seen. */
export function PastDialog({
  title,
  close,
  onDay,
}: {
  readonly title: string
  readonly close: () => void
  readonly onDay: (day: string) => void
}) {
  const [day, setDay] = useState('')
  const run = (): void => {
    if (day !== '') onDay(day)
  }
  return (
    <Modal
      open
      width={440}
      title={`${title}在某日的样子`}
      okText="查看"
      cancelText="返回"
      okButtonProps={{ disabled: day === '' }}
      onOk={run}
      onCancel={close}
    >
      <p className="quiet">
        每次修改都保留原来的内容。选一个日期，看那一天终了时的名录，可以查找、比较、导出，不能修改。
      </p>
      <DatePicker
        className="past-day"
        autoFocus
        placeholder="年-月-日"
        disabledDate={(date) => date.valueOf() > Date.now()}
        onChange={(_, text) => setDay(typeof text === 'string' ? text : '')}
      />
    </Modal>
  )
}
