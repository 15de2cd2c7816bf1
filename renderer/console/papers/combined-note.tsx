import { useDocuments } from '../draws/document-list.tsx'
import { momentInWords } from '../parts/in-words.ts'
import { PaperButtons } from './paper-buttons.tsx'

/** The newest file that holds all papers in one (合成一个PDF). */
export function CombinedNote({ number }: { readonly number: string }) {
  const documents = useDocuments(number)
  const newest = documents?.findLast(({ kind, original }) => kind === 'combined' && original === null)
  if (newest === undefined) return null
  return (
    <div className="papers-combined">
      <span>
        最近合成的PDF：{newest.name}
        <span className="quiet">
          {newest.pages === null ? '' : `${newest.pages}页，`}
          {momentInWords(newest.at)}
        </span>
      </span>
      <span className="papers-buttons">
        <PaperButtons paper={newest} />
      </span>
    </div>
  )
}
