import './older-browsers.ts'
import { openPage } from './page.ts'
import { serve } from './worker.ts'

// The page and its worker are one and the same script: the page hands its own text to the worker (see checker.ts),
// so that verify.html stays one small file.
if (typeof document === 'undefined') serve()
else openPage(document)
