import { stepTitles } from './draw-words.ts'

/** The four steps, and where one is. A step that is over can be looked at again. */
export function StepsBar({
  current,
  looking = current,
  reached = current,
  look,
}: {
  /** where the session stands, from 0 */
  readonly current: number
  /** what is on screen */
  readonly looking?: number
  /** the last step that there is something to look at */
  readonly reached?: number
  readonly look?: (step: number) => void
}) {
  return (
    <ol className="draws-steps">
      {stepTitles.map((title, step) => {
        const state = step === current ? 'now' : step < current ? 'over' : 'ahead'
        const text = (
          <>
            <span className="draws-step-number" aria-hidden="true">
              {'①②③④'[step]}
            </span>
            {title}
          </>
        )
        return (
          <li
            key={title}
            className={`draws-step draws-step-${state}${step === looking ? ' draws-step-looking' : ''}`}
            aria-current={step === current ? 'step' : undefined}
          >
            {look !== undefined && step <= reached ? (
              <button type="button" onClick={() => look(step)} aria-pressed={step === looking}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
