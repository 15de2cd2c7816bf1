import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { RowScope } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { foundScope } from './row-selection.ts'

/** One version of a row of any register. */
export type AnyVersion = Awaited<ReturnType<ConsoleClient['registers'][RegisterName]['get']>>

/** A part of what a search finds. */
export interface FoundPage {
  readonly total: number
  readonly rows: readonly AnyVersion[]
}

/** Searches any register. */
export async function searchRegister(
  core: ConsoleClient,
  register: RegisterName,
  input: {
    readonly piece: string
    readonly filters?: Record<string, string[]>
    limit: number
    offset?: number
  },
  signal: AbortSignal,
): Promise<FoundPage> {
  return core.registers[register].search(input, { signal })
}

/** The newest version of a row of any register. */
export async function readRowOf(
  core: ConsoleClient,
  register: RegisterName,
  serial: Serial,
  signal?: AbortSignal,
): Promise<AnyVersion> {
  return core.registers[register].get({ serial }, signal === undefined ? {} : { signal })
}

/** Takes a row out of its register. */
export async function retireRow(
  core: ConsoleClient,
  register: RegisterName,
  { serial, version }: AnyVersion,
  reason: string,
): Promise<AnyVersion> {
  return core.registers[register].retire({ serial, version, reason })
}

/** The values that are wanted of each field. */
export type Filters = Readonly<Record<string, string[]>>

/** Rows that are asked for at once. */
const pageSize = 200

/** What is found, of which any part can be looked at: pages are asked for as they come into sight. */
export interface Found {
  readonly total: number | null
  readonly error: unknown
  readonly retry: () => void
  readonly rowAt: (index: number) => AnyVersion | undefined
  readonly onSeen: (from: number, to: number) => void
}

/** Rows of a register as it stood at a moment. */
async function searchPast(
  core: ConsoleClient,
  register: RegisterName,
  moment: string,
  scope: RowScope,
  part: { readonly limit: number; readonly offset: number },
  signal: AbortSignal,
): Promise<FoundPage> {
  const found = await core.registerWork.past.rows({ register, moment, scope, ...part }, { signal })
  // The call serves all registers, so its rows are told apart by the register that was asked for.
  return found as unknown as FoundPage
}

/**
 * Searches a register, now or as it stood at a moment. While the next answer is awaited, the former one stays on screen.
 */
export function useSearch(
  register: RegisterName,
  piece: string,
  filters: Filters,
  moment: string | null = null,
): Found {
  const { core } = useApi()
  const [seen, setSeen] = useState<readonly number[]>([0])
  const page = (number: number) => ({
    queryKey: ['register-page', register, piece, filters, moment, number],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
      const part = { limit: pageSize, offset: number * pageSize }
      return moment === null
        ? searchRegister(core, register, { piece, filters: { ...filters }, ...part }, signal)
        : searchPast(core, register, moment, foundScope(piece, filters), part, signal)
    },
    placeholderData: (before: FoundPage | undefined) => before,
  })
  const first = useQuery(page(0))
  const others = useQueries({ queries: seen.filter((number) => number > 0).map((number) => page(number)) })
  const numbers = seen.filter((number) => number > 0)
  const onSeen = useCallback((from: number, to: number): void => {
    const wanted: number[] = []
    for (let number = Math.floor(from / pageSize); number * pageSize < to; number += 1) wanted.push(number)
    setSeen((before) =>
      before.length === wanted.length && before.every((number, at) => number === wanted[at])
        ? before
        : wanted,
    )
  }, [])
  return {
    total: first.data?.total ?? null,
    error: first.error ?? others.find((other) => other.error !== null)?.error ?? null,
    retry: () => void first.refetch(),
    onSeen,
    rowAt: (index) => {
      const number = Math.floor(index / pageSize)
      const answer = number === 0 ? first : others[numbers.indexOf(number)]
      // Rows of the former search have another place: they are shown at the top only.
      if (number > 0 && answer?.isPlaceholderData === true) return undefined
      return answer?.data?.rows[index % pageSize]
    },
  }
}

/** Writes a new row. */
export function addRow<R extends RegisterName>(
  core: ConsoleClient,
  register: R,
  row: RegisterRows[R],
): Promise<AnyVersion> {
  const { add } = core.registers[register] as unknown as {
    add(input: { readonly row: RegisterRows[R] }): Promise<AnyVersion>
  }
  return add({ row })
}

/** Writes what a row says from now on. */
export function changeRow<R extends RegisterName>(
  core: ConsoleClient,
  register: R,
  seen: Pick<AnyVersion, 'serial' | 'version'>,
  row: RegisterRows[R],
  reason: string | null,
): Promise<AnyVersion> {
  const { change } = core.registers[register] as unknown as {
    change(
      input: Pick<AnyVersion, 'serial' | 'version'> & {
        readonly row: RegisterRows[R]
        readonly reason: string | null
      },
    ): Promise<AnyVersion>
  }
  return change({ serial: seen.serial, version: seen.version, row, reason })
}
