import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { adoptedStyles } from './adopted-styles.ts'
import { type Api, ApiContext } from './api.ts'
import { Frame } from './frame/frame.tsx'
import { consoleTheme } from './theme.ts'

const styles = adoptedStyles()
const layers = document.createElement('div')
layers.id = 'layers'
document.body.append(layers)

/** The operator's window (操作台). */
export function ConsoleApp({ api }: { readonly api: Api }) {
  return (
    <StyleProvider container={styles}>
      <ConfigProvider
        locale={zhCN}
        theme={consoleTheme()}
        button={{ autoInsertSpace: false }}
        // Not the body: there the library would lock scrolling by an inline style element.
        getPopupContainer={() => layers}
      >
        <QueryClientProvider client={api.queries}>
          <ApiContext value={api}>
            <App className="console">
              <Frame />
            </App>
          </ApiContext>
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}
