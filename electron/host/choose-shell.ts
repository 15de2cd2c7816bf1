/** What `npm start` was told to use; `null` where it is to choose. */
export type WantedShell = 'electron' | 'browser' | 'serve' | null

/** Electron's program, or why there is none, as part of a sentence. */
export type FoundElectron = { readonly program: string } | { readonly missing: string }

/** What there is on this computer. Looked for only when it matters: Electron may have to be fetched. */
export interface ShellFacts {
  readonly hasDisplay: boolean
  readonly electron: () => Promise<FoundElectron>
  /** path of an installed Chromium, Chrome or Edge */
  readonly browser: () => string | null
}

/** Which shell it is to be and, in one line, why; or why what was wanted cannot be. */
export type ChosenShell =
  | { readonly shell: 'electron'; readonly program: string; readonly sentence: string }
  | { readonly shell: 'browser'; readonly program: string; readonly sentence: string }
  | { readonly shell: 'serve'; readonly sentence: string | null }
  | { readonly shell: null; readonly sentence: string }

const noBrowser = '没有找到Chromium、Chrome或Edge'

/** Chooses the shell: Electron, else an installed browser, else only the address. What was wanted is kept to. */
export async function chooseShell(wanted: WantedShell, facts: ShellFacts): Promise<ChosenShell> {
  if (wanted === 'serve') return { shell: 'serve', sentence: null }
  if (!facts.hasDisplay)
    return wanted === null
      ? { shell: 'serve', sentence: '没有图形界面，不打开窗口，只给出地址。' }
      : { shell: null, sentence: '没有图形界面，打不开窗口，没有启动。请改用 --serve。' }
  if (wanted === 'browser') {
    const program = facts.browser()
    return program === null
      ? { shell: null, sentence: `${noBrowser}，没有启动。请安装其中一个，或改用 --serve。` }
      : { shell: 'browser', program, sentence: `按要求用浏览器打开窗口：${program}` }
  }
  const electron = await facts.electron()
  if ('program' in electron) {
    const sentence = wanted === null ? '用Electron打开窗口。' : '按要求用Electron打开窗口。'
    return { shell: 'electron', program: electron.program, sentence }
  }
  if (wanted === 'electron')
    return { shell: null, sentence: `${electron.missing}，没有启动。请联网后重试，或改用 --browser。` }
  const program = facts.browser()
  return program === null
    ? {
        shell: 'serve',
        sentence: `${electron.missing}，也${noBrowser}，不打开窗口，只给出地址。`,
      }
    : { shell: 'browser', program, sentence: `${electron.missing}，改用浏览器打开窗口：${program}` }
}
