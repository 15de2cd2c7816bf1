import type { Core } from '../core/core.ts'
import { outcomeOfAsync } from '../core/outcome.ts'
import { type Answer, exits, refused } from './console.ts'

/** `archive NUMBER --out DIR [--zip]`: the whole file of a draw as a folder, or as one zip. */
export async function archiveCommand(
  core: Core,
  order: { readonly number: string; readonly folder: string; readonly as: 'folder' | 'zip' },
  account: string,
): Promise<Answer> {
  const written = await outcomeOfAsync(() => core.archives.write(account, order))
  if (!written.ok) return refused(written.refusal)
  const { path, files, bytes } = written.value
  return {
    exit: exits.done,
    json: { number: order.number, archive: path, files, bytes },
    text: `档案：${path}\n共${files}个文件，${bytes}字节。目录见其中的“目录.html”，核对方法见“说明.txt”。`,
    notice: '档案供内部保管，其中有个人信息，不得公开。',
  }
}
