import type { Page } from 'playwright-core'

/** What is wrong with the texts of a page of the stage as they are laid out, a sentence each. */
export function faultsOfTexts(page: Page): Promise<{ readonly faults: string[]; readonly texts: number }> {
  return page.evaluate(() => {
    const faults: string[] = []
    const picture = document.querySelector<HTMLElement>('.picture')
    if (picture === null) return { faults: ['no picture'], texts: 0 }
    const frame = picture.getBoundingClientRect()
    const boxes: {
      text: string
      element: Element
      left: number
      top: number
      right: number
      bottom: number
    }[] = []
    const walker = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || element.closest('.watermark') !== null) continue
      const style = getComputedStyle(element)
      if (style.visibility !== 'visible') continue
      const page = element.closest('.pages')?.getBoundingClientRect() ?? frame
      const range = document.createRange()
      range.selectNodeContents(node)
      const size = Number.parseFloat(style.fontSize)
      let shown = false
      for (const rect of range.getClientRects()) {
        // Another page of the flow, which the picture does not show now.
        if (rect.right <= page.left + 1 || rect.left >= page.right - 1 || rect.width === 0) continue
        shown = true
        const middle = (rect.top + rect.bottom) / 2
        const box = {
          text,
          element,
          left: rect.left,
          right: rect.right,
          top: middle - size / 2,
          bottom: middle + size / 2,
        }
        let clip: Element | null = element
        for (; clip !== null; clip = clip.parentElement) {
          if (clip !== picture && getComputedStyle(clip).overflow === 'visible') continue
          const edge = clip.getBoundingClientRect()
          if (
            box.left < edge.left - 1 ||
            box.right > edge.right + 1 ||
            box.top < edge.top - 1 ||
            box.bottom > edge.bottom + 1
          )
            faults.push(`cut off by ${clip.className}: ${text}`)
          if (clip === picture) break
        }
        boxes.push(box)
      }
      if (!shown) continue
      const share = (100 * size) / frame.height
      const least = leastSize(element, text)
      if (share < least - 0.02) faults.push(`${share.toFixed(2)} % instead of ${least} %: ${text}`)
      const contrast = contrastOf(style.color, groundOf(element))
      if (contrast < 7) faults.push(`contrast ${contrast.toFixed(1)}: ${text}`)
      if (style.textOverflow === 'ellipsis') faults.push(`an ellipsis: ${text}`)
    }
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (across > 1 && down > 1) faults.push(`overlap: ${one.text} / ${other.text}`)
      }
    return { faults: [...new Set(faults)], texts: boxes.length }

    /** Body text 4.5 %, digests 4 %, a drawn name 10 % up to 26 characters, else 6 %. */
    function leastSize(element: Element, text: string): number {
      if (element.closest('.hex, .hash') !== null) return 4
      if (element.closest('.several .name, .result .name') !== null)
        return [...text].length > 10 || element.closest('.result') !== null ? 6 : 10
      if (element.closest('.single .name') !== null) return [...text].length <= 26 ? 10 : 6
      return 4.5
    }
    function rgb(color: string): number[] {
      return (color.match(/[\d.]+/g) ?? []).map(Number)
    }
    function groundOf(element: Element): string {
      for (let up: Element | null = element; up !== null; up = up.parentElement) {
        const ground = getComputedStyle(up).backgroundColor
        if ((rgb(ground)[3] ?? 1) === 1) return ground
        const marked = up.classList.contains('middle') ? document.querySelector('.reel-mark') : null
        if (marked !== null) return getComputedStyle(marked).backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    function luminance(color: string): number {
      const [r = 0, g = 0, b = 0] = rgb(color).map((part) => {
        const value = part / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    function contrastOf(one: string, other: string): number {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    }
  })
}
