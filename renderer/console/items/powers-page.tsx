import './items.css'
import { RegisterPages } from '../registers/register-pages.tsx'
import { addressOf } from '../route.ts'
import { usePowers } from './item-calls.ts'
import { type PowerState, powerStates, powerStateWords } from './power-states.ts'

/** 权责清单: the register, and in a line how it stands to the list of items. */
export function PowersPage({ path }: { readonly path: string }) {
  return <RegisterPages register="powers" path={path} above={<PowersStrip />} />
}

function PowersStrip() {
  const { data } = usePowers()
  if (data === undefined || data.powers.length === 0) return null
  const count = (state: PowerState): number => data.powers.filter(({ standing }) => standing === state).length
  return (
    <p className="powers-strip">
      {powerStates
        .filter((state) => state === 'open' || count(state) > 0)
        .map((state) => (
          <span key={state} className={state === 'open' && count(state) > 0 ? 'short-mark' : undefined}>
            {powerStateWords[state]} {count(state)} 项
          </span>
        ))}
      <a href={addressOf('/items/left-out')}>{count('open') > 0 ? '逐项处理' : '查看对应情况'}</a>
    </p>
  )
}
