import { DesktopOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import { useApi } from '../api.ts'
import { useLinkUp, useLiveState } from '../live-state.ts'
import { refusalSentence } from '../refusal-sentence.ts'

/** Office, connection, and where the stage (大屏) is. */
export function TopBar() {
  const { query } = useApi()
  const office = useQuery(query.office.get.queryOptions({ input: {} }))
  const up = useLinkUp()
  return (
    <header className="top-bar">
      <div className="top-office">
        {office.data === undefined || office.data === null ? (
          <span className="quiet">{office.isPending ? '' : '尚未设置单位'}</span>
        ) : (
          <>
            <strong>{office.data.name}</strong>
            <span className="code">{office.data.code}</span>
          </>
        )}
      </div>
      <div className="top-state" role="status">
        {up ? <span className="quiet">已连接</span> : <Tag color="error">连接中断，正在重新连接</Tag>}
      </div>
      <StageControl />
    </header>
  )
}

function StageControl() {
  const { shell } = useApi()
  const { message } = App.useApp()
  const state = useLiveState((live) => live.shell)
  const stage = useLiveState((live) => live.stage)
  const fail = (error: unknown): void => void message.error(refusalSentence(error))
  const open = useMutation({
    mutationKey: [['shell', 'verify']],
    // The window is opened before the answer is awaited: later, the browser would take it for an unwanted one.
    mutationFn: async (opened: Window | null) => {
      try {
        const { address } = await shell.openStage({})
        if (address === null) opened?.close()
        else if (opened === null) window.open(address, 'ssj-stage')
        else opened.location.href = address
      } catch (error) {
        opened?.close()
        throw error
      }
    },
    onError: fail,
  })
  const close = useMutation({
    mutationKey: [['shell', 'verify']],
    mutationFn: () => shell.closeStage({}),
    onError: fail,
  })
  const windows = stage?.windows ?? 0
  const isOpen = windows > 0 || (state !== null && state.stage !== 'closed')
  return (
    <div className="top-stage">
      {state?.notice === null || state?.notice === undefined ? null : (
        <Tag color="warning" title={state.notice} className="top-notice">
          {state.notice}
        </Tag>
      )}
      <span className="quiet">{isOpen ? stageWords(state?.stage ?? 'own-window') : '大屏未打开'}</span>
      <Button
        type={isOpen ? 'default' : 'primary'}
        icon={<DesktopOutlined aria-hidden />}
        loading={open.isPending}
        onClick={() => open.mutate(state?.shell === 'browser' && !isOpen ? stageWindow() : null)}
      >
        {isOpen ? '大屏置前' : '打开大屏'}
      </Button>
      {isOpen ? (
        <Button loading={close.isPending} onClick={() => close.mutate()}>
          关闭大屏
        </Button>
      ) : null}
    </div>
  )
}

const stageWindow = (): Window | null => window.open('about:blank', 'ssj-stage')

function stageWords(stage: 'closed' | 'second-display' | 'same-display' | 'own-window'): string {
  if (stage === 'second-display') return '大屏在第二显示器'
  if (stage === 'same-display') return '大屏与操作台同屏'
  return '大屏已打开'
}
