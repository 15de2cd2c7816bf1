import { memo } from 'react'
import type { FrameWitness, OutcomeRow, Part, PickLine, Result } from '../frame.ts'
import { groupsOfFour, numberParts, textWidth, unbroken } from '../words.ts'
import { Emblem } from './emblem.tsx'
import { QrCode } from './qr-code.tsx'

/** One piece of a frame. */
export function PartView({ part }: { readonly part: Part }) {
  switch (part.part) {
    case 'title':
      return (
        <section className="part title">
          <Emblem emblem={part.emblem} />
          <h1>{part.office ?? '双随机抽查'}</h1>
          <p className="strap">双随机、一公开　公开摇号</p>
        </section>
      )
    case 'opening':
      return (
        <section className="part opening">
          <p className="kind">
            <span>{part.office}</span>
            <span>{part.kind}</span>
          </p>
          <h1 className={textWidth(part.task) > 26 ? 'long' : ''}>{part.task}</h1>
          <p className="attempt">
            第<b>{part.attempt}</b>次摇号
          </p>
          <p className="items">抽查事项：{part.items.join('；')}</p>
        </section>
      )
    case 'notice':
      return (
        <section className={`part notice ${part.tone}`}>
          <h1>{part.head}</h1>
          {part.strong === null ? null : <p className="strong">{part.strong}</p>}
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )
    case 'digest':
      return (
        <section className={part.code === null ? 'part digest' : 'part digest coded'}>
          <div>
            <h2>{part.label}</h2>
            <Digest digest={part.digest} />
          </div>
          {part.code === null ? null : <QrCode content={part.code} label={`${part.label}的二维码`} />}
          {part.note === null ? null : <p className="note">{part.note}</p>}
        </section>
      )
    case 'facts':
      return (
        <section className="part facts">
          <h2>{part.head}</h2>
          <dl>
            {part.rows.map((row) => (
              <div key={row.name}>
                <dt>{row.name}</dt>
                <dd>{row.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    case 'lines':
      return (
        <section className="part lines">
          <h2>{part.head}</h2>
          <ol>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )
    case 'witnesses':
      return (
        <section className="part witnesses">
          {part.rows.map((row) => (
            <div className={row.given ? 'witness given' : 'witness'} key={row.seat}>
              <Witness witness={row} />
              <span className="state">{row.given ? '✓ 已交' : '○ 未交'}</span>
            </div>
          ))}
          <p className="note">数字全部交齐前互不公开，交齐后一并打开。</p>
        </section>
      )
    case 'digits':
      return (
        <section className="part witnesses">
          <p className="note">{part.note}</p>
          {part.rows.map((row) => (
            <div className="witness opened" key={row.seat}>
              <Witness witness={row} />
              <p className={`digits ${row.digits.length > 16 ? 'long' : ''}`}>
                {keyed(groupsOfFour(row.digits)).map(({ key, text }) => (
                  <span key={key}>{text}</span>
                ))}
              </p>
            </div>
          ))}
        </section>
      )
    case 'results':
      return (
        <section className="part results">
          {part.rows.map((row) => (
            <ResultRow key={row.key} result={row} />
          ))}
        </section>
      )
    case 'outcome':
      return (
        <section className="part outcome">
          {part.rows.map((row) => (
            <OutcomeLine row={row} key={row.key} />
          ))}
        </section>
      )
    case 'single':
      return <SingleView result={part.result} />
  }
}

/** 64 hex digits in groups of four, eight a line. */
export function Digest({ digest }: { readonly digest: string }) {
  return (
    <p className="hex">
      {keyed(groupsOfFour(digest)).map(({ key, text }) => (
        <span key={key}>{text}</span>
      ))}
    </p>
  )
}

/** The one that was drawn, as large as the room needs: with mark, word and border. */
function SingleView({ result }: { readonly result: Result }) {
  return (
    <section className="part single">
      <p className="single-head">
        <span className="stamp">✓ 抽中</span>
        <span>{result.head}</span>
      </p>
      {result.context === null ? null : <p className="context">{unbroken(result.context)}</p>}
      <div className={result.drawn.length > 1 ? 'drawn several' : 'drawn'}>
        {result.drawn.map(({ name, pick }) => (
          <div className="one" key={name}>
            <Drawn name={name} most={result.drawn.length > 1 ? 10 : 26} />
            {pick === null ? null : <PickView pick={pick} short={result.drawn.length > 1} />}
          </div>
        ))}
      </div>
      {result.remark === null ? null : <p className="remark">{unbroken(result.remark)}</p>}
    </section>
  )
}

/** A name as large as it can be, up to `most` characters; the number that stands for one, the same. */
function Drawn({ name, most }: { readonly name: string; readonly most: number }) {
  const parts = numberParts(name)
  if (parts === null) return <p className={textWidth(name) > most ? 'name long' : 'name'}>{name}</p>
  return (
    <p className="numbered">
      <span>{parts.kind}</span>
      <b className="name">{parts.number}</b>
    </p>
  )
}

/** A row that stands is not rendered anew when more of its list is mounted. */
const ResultRow = memo(function ResultRow({ result }: { readonly result: Result }) {
  return (
    <div className="result">
      <p className="result-head">
        <span className="stamp">✓</span>
        <span>{unbroken(result.context ?? result.head)}</span>
      </p>
      {result.drawn.map(({ name, pick }) => (
        <div className="one" key={name}>
          <p className="name">{unbroken(name)}</p>
          {pick === null ? null : <PickView pick={pick} short={false} />}
        </div>
      ))}
      {result.remark === null ? null : <p className="remark">{unbroken(result.remark)}</p>}
    </div>
  )
})

const OutcomeLine = memo(function OutcomeLine({ row }: { readonly row: OutcomeRow }) {
  return (
    <div className="outcome-row">
      <span className="number">{row.number}</span>
      <p>
        <b>{unbroken(row.name)}</b>
        {row.people === null ? null : <span>{unbroken(row.people)}</span>}
      </p>
    </div>
  )
})

function PickView({ pick, short }: { readonly pick: PickLine; readonly short: boolean }) {
  return (
    <p className="pick">
      <span>第{pick.i}次</span>
      <span className="hash">{pick.hash}…</span>
      {short ? null : <span>{pick.sum}</span>}
    </p>
  )
}

function Witness({ witness }: { readonly witness: FrameWitness }) {
  return (
    <p className="who">
      <span className="seat">{witness.seat}</span>
      <b>{witness.name}</b>
      <span>{witness.role}</span>
    </p>
  )
}

/** Texts of a fixed order, which may repeat, with keys. */
function keyed(texts: readonly string[]): readonly { readonly key: string; readonly text: string }[] {
  return texts.map((text, index) => ({ key: `${index} ${text}`, text }))
}
