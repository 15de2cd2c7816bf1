import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RefusalError } from './outcome.ts'

const built = fileURLToPath(new URL('../../build/out/verify.html', import.meta.url))

/** verify.html, as the build made it. Refuses with `VERIFY_PAGE_MISSING` where it was not built. */
export function readVerifyPage(): Uint8Array {
  try {
    return readFileSync(built)
  } catch {
    throw new RefusalError(
      'VERIFY_PAGE_MISSING',
      '程序不完整：缺少校验页verify.html。没有写入任何文件，抽取结果完好。请重新安装程序后再生成校验包。',
    )
  }
}
