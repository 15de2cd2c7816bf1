import { ipcRenderer } from 'electron'
import { pageReady } from '../shared/api/page-ports.ts'
import { portsChannel } from './windows/ports-channel.ts'

// The page cannot reach this script, nor this script the page's objects: ports are all that goes through.
window.addEventListener('message', (event) => {
  const isOwn = event.source === window && event.origin === window.location.origin
  if (isOwn && event.data === pageReady) ipcRenderer.send(pageReady)
})
ipcRenderer.on(portsChannel, (event, message: unknown) => {
  window.postMessage(message, window.location.origin, event.ports)
})
