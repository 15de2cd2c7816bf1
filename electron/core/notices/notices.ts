import type { Notice, NoticeKind } from '../../../shared/api/notice-contract.ts'
import type { CoreContext } from '../context.ts'

/** Public notices (公示稿). */
export class Notices {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  list(_number: string): Notice[] {
    throw new Error(`not built: ${this.#context.software}`)
  }

  make(
    _actor: string,
    _order: { readonly number: string; readonly kind: NoticeKind; readonly maker: string },
  ): Notice {
    throw new Error('not built')
  }

  preview(_id: string): string {
    throw new Error('not built')
  }

  confirm(_actor: string, _order: { readonly id: string; readonly name: string }): Promise<Notice> {
    throw new Error('not built')
  }
}
