import { type BrowserWindow, dialog } from 'electron'

/**
 * Asks before a page with something unsaved is closed or loaded anew: Electron by itself would only refuse, without a
 * word. What was typed stays unless the person says otherwise.
 */
export function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: '双随机',
      message: '填写的内容还没有保存。',
      detail: '关闭以后，没有保存的内容不再保留；已经保存的内容和已归档的文书不受影响。',
      buttons: ['回去保存', '不保存，关闭'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (answer === 1) event.preventDefault()
  })
}
