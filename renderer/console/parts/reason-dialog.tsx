import { App, Input } from 'antd'
import { useRef } from 'react'
import { refusalSentence } from '../refusal-sentence.ts'

/** A question that wants a reason before something is done. */
export interface ReasonQuestion {
  readonly title: string
  readonly text: string
  /** what the button says will happen */
  readonly ok: string
  readonly danger?: boolean
  readonly run: (reason: string) => Promise<unknown>
}

/** Asks for a reason and a confirmation; stays open with the sentence where it was refused. */
export function useReasonDialog(): (question: ReasonQuestion) => void {
  const { modal, message } = App.useApp()
  const reason = useRef('')
  return (question) => {
    reason.current = ''
    const dialog = modal.confirm({
      title: question.title,
      width: 480,
      content: (
        <div className="reason">
          <p>{question.text}</p>
          <label htmlFor="reason-text">原因（必填，记入台账）</label>
          <Input.TextArea
            id="reason-text"
            rows={3}
            maxLength={300}
            autoFocus
            onChange={(event) => {
              reason.current = event.target.value.trim()
              dialog.update({ okButtonProps: buttonProps(question, reason.current === '') })
            }}
          />
        </div>
      ),
      okText: question.ok,
      cancelText: '返回',
      okButtonProps: buttonProps(question, true),
      onOk: async () => {
        try {
          await question.run(reason.current.replace(/\s+/g, ' '))
        } catch (error) {
          void message.error(refusalSentence(error), 8)
          throw error
        }
      },
    })
  }
}

const buttonProps = (question: ReasonQuestion, disabled: boolean) => ({
  disabled,
  danger: question.danger ?? false,
})
