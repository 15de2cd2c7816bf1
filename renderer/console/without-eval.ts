import { config } from 'zod'

// The page's policy forbids code made of text, and the browser would complain of zod's very question whether it may.
// Schemas ask when they are made: this is imported before whatever makes one.
config({ jitless: true })
