/**
 * What browsers since Chromium 87 may lack and the shared code needs: offices keep old browsers for long.
 * `isWellFormed` came with Chromium 111, `at` with 92.
 */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

if (typeof String.prototype.isWellFormed !== 'function')
  Object.defineProperty(String.prototype, 'isWellFormed', {
    value(this: string) {
      return !loneSurrogate.test(this)
    },
  })

for (const prototype of [Array.prototype, String.prototype, Uint8Array.prototype])
  if (!('at' in prototype))
    Object.defineProperty(prototype, 'at', {
      value(this: ArrayLike<unknown>, index: number) {
        return this[index < 0 ? this.length + index : index]
      },
    })
