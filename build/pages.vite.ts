import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** The windows that are built, each a folder of `renderer`. */
export const pageNames = ['console', 'stage'] as const
export type PageName = (typeof pageNames)[number]

/**
 * Builds one window into `outDir`: `index.html` and `assets/`. Nothing is inlined as a `data:` address and no script
 * stands in the page itself, so that its policy can be `default-src 'self'`.
 */
export async function bundlePage(root: string, page: PageName, outDir: string): Promise<void> {
  // A test runner says `test` here, and would be given other pages than users get.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await bundle(root, page, outDir)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

async function bundle(root: string, page: PageName, outDir: string): Promise<void> {
  await build({
    root: join(root, 'renderer', page),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      // Edge and Chromium of the last years, as Windows 10 and 麒麟 carry them.
      target: 'chrome111',
    },
  })
}
