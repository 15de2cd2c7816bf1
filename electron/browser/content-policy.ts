/**
 * What a window's page may load: what came with the program, and pictures and documents that it was handed. No
 * script or style stands in a page itself, and nothing comes from anywhere else.
 */
export const pagePolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "frame-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A stored document may stand in a frame of our own page; the browser's own viewer of PDF shows it. */
export const documentPolicy = "frame-ancestors 'self'"
