import type { MenuItemConstructorOptions } from 'electron'

/** What the menu does. */
export interface MenuActions {
  readonly openStage: () => void
  readonly closeStage: () => void
  readonly print: () => void
  readonly showDataFolder: () => void
  readonly about: () => void
}

/** The application's menu (菜单). Every entry is named here: the system's own words may be in another language. */
export function applicationMenu(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        { label: '打印…', accelerator: 'CmdOrCtrl+P', click: actions.print },
        { label: '打开数据文件夹', click: actions.showDataFolder },
        { type: 'separator' },
        { label: '关闭窗口', accelerator: 'CmdOrCtrl+W', role: 'close' },
        { label: '退出', accelerator: 'CmdOrCtrl+Q', role: 'quit' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { label: '撤销', accelerator: 'CmdOrCtrl+Z', role: 'undo' },
        { label: '重做', accelerator: 'CmdOrCtrl+Y', role: 'redo' },
        { type: 'separator' },
        { label: '剪切', accelerator: 'CmdOrCtrl+X', role: 'cut' },
        { label: '复制', accelerator: 'CmdOrCtrl+C', role: 'copy' },
        { label: '粘贴', accelerator: 'CmdOrCtrl+V', role: 'paste' },
        { label: '全选', accelerator: 'CmdOrCtrl+A', role: 'selectAll' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        { label: '实际大小', accelerator: 'CmdOrCtrl+0', role: 'resetZoom' },
        { label: '放大', accelerator: 'CmdOrCtrl+Plus', role: 'zoomIn' },
        { label: '缩小', accelerator: 'CmdOrCtrl+-', role: 'zoomOut' },
        { type: 'separator' },
        { label: '全屏', accelerator: 'F11', role: 'togglefullscreen' },
        { label: '重新载入', accelerator: 'CmdOrCtrl+R', role: 'reload' },
      ],
    },
    {
      label: '大屏(&S)',
      submenu: [
        { label: '打开大屏', accelerator: 'CmdOrCtrl+Shift+S', click: actions.openStage },
        { label: '关闭大屏', click: actions.closeStage },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [{ label: '关于双随机', click: actions.about }],
    },
  ]
}
