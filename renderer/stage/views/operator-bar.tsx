interface OperatorBarProps {
  readonly linked: boolean
  readonly canGoOn: boolean
  readonly canGoBack: boolean
  readonly onNext: () => void
  readonly onBack: () => void
}

/** The narrow bar of whoever has one display only, or a mirrored one. */
export function OperatorBar({ linked, canGoOn, canGoBack, onNext, onBack }: OperatorBarProps) {
  return (
    <nav className="bar" aria-label="操作">
      <span className={linked ? 'link' : 'link lost'}>{linked ? '● 已连接' : '○ 连接中断，正在恢复'}</span>
      <button type="button" onClick={onBack} disabled={!canGoBack}>
        回看
      </button>
      <button type="button" onClick={onNext} disabled={!canGoOn} className="main">
        下一步
      </button>
      <button type="button" onClick={toggleFullScreen}>
        全屏
      </button>
    </nav>
  )
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  // A browser may refuse; the window then stays as it is, which is no harm.
  done.catch(() => undefined)
}
