import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import { refusalSentence } from '../refusal-sentence.ts'

/** A session that was begun: its lists are frozen, or the sentence that says why not. */
export interface Begun {
  readonly session: DrawSession
  readonly refusal: string | null
}

/**
 * 取号并锁定名单: takes the number (unless one was taken for this draft), puts the draw on the stage and freezes its
 * lists. A refusal of the freeze leaves the number taken, and the session page goes on from there. Throws where no
 * number could be taken.
 */
export async function beginSession(core: ConsoleClient, draft: string): Promise<Begun> {
  const { number } = await core.draws.readDraft({ id: draft })
  const session = number === null ? await core.draws.commit({ draft }) : await core.draws.read({ number })
  // Whether the stage follows does not decide whether there is a draw: the page offers 投到大屏 again.
  await core.stage.show({ number: session.number }).catch(() => undefined)
  try {
    return { session: await core.draws.freeze({ number: session.number }), refusal: null }
  } catch (error) {
    return { session, refusal: refusalSentence(error) }
  }
}
