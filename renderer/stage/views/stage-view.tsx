import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { LinkState } from '../../connection/link-state.ts'
import type { Frame, Roll } from '../frame.ts'
import { keyAction } from '../key-action.ts'
import { poolRows, type RollRow } from '../pool-rows.ts'
import { reelSize } from '../reel-size.ts'
import { playRest } from '../rest-sound.ts'
import type { Picture, StageModel } from '../stage-model.ts'
import { timeWords } from '../words.ts'
import { OperatorBar } from './operator-bar.tsx'
import { Pages } from './pages.tsx'
import { Reel } from './reel.tsx'
import { usePictureWidth } from './use-picture-width.ts'

/** A page that nobody turns turns by itself after so many milliseconds. */
const pageTime = 12_000

interface StageViewProps {
  readonly model: StageModel
  readonly links: LinkState
  readonly bar: boolean
  readonly calm: boolean
}

/** The whole window of the stage (大屏). */
export function StageView({ model, links, bar, calm }: StageViewProps) {
  const picture = useSyncExternalStore(model.subscribe, model.picture)
  const linked = useSyncExternalStore(links.subscribe, () => links.up)
  const still = calm || picture.stage?.still === true
  useKeys(model)
  useTurning(model, picture, still)
  const width = usePictureWidth()
  const onCount = useCallback((pages: number) => model.laidOut(pages), [model])
  const onRest = useCallback(() => {
    if (model.picture().stage?.sound === true) playRest()
    model.rested()
  }, [model])
  const { frame } = picture
  const step = (action: 'next' | 'back') => model.act(action, performance.now())
  return (
    <div className={bar ? 'window barred' : 'window'}>
      <main className={picture.dark ? 'picture dark' : 'picture'} data-frame={frame?.key ?? ''}>
        {frame === null ? (
          <p className="waiting">{linked ? '正在载入' : lostWords}</p>
        ) : (
          <>
            <Watermarks marks={frame.marks} />
            <Head frame={frame} picture={picture} linked={linked} />
            {frame.concealed ? <p className="concealed">{concealedWords}</p> : null}
            <Body frame={frame} picture={picture} width={width} onCount={onCount} onRest={onRest} />
            {frame.sealedAt === null ? null : (
              <footer className="sealed">
                <span>结果已先行封存，动画仅作展示</span>
                <span>{timeWords(frame.sealedAt)} 封存</span>
              </footer>
            )}
          </>
        )}
      </main>
      {bar ? (
        <OperatorBar
          linked={linked}
          canGoOn={picture.canGoOn || picture.dark}
          canGoBack={picture.canGoBack}
          onNext={() => step('next')}
          onBack={() => step('back')}
        />
      ) : null}
    </div>
  )
}

const concealedWords = '保密抽取：现场只显示编号，检查实施后公布名称'
const lostWords = '连接中断，画面不变，正在自动恢复'

function Head(props: { readonly frame: Frame; readonly picture: Picture; readonly linked: boolean }) {
  const { frame, picture, linked } = props
  if (frame.number === null && linked) return null
  return (
    <header className="head">
      {linked ? <h1>{frame.head}</h1> : <p className="lost">{lostWords}</p>}
      {frame.marks.map((mark) => (
        <span className="badge" key={mark}>
          {mark}
        </span>
      ))}
      {picture.pages > 1 && picture.rolling === null ? (
        <span className="page-number">
          {picture.page + 1}/{picture.pages}
        </span>
      ) : null}
      <span className="draw-number">{frame.number}</span>
    </header>
  )
}

interface BodyProps {
  readonly frame: Frame
  readonly picture: Picture
  readonly width: number
  readonly onCount: (pages: number) => void
  readonly onRest: () => void
}

/** What stands between head and foot. A reel that rolled stays where it rested, above the one it rested on. */
function Body({ frame, picture, width, onCount, onRest }: BodyProps) {
  const { rolling } = picture
  const [only] = frame.parts
  const single = only?.part === 'single' ? only.result : null
  const roll: Roll | null = rolling ?? (single === null ? null : frame.roll)
  const rows: readonly RollRow[] = roll === null ? [] : poolRows(picture.pools, picture.session, roll.pool)
  const size = reelSize(rows, width, rolling === null ? single : null, frame.concealed)
  return (
    <div className="body">
      {roll === null || rows.length === 0 || size.seen === 0 ? null : (
        <Reel
          rows={rows}
          roll={roll}
          lines={size.lines}
          seen={size.seen}
          moving={rolling !== null}
          onRest={onRest}
        />
      )}
      {rolling === null ? (
        <Pages frame={frame} page={picture.page} onCount={onCount} key={`${frame.key} ${frame.concealed}`} />
      ) : (
        <div className="pages" />
      )}
    </div>
  )
}

function Watermarks({ marks }: { readonly marks: readonly string[] }) {
  if (marks.length === 0) return null
  return (
    <div className="watermark" aria-hidden="true">
      {['above', 'middle', 'below'].map((line) => (
        <span key={line} data-words={Array(4).fill(marks.join(' ')).join('　')} />
      ))}
    </div>
  )
}

function useKeys(model: StageModel): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const onButton = event.target instanceof HTMLButtonElement
      if (onButton && (event.key === 'Enter' || event.key === ' ')) {
        if (event.repeat) event.preventDefault()
        return
      }
      const action = keyAction(event)
      if (action === null) return
      event.preventDefault()
      model.act(action, event.timeStamp)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [model])
}

function useTurning(model: StageModel, picture: Picture, still: boolean): void {
  const { turned, pages, page, frame, rolling } = picture
  const key = frame?.key
  useEffect(() => {
    if (still || turned || rolling !== null || page + 1 >= pages || key === undefined) return
    const timer = setTimeout(() => model.turnByItself(), pageTime)
    return () => clearTimeout(timer)
  }, [model, still, turned, rolling, page, pages, key])
}
