import { type DrawSession, isConcealed } from '../../shared/api/session.ts'
import type { Frame } from './frame.ts'

/** A session whose lists are frozen. */
export type FrozenSession = Exclude<DrawSession, { state: 'committed' | 'aborted' }>
/** A session whose outcome is sealed. */
export type DrawnSession = Exclude<FrozenSession, { state: 'frozen' }>

const modeMarks = { official: null, rehearsal: '演练', unwitnessed: '未经现场见证' } as const
const endMarks: Partial<Record<DrawSession['state'], string>> = { aborted: '已中止', void: '已作废' }

/** What every picture of a session says, whatever else it shows. */
export function frameFacts(
  session: DrawSession,
  name: string,
): Pick<Frame, 'key' | 'number' | 'sealedAt' | 'marks' | 'concealed' | 'roll'> {
  const marks = [modeMarks[session.mode], endMarks[session.state]]
  return {
    key: `${session.number}/${session.attempt}/${name}`,
    number: session.number,
    sealedAt: null,
    marks: marks.filter((mark) => mark !== null && mark !== undefined),
    concealed: isConcealed(session),
    roll: null,
  }
}

/** The name of a stratum (分层), or its id where it has none. */
export function stratumName(session: FrozenSession, id: string): string {
  return session.strata.find((stratum) => stratum.id === id)?.name ?? id
}
