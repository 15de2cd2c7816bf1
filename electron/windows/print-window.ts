import type { WebContents } from 'electron'

/** What came of a print dialog, as the console is told. */
export interface PrintProblem {
  /** id of the stored document; `null` where the window showed none */
  readonly document: string | null
  readonly sentence: string
}

/** What is printed from a window. */
export interface Printed {
  readonly id: string
  readonly name: string
}

/** Electron's words where the person closed the dialog himself: nothing failed. */
const cancelled = /cancel/i

/**
 * Opens the system's print dialog for a window. `tell` hears `null` where the job was handed over, which is "sent"
 * and not "printed", or where the person cancelled it; else what happened, what was kept and what to do. `log` gets
 * the system's own reason.
 */
export function printWindow(
  contents: Pick<WebContents, 'print'>,
  shown: Printed | null,
  tell: (problem: PrintProblem | null) => void,
  log: (reason: string) => void,
): void {
  contents.print({ silent: false }, (isSent, reason) => {
    if (isSent || cancelled.test(reason)) return tell(null)
    log(reason)
    tell({ document: shown?.id ?? null, sentence: sentenceOf(shown) })
  })
}

function sentenceOf(shown: Printed | null): string {
  const kept =
    shown === null ? '没有改动任何数据' : `“${shown.name}”没有送到打印机，归档的PDF保持原样，没有登记为已打印`
  return `打印没有完成：打印机不可用，或打印任务被系统拒绝。${kept}。请检查打印机的电源、连接和纸张后再打印；仍然不行的，请点“用系统阅读器打开”，在那里打印或换一台打印机。`
}
