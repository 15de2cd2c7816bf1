/** The data folder that the command line names: `--data DIR` or `--data=DIR`; `undefined` for none. */
export function namedDataFolder(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const word = argv[at]
  if (word === undefined) return undefined
  return word === '--data' ? (argv[at + 1] ?? '') : word.slice('--data='.length)
}
