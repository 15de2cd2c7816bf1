import { create } from 'qrcode'
import { useMemo } from 'react'

/** A QR code as one path, with the quiet zone that readers need. */
export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  const { size, path } = useMemo(() => squares(content), [content])
  return (
    <svg className="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} className="qr-ground" />
      <path d={path} className="qr-ink" shapeRendering="crispEdges" />
    </svg>
  )
}

function squares(content: string): { readonly size: number; readonly path: string } {
  const { modules } = create(content, { errorCorrectionLevel: 'M' })
  let path = ''
  for (const [index, dark] of [...modules.data].entries())
    if (dark) path += `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`
  return { size: modules.size, path }
}
