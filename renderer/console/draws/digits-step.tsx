import { Alert, Button, Input } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { DrawSession } from '../../../shared/api/session.ts'
import { MIN_DIGITS_TOGETHER } from '../../../shared/draw/ceremony.ts'
import { useApi } from '../api.ts'
import { PaperButton } from '../papers/paper-button.tsx'
import { inGroups } from './draw-words.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

type Session = Extract<DrawSession, { readonly state: 'frozen' }>

/** ② 见证数字: typed masked, opened together, read back, then confirmed: that draws. */
export function DigitsStep({
  session,
  show,
}: {
  readonly session: Session
  readonly show: (session: DrawSession) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const { number, entries, opened, witnesses } = session
  const allIn = entries.every((entry) => entry.entered)
  const onward = useRef<HTMLButtonElement>(null)
  const [taken, setTaken] = useState(0)
  const followed = useRef(0)
  // The field of the last digits is gone once they are taken: the keys go on with the button. That all are in may be
  // heard of before the answer to the last ones, or after it.
  useEffect(() => {
    if (taken === followed.current || !allIn || opened) return
    followed.current = taken
    onward.current?.focus()
  }, [taken, allIn, opened])
  const next = entries.find((entry) => !entry.entered)?.seat ?? null
  const openAll = () => void action.run(async () => show(await core.draws.openDigits({ number })))
  const confirm = () => void action.run(async () => show(await core.draws.confirmDigits({ number })))
  return (
    <section className="draws-sheet" aria-label="见证数字">
      <p className="draws-lead">
        {opened
          ? '请逐位念出，见证人核对无误后确认。念错或录错的可以更正。'
          : `请见证人用骰子、摇号球或事先写好的纸条产生数字，每人 6 至 64 位，合计不少于 ${MIN_DIGITS_TOGETHER} 位。全部交齐之前不显示。`}
      </p>
      <div className="draws-seats">
        {witnesses.map(({ seat, role, name }) => {
          const entry = entries.find((candidate) => candidate.seat === seat)
          return (
            <SeatDigits
              // An entry that was opened is another field than one that is typed.
              key={`${seat} ${opened}`}
              number={number}
              seat={seat}
              who={`${role}　${name}`}
              entered={entry?.entered ?? false}
              digits={entry?.digits ?? null}
              opened={opened}
              next={seat === next}
              show={(after) => {
                setTaken((times) => times + 1)
                show(after)
              }}
            />
          )
        })}
      </div>
      {opened ? (
        <Alert
          className="draws-note"
          type="warning"
          showIcon
          title="确认之后结果当场产生并封存，不能重来；数字也不能再改。"
        />
      ) : null}
      <div className="draws-buttons">
        {opened ? (
          <Button type="primary" size="large" loading={action.busy} onClick={confirm}>
            确认数字并摇号
          </Button>
        ) : (
          <Button
            ref={onward}
            type="primary"
            size="large"
            disabled={!allIn}
            loading={action.busy}
            onClick={openAll}
          >
            一起公布数字
          </Button>
        )}
        {allIn || opened ? null : (
          <>
            <span className="draws-hint">
              已交 {entries.filter((entry) => entry.entered).length} 人，共 {witnesses.length} 人
            </span>
            <PaperButton number={number} form="digit-slips" label="打印见证人数字条" />
          </>
        )}
      </div>
      <RefusalNote sentence={action.refusal} />
    </section>
  )
}

function SeatDigits({
  number,
  seat,
  who,
  entered,
  digits,
  opened,
  next,
  show,
}: {
  readonly number: string
  readonly seat: number
  readonly who: string
  readonly entered: boolean
  readonly digits: string | null
  readonly opened: boolean
  readonly next: boolean
  readonly show: (session: DrawSession) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [editing, setEditing] = useState(false)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLButtonElement>(null)
  const edited = useRef(false)
  const typing = editing || !entered
  useEffect(() => {
    if (next || editing) field.current?.focus({ preventScroll: true })
    else if (edited.current) again.current?.focus()
    edited.current = editing
  }, [next, editing])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.run(async () => {
      const session = await core.draws.enterDigits({ number, seat, digits: typed })
      // Only what the core has taken is cleared away.
      setTyped('')
      setEditing(false)
      show(session)
    })
  }
  const label = `第${seat}位见证人的数字`
  return (
    <form className="draws-seat" onSubmit={submit}>
      <div className="draws-seat-who">
        <span className="draws-seat-number">第 {seat} 席</span>
        <span>{who}</span>
      </div>
      {typing ? (
        <div className="draws-row">
          <Input
            ref={(input) => {
              field.current = input?.input ?? null
            }}
            className={opened ? 'draws-digits-input' : 'draws-digits-input draws-masked'}
            size="large"
            aria-label={label}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button size="large" htmlType="submit" type="primary" loading={action.busy} disabled={typed === ''}>
            {opened ? '更正' : '交上'}
          </Button>
          {editing ? (
            <Button size="large" onClick={() => setEditing(false)}>
              不改了
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="draws-row">
          <span className={digits === null ? 'draws-digits draws-digits-hidden' : 'draws-digits'}>
            {digits === null ? '已交，等待一起公布' : inGroups(digits)}
          </span>
          {digits === null ? null : <span className="draws-hint">共 {digits.length} 位</span>}
          <Button ref={again} onClick={() => setEditing(true)}>
            {opened ? '更正' : '重新录入'}
          </Button>
        </div>
      )}
      <RefusalNote sentence={action.refusal} />
    </form>
  )
}
