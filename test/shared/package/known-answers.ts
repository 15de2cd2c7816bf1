import { readdirSync, readFileSync } from 'node:fs'
import { type PackageFiles, withSums } from '../../../shared/package/package-files.ts'
import { readPackage } from '../../../shared/package/read-package.ts'

const folder = new URL('../../fixtures/known-answers/', import.meta.url)

/** The published digests of the eight packages (known-answers/README.md). */
export const knownAnswers = [
  {
    name: '1-each',
    seed: '7c44d1b1982f244254d794229421a355fcf78ec7b50a08c6e0f07fd08f9aa968',
    freeze: '5373fd2f3cf9cc7fee204b0973e576c8d17caa8c8487a46ec073366f5f5a8a2b',
    record: 'd3535f77e73a20ee3114fbb294cc4362163283d305137853e4efad9bca50e199',
  },
  {
    name: '2-teams-own-group',
    seed: 'c8230c74fadca084203328c5314554240cfbd780610aa106b535650b00966ce7',
    freeze: '20cb8c4d82af41744f0a0518558f0a9744d4e4964f093f1d850e550a125ad0e1',
    record: '6cca025e75df122fc32d1b3441827005c4ede4f29bae79160c5142cc6ba7505a',
  },
  {
    name: '3-none',
    seed: 'cca45d62ef1dd81a43dbf4c6c2f186c441defd544152fa469e3ab8272ad9c9a8',
    freeze: '96089e76107e4c2eae7bd4e68ecde36ea97a5c422b843eb22cb8cd8602eeb211',
    record: '436badbdc977261c431a773c0946ca33d23735631a04f8a65be354ce77b67007',
  },
  {
    name: '4-match-of-3',
    seed: '9dba74585c6b7f8f62577dd49035a11fc1bce7a7d6978249e4c1c5e499e6b58e',
    freeze: '63266daa164bda47488aff756efabf247761bcf7bed07830e3697c55547eb07d',
    record: 'd1006656e760654d8e67bd267e2a726ebe4d92b50f46f3509ad72256d569c0e6',
  },
  {
    name: '5-replace-inspector',
    seed: 'e2c1073c357b1541251b2b4073ed69890d503683bc43d282cf0c752f872fb6c1',
    freeze: '7d9356f90d6d6c35a02914aa32fd1de868e08b81324dc7262c5c807bc6101be3',
    record: 'de619d4781d124c1f7c031a9f31493693bd2d0659999d34cdf047438778b6b32',
  },
  {
    name: '6-replace-object',
    seed: 'd98c7f6d971d17796c51343e7a5579e853789ad54d2fd2300cf5112406cf1fc8',
    freeze: 'a85ebd180d738965bd9c43abe402a1048c63efd5cf63cef01ac14579873c7a06',
    record: '8a36af9d3125f8db1c0689dffe37b3a7cf59f55f4a6eb17305ce4ff6e0f6918d',
  },
  {
    name: '7-second-attempt-after-abort',
    seed: 'e98c7c0f2b9fa49ed28b5660192aec2acb8fc77ccf5cc31c8f3f53ffdee69d74',
    freeze: '88d0bc216b1ec79b8948768e02b23ab55a48bf17319efd08e93c0123c14ae9be',
    record: '39741d2b7f7514456505f89648a5cd32db45a2119585a81e80b973bad288a354',
  },
  {
    name: '8-census-batch-order',
    seed: '8c664df0c8ee4fd7fc68e8b2b3c8946ba1c84fe232c411b7e98b4194a8d65613',
    freeze: 'b204cea411dec59002a218ef16e29ae18a37764d2a0222e921730e5f709c0779',
    record: 'c174d73a35d6488d6455ce387eea92a3d0b40e701dc539546d0c5ce52f70de6d',
  },
] as const

/** Where a known-answer package lies. */
export function knownAnswerPath(name: string): URL {
  const file = readdirSync(folder).find((candidate) => candidate === `${name}.zip`)
  if (file === undefined) throw new Error(`no known answer ${name}`)
  return new URL(file, folder)
}

/** The bytes of a known-answer package. */
export function knownAnswerZip(name: string): Uint8Array {
  return new Uint8Array(readFileSync(knownAnswerPath(name)))
}

/** The files of a known-answer package. */
export function knownAnswer(name: string): PackageFiles {
  const read = readPackage(knownAnswerZip(name))
  if (!read.ok) throw new Error(read.sentence)
  return read.files
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** `files` with the text of one of them changed; SHA256SUMS is made anew where the attacker would do so. */
export function edited(
  files: PackageFiles,
  path: string,
  edit: (text: string) => string,
  sums: 'kept' | 'remade' = 'remade',
): PackageFiles {
  const before = decoder.decode(files.get(path))
  const after = edit(before)
  if (after === before) throw new Error(`the edit of ${path} changed nothing`)
  const changed = new Map(files).set(path, encoder.encode(after))
  return sums === 'kept' ? changed : withSums(changed)
}
