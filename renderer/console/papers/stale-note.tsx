import { Alert, Button } from 'antd'
import { momentInWords } from '../parts/in-words.ts'
import type { EntryDraft } from './entry-drafts.ts'
import { type EntryShape, entryDifferences, type StoredEntry, storedEntry } from './entry-values.ts'

/** That another window saved meanwhile: what it wrote, and whose words count where both changed the same. */
export function StaleNote({
  shape,
  draft,
  stored,
}: {
  readonly shape: EntryShape
  readonly draft: EntryDraft
  readonly stored: { readonly entry: StoredEntry; readonly at: string | null; readonly by: string | null }
}) {
  if (draft.staleBase === null) return null
  const mine = storedEntry(shape, draft.typed)
  const differences = entryDifferences(shape, draft.staleBase, mine, stored.entry)
  const both = differences.filter((difference) => difference.mine !== null).length
  const who = `${stored.by ?? '另一个窗口'}${stored.at === null ? '' : `于${momentInWords(stored.at)}`}`
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      role="alert"
      title={`${who}在别处保存了新的内容。这里填写的还没有保存，都保留着。`}
      description={
        <>
          {differences.length === 0 ? (
            <p>别处保存的与这里填写的没有不同，可以直接接着填。</p>
          ) : (
            <table className="rows papers-stale">
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  <th scope="col">别处保存的</th>
                  <th scope="col">这里填写的</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ name, title, theirs, mine: own }) => (
                  <tr key={name}>
                    <th scope="row">{title}</th>
                    <td>{theirs}</td>
                    <td>{own ?? <span className="quiet">没有改动</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div className="papers-buttons">
            {both === 0 ? (
              <Button size="small" type="primary" onClick={() => draft.rebase('mine')}>
                两边的改动都保留，接着填
              </Button>
            ) : (
              <>
                <Button size="small" type="primary" onClick={() => draft.rebase('mine')}>
                  两边都改了的，用这里填写的
                </Button>
                <Button size="small" onClick={() => draft.rebase('theirs')}>
                  两边都改了的，用别处保存的
                </Button>
              </>
            )}
          </div>
        </>
      }
    />
  )
}
