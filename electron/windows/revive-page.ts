import type { WebContents } from 'electron'

/** Loads a page anew whose process died: the core holds the session, and the page comes back to the same frame. */
export function reviveWhenCrashed(contents: WebContents): void {
  contents.on('render-process-gone', (_event, { reason }) => {
    // Whoever closes a window ends its process too.
    if (reason !== 'clean-exit') contents.reload()
  })
}
