import './items.css'
import type { ItemCoverage } from '../../../shared/api/item-contract.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import { coverageInWords } from './coverage-words.ts'

/** Coverage of each field (领域) as a bar with the target's mark; the numbers stand beside it in words. */
export function CoverageBars({ coverage }: { readonly coverage: ItemCoverage }) {
  return (
    <div className="coverage-bars">
      {coverage.fields.map((field) => (
        <div key={field.field} className="coverage-field">
          <div className="coverage-head">
            <strong>{field.field}</strong>
            <span className="coverage-share">{field.share === null ? '—' : perCent(field.share)}</span>
            <span className={field.met === false ? 'coverage-state short' : 'coverage-state'}>
              {field.met === null ? '没有职权' : field.met ? '✓ 已达到' : '✗ 未达到'}
            </span>
          </div>
          <div className="coverage-bar" aria-hidden="true">
            <i
              className={field.met === false ? 'coverage-fill short' : 'coverage-fill'}
              style={{ width: `${(field.share ?? 0) / 100}%` }}
            />
            <i className="coverage-target" style={{ left: `${field.target / 100}%` }} />
          </div>
          <p className="coverage-words">{coverageInWords(field, coverage)}</p>
        </div>
      ))}
    </div>
  )
}
