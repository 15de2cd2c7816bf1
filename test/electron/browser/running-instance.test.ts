import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { answerSecondStarts, askRunningInstance } from '../../../electron/browser/running-instance.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'

it('a second start on the same data folder is answered by the first, until that ends', async () => {
  const folder = temporaryFolder()
  expect(await askRunningInstance(folder)).toBeNull()
  const answering = await answerSecondStarts(folder, () => ({ opened: true }))
  expect(await askRunningInstance(folder)).toEqual({ opened: true })
  answering.close()
  expect(await askRunningInstance(folder)).toBeNull()
})

it('answers nobody who cannot read the data folder', async () => {
  const folder = temporaryFolder()
  let asked = 0
  const answering = await answerSecondStarts(folder, () => {
    asked += 1
    return { opened: true }
  })
  onTestFinished(() => answering.close())
  const note = path.join(folder, 'window.json')
  if (process.platform !== 'win32') expect(statSync(note).mode & 0o077).toBe(0)
  const { port, secret } = JSON.parse(readFileSync(note, 'utf8'))
  for (const guess of ['', 'x', `${secret}x`, 'A'.repeat(secret.length)]) {
    const socket = connect({ host: '127.0.0.1', port })
    socket.write(`${guess}\n`)
    expect(await text(socket)).toBe('')
  }
  expect(asked).toBe(0)
})

it('a note that a killed instance left is no answer', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'window.json'), JSON.stringify({ port: 1, secret: 'x' }))
  expect(await askRunningInstance(folder)).toBeNull()
  writeFileSync(path.join(folder, 'window.json'), '{')
  expect(await askRunningInstance(folder)).toBeNull()
})
