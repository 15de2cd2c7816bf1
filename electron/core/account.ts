import { userInfo } from 'node:os'

/** The name of the account that runs the program; its number where the system knows no name for it. */
export function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`
  }
}
