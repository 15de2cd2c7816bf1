import { BrowserWindow, session } from 'electron'
import { pageScheme } from '../../shared/api/page-ports.ts'
import { documentAddress, documentAt } from './addresses.ts'
import { documentPreferences, hardenSession } from './hardening.ts'
import { answerDocument, type ShownDocument } from './page-protocol.ts'

/** A session of its own, in memory: the viewer of PDF needs rights that no page of ours has. */
const partition = 'documents'

/** The windows that show stored documents, to be printed from there by the system's dialog (打印预览). */
export class DocumentWindows {
  readonly #icon: string
  readonly #shown = new Map<
    string,
    { readonly name: string; readonly document: ShownDocument; readonly window: BrowserWindow }
  >()

  constructor(icon: string) {
    this.#icon = icon
    const viewing = session.fromPartition(partition)
    hardenSession(viewing, true)
    viewing.protocol.handle(pageScheme, (request) => {
      const id = documentAt(request.url)
      return answerDocument((id !== null && this.#shown.get(id)?.document) || null)
    })
  }

  /** Shows a document that was read and compared, or brings its window to the front. */
  open(id: string, name: string, document: ShownDocument, parent: BrowserWindow | null): void {
    const open = this.#shown.get(id)
    if (open !== undefined) {
      open.window.focus()
      return
    }
    const window = new BrowserWindow({
      title: name,
      icon: this.#icon,
      width: 980,
      height: 1040,
      ...(parent === null ? {} : { parent }),
      webPreferences: documentPreferences(partition),
    })
    // The viewer would put the document's own title there, which may be another.
    window.on('page-title-updated', (event) => event.preventDefault())
    this.#shown.set(id, { name, document, window })
    window.once('closed', () => this.#shown.delete(id))
    void window.loadURL(documentAddress(id))
  }

  /** The document that a window shows, or `null`. */
  shownIn(window: BrowserWindow): { readonly id: string; readonly name: string } | null {
    for (const [id, shown] of this.#shown) if (shown.window === window) return { id, name: shown.name }
    return null
  }
}
