import { useEffect } from 'react'
import { create } from 'zustand'
import {
  type EntryShape,
  mergeEntries,
  type StoredEntry,
  sameEntry,
  storedEntry,
  type TypedEntry,
  typedEntry,
} from './entry-values.ts'

/** What is typed and not saved, with what it began from. */
interface Draft {
  readonly base: StoredEntry
  readonly version: number
  readonly typed: TypedEntry
  /** whether it says something else than what it began from */
  readonly dirty: boolean
}

interface Drafts {
  readonly drafts: Readonly<Record<string, Draft>>
}

/** What this window holds and has not saved: going to another page, object or tab loses nothing of it. */
const useDrafts = create<Drafts>()(() => ({ drafts: {} }))

function keep(key: string, draft: Draft | null): void {
  useDrafts.setState(({ drafts: { [key]: _, ...others } }) => ({
    drafts: draft === null ? others : { ...others, [key]: draft },
  }))
}

/** The key of what is entered of a whole inspection. */
export const inspectionKey = (draw: string): string => `${draw} `
/** The key of what is entered of one object. */
export const visitKey = (draw: string, object: string): string => `${draw} ${object}`

/** Keys of what is not saved of a draw. */
export function useUnsaved(draw: string): readonly string[] {
  const drafts = useDrafts((state) => state.drafts)
  return Object.keys(drafts).filter((key) => key.startsWith(`${draw} `) && drafts[key]?.dirty === true)
}

/** Asks before a window with something unsaved is closed or loaded anew: the browser does, or the program's shell. */
export function useLeaveGuard(): void {
  const unsaved = useDrafts((state) => Object.values(state.drafts).some(({ dirty }) => dirty))
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}

/** What is being typed over something stored. */
export interface EntryDraft {
  readonly typed: TypedEntry
  readonly dirty: boolean
  /** version that it began from: what is saved names it */
  readonly version: number
  /** what it began from, where something newer is stored by now; else `null` */
  readonly staleBase: StoredEntry | null
  readonly change: (change: (typed: TypedEntry) => TypedEntry) => void
  readonly discard: () => void
  /** Goes on from what is stored now, with both windows' changes. */
  readonly rebase: (wins: 'mine' | 'theirs') => void
}

/** The draft under `key` over `stored`. */
export function useEntryDraft(
  key: string,
  shape: EntryShape,
  stored: { readonly version: number; readonly entry: StoredEntry },
): EntryDraft {
  const { version, entry } = stored
  // What was typed and taken back again is nothing to compare with what another window wrote.
  const wanted = (draft: Draft | undefined) =>
    draft !== undefined && (draft.dirty || draft.version === version) ? draft : null
  const draft = wanted(useDrafts((state) => state.drafts[key]))
  return {
    typed: draft?.typed ?? typedEntry(shape, entry),
    dirty: draft?.dirty ?? false,
    version: draft?.version ?? version,
    staleBase: draft !== null && draft.version !== version ? draft.base : null,
    change(change) {
      const before = wanted(useDrafts.getState().drafts[key])
      const typed = change(before?.typed ?? typedEntry(shape, entry))
      const base = before?.base ?? entry
      const dirty = !sameEntry(shape, base, storedEntry(shape, typed))
      keep(key, { base, version: before?.version ?? version, typed, dirty })
    },
    discard: () => keep(key, null),
    rebase(wins) {
      if (draft === null) return
      const merged = mergeEntries(shape, draft.base, storedEntry(shape, draft.typed), entry, wins)
      const typed = typedEntry(shape, merged)
      keep(key, sameEntry(shape, merged, entry) ? null : { base: entry, version, typed, dirty: true })
    },
  }
}
