import type { DrawMode } from '../../../shared/draw/manifest.ts'

/** 演练, 未经现场见证 and 保密 stand across every screen. */
export function ModeBand({
  mode,
  concealed = false,
}: {
  readonly mode: DrawMode
  readonly concealed?: boolean
}) {
  const words = [
    ...(mode === 'rehearsal' ? ['演练　结果不作检查依据'] : []),
    ...(mode === 'unwitnessed' ? ['未经现场见证　由命令行抽取，不作正式抽取'] : []),
    ...(concealed ? ['保密　大屏只显示编号，本页显示名称，不要投影'] : []),
  ]
  return words.length === 0 ? null : <p className="draws-band">{words.join('　｜　')}</p>
}
