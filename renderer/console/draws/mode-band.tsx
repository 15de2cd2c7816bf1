import type { DrawMode } from '../../../shared/draw/manifest.ts'

/** 演练 and 未经现场见证 stand across every screen. */
export function ModeBand({ mode }: { readonly mode: DrawMode }) {
  if (mode === 'official') return null
  return (
    <p className="draws-band">
      {mode === 'rehearsal' ? '演练　结果不作检查依据' : '未经现场见证　由命令行抽取，不作正式抽取'}
    </p>
  )
}
