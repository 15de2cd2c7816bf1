import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Lowercase hex SHA-256 of the UTF-8 bytes of `text`.
 * Synchronous, so that the same code decides in the core, in a worker and in the offline verifier.
 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
