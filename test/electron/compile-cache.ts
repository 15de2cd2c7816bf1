import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the children of tests keep what Node compiled: a third less time for each of them. */
export const compileCache = path.join(tmpdir(), 'ssj-compile-cache')
