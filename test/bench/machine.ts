import { cpus, totalmem } from 'node:os'

/** The machine that the figures are of, in one line. */
export function machineLine(): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? '未知处理器'
  const memory = (totalmem() / 2 ** 30).toFixed(1)
  return `${model}，${processors.length}核，内存${memory} GB，Node ${process.versions.node}，${process.platform}-${process.arch}`
}
