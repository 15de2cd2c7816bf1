import { expect, it } from 'vitest'
import { type PageMessage, takePorts } from '../../../renderer/connection/page-ports.ts'
import type { PagePort } from '../../../renderer/connection/port-link.ts'
import { pageReady, portsMessage } from '../../../shared/api/page-ports.ts'

const origin = 'ssj://console'
const { port1: port } = new MessageChannel()
port.close()

function page() {
  const posted: unknown[] = []
  const listeners: ((event: PageMessage) => void)[] = []
  const taken: string[] = []
  const window = {
    location: { origin },
    addEventListener: (_type: 'message', listener: (event: PageMessage) => void) => listeners.push(listener),
    postMessage: (message: unknown, target: string) => posted.push([message, target]),
  }
  takePorts(window, (name) => taken.push(name))
  const arrive = (message: Partial<PageMessage>) => {
    const event = { data: null, origin, source: window, ports: [], ...message }
    for (const listener of listeners) listener(event)
  }
  return { window, posted, taken, arrive }
}
const two: readonly PagePort[] = [port, port]

it('says that the page is ready, to its own origin only', () => {
  expect(page().posted).toEqual([[pageReady, origin]])
})

it('takes ports by their names, again and again', () => {
  const { taken, arrive } = page()
  arrive({ data: portsMessage(['core', 'shell']), ports: two })
  arrive({ data: portsMessage(['core']), ports: [port] })
  expect(taken).toEqual(['core', 'shell', 'core'])
})

it('takes no port from another window, another origin, or without its name', () => {
  const { taken, arrive } = page()
  const data = portsMessage(['core', 'shell'])
  arrive({ data, ports: two, origin: 'http://127.0.0.1:49152' })
  arrive({ data, ports: two, source: {} })
  arrive({ data, ports: [port] })
  arrive({ data: { ssjPorts: ['core', 'files'] }, ports: two })
  arrive({ data: 'core', ports: two })
  arrive({ data: null, ports: two })
  expect(taken).toEqual([])
})
