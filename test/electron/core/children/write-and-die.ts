import * as nodeFs from 'node:fs'
import { writeFiles } from '../../../../electron/documents/write-files.ts'
import { mortalDisk } from './mortal-disk.ts'

/*
 * Writes the files of `names`, each of 100,000 bytes of its own place in the list, into a folder, and kills itself
 * with SIGKILL before the n-th call of the disk. Says how many calls there were where it lives.
 */

const [folder = '', death = '', ...names] = process.argv.slice(2)
const disk = mortalDisk(Number(death))
writeFiles(folder, new Map(names.map((name, index) => [name, new Uint8Array(100_000).fill(index + 1)])), disk)
nodeFs.writeSync(1, `${disk.calls()}\n`)
