import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fresh } from './one-time-tokens.ts'

/** What a second start is answered: a window was opened, or the address to open one with. */
export type AnswerToSecond = { readonly opened: true } | { readonly opened: false; readonly address: string }

/** Where the running instance is asked, and what only whoever may read the data folder knows. */
const noteName = 'window.json'
const patience = 3_000

/**
 * Lets a second start on the same data folder ask the running instance for a window. The port and a secret stand in
 * a file in the data folder that its owner alone can read.
 */
export async function answerSecondStarts(
  folder: string,
  answer: () => AnswerToSecond,
): Promise<{ close(): void }> {
  const secret = fresh()
  const listener = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setTimeout(patience, () => socket.destroy())
    createInterface({ input: socket }).once('line', (line) => {
      socket.end(isSecret(line, secret) ? `${JSON.stringify(answer())}\n` : '')
    })
  })
  listener.listen({ host: '127.0.0.1', port: 0, exclusive: true })
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const note = path.join(folder, noteName)
  rmSync(note, { force: true })
  writeFileSync(note, `${JSON.stringify({ port, secret })}\n`, { mode: 0o600 })
  return {
    close() {
      rmSync(note, { force: true })
      listener.close()
    },
  }
}

function isSecret(line: string, secret: string): boolean {
  const [given, wanted] = [Buffer.from(line), Buffer.from(secret)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Asks the instance that has this data folder open; `null` where none answers. */
export async function askRunningInstance(folder: string): Promise<AnswerToSecond | null> {
  let socket: Socket | undefined
  try {
    const { port, secret } = JSON.parse(readFileSync(path.join(folder, noteName), 'utf8'))
    socket = connect({ host: '127.0.0.1', port: Number(port), timeout: patience })
    socket.on('timeout', () => socket?.destroy(new Error('the running instance does not answer')))
    await once(socket, 'connect')
    socket.write(`${secret}\n`)
    for await (const line of createInterface({ input: socket })) {
      const answer: unknown = JSON.parse(line)
      return isAnswer(answer) ? answer : null
    }
    return null
  } catch {
    // Whatever stands in the way, the sentence that the folder is open says what to do.
    return null
  } finally {
    socket?.destroy()
  }
}

function isAnswer(answer: unknown): answer is AnswerToSecond {
  if (typeof answer !== 'object' || answer === null || !('opened' in answer)) return false
  return answer.opened === true || ('address' in answer && typeof answer.address === 'string')
}
