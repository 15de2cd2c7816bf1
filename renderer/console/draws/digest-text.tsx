import { inGroups } from './draw-words.ts'

/** A digest with its name, in groups of four as it is read aloud and compared. */
export function DigestText({ name, code }: { readonly name: string; readonly code: string }) {
  return (
    <div className="draws-digest">
      <span className="draws-digest-name">{name}</span>
      <span className="draws-code">{inGroups(code)}</span>
    </div>
  )
}
