/** Between a page and the preload script of its window: how ports are handed over. */

/** The scheme that Electron serves our own pages by. */
export const pageScheme = 'ssj'

/** What a port leads to: the core, or the shell around the window. */
export const portNames = ['core', 'shell'] as const
export type PortName = (typeof portNames)[number]

/** A page says that it is ready to take ports. */
export const pageReady = 'ssj-page-ready'

interface PortsMessage {
  readonly ssjPorts: readonly PortName[]
}

/** The message that comes with ports: what each of them leads to, in their order. */
export function portsMessage(names: readonly PortName[]): PortsMessage {
  return { ssjPorts: names }
}

/** What the ports that come with a message lead to; `null` where it is no such message. */
export function handedOver(message: unknown): readonly PortName[] | null {
  if (typeof message !== 'object' || message === null || !('ssjPorts' in message)) return null
  const { ssjPorts: names } = message
  return Array.isArray(names) && names.every(isPortName) ? names : null
}

function isPortName(name: unknown): name is PortName {
  return portNames.some((known) => known === name)
}
