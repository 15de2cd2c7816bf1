import { join } from 'node:path'
import { build } from 'vite'

/** The script of verify.html as one classic script. Loaded only when the page has to be built: Vite takes its time. */
export async function bundleVerifyScript(root: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome87',
      minify: true,
      reportCompressedSize: false,
      lib: {
        entry: join(root, 'renderer/verify/main.ts'),
        formats: ['iife'],
        name: 'verify',
        fileName: 'verify',
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no output')
  const [chunk, ...more] = output.output
  if (more.length > 0) throw new Error('verify.html must be one script')
  return chunk.code.trim()
}
