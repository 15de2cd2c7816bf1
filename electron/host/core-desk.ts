import { randomBytes } from 'node:crypto'
import type { FaultLog } from '../core/contract/connection.ts'
import { type ImplementedContract, implementContract } from '../core/contract/implement-contract.ts'
import { openCore } from '../core/core.ts'
import type { Refusal } from '../core/outcome.ts'
import { softwareName } from '../core/software.ts'
import { readVerifyPage } from '../core/verify-page.ts'

/** An open core behind its contract. */
export interface CoreDesk {
  readonly contract: ImplementedContract
  close(): void
}

export interface DeskOptions {
  readonly folder: string
  readonly log: FaultLog
  /** restored data lies ready: this process is to end and be started again */
  readonly restart: () => void
}

/** Opens the core of a data folder as the product runs it: its clock, its random source, its own pages. */
export function openDesk(
  options: DeskOptions,
): { readonly ok: true; readonly desk: CoreDesk } | { readonly ok: false; readonly refusal: Refusal } {
  const opened = openCore({
    folder: options.folder,
    clock: () => new Date(),
    // The one place where randomness enters: 32 bytes of the operating system's CSPRNG for S.
    random: () => randomBytes(32),
    software: softwareName(),
    verifyPage: readVerifyPage,
    restart: options.restart,
  })
  if (!opened.ok) return opened
  const { core } = opened
  return { ok: true, desk: { contract: implementContract(core, options.log), close: () => core.close() } }
}
