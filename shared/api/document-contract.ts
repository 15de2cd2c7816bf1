import { z } from 'zod'
import { text } from '../registry/text.ts'
import { drawNumber } from './draw-contract.ts'
import { call, digest, fullPath, list } from './parts.ts'
import { refusals } from './refusals.ts'
import { drawSessionSchema } from './session-schema.ts'
import { uploadId } from './upload-contract.ts'

const written = {
  /** the files that were written, with their full paths */
  files: list(z.string()),
  /** characters that no font has and that stand as 〓 */
  missing: list(z.strictObject({ codePoint: z.string(), where: z.string() })),
}
const place = z.strictObject({ number: drawNumber, folder: fullPath })

/** What a document of a draw is. */
export const documentKinds = {
  'freeze-slip': '锁定名单校验单',
  form: '文书',
  combined: '全套文书',
  notice: '公示稿',
  package: '校验包',
  signed: '签字件',
  approval: '批准文件',
  photograph: '照片',
  recording: '录音录像',
  catalogue: '档案目录',
  archive: '档案',
  other: '其他材料',
} as const
export type DocumentKind = keyof typeof documentKinds

/** A file that the program keeps of a draw (文书与材料), in the data folder, with its digest in the ledger. */
export const documentSchema = z.strictObject({
  id: z.uuid(),
  /** its number; of a paper of a list, a plan or a scheme what it is of, `release:…`, and `attempt` 0 */
  draw: z.string(),
  attempt: z.int(),
  kind: z.enum(Object.keys(documentKinds) as DocumentKind[]),
  /** name of the file, as a person reads it */
  name: z.string(),
  /** media type */
  type: z.string(),
  bytes: z.int(),
  sha256: digest,
  /** `null` where it is not known */
  pages: z.int().nullable(),
  at: z.string(),
  by: z.string(),
  /** number, name and date of an approval; how D of a signed form was compared */
  note: z.string().nullable(),
  /** id of the form; `null` for what is no form */
  form: z.string().nullable(),
  /** which printed copy (第n次打印) */
  copy: z.int().min(1),
  /** id of the first copy; `null` for the first */
  original: z.string().nullable(),
  /** full path in the data folder */
  path: z.string(),
})
export type StoredDocument = z.infer<typeof documentSchema>

const known = refusals('DRAW_UNKNOWN')
const prepared = z.strictObject({ documents: list(documentSchema), missing: written.missing })

/** Forms (文书), packages (校验包) and the papers that come back. Whatever is written is written whole or not at all. */
export const documentsContract = {
  /** Everything that is kept of a draw, the oldest first. */
  list: call
    .errors(known)
    .input(z.strictObject({ number: drawNumber }))
    .output(list(documentSchema)),
  /** The 锁定名单校验单, archived: counts, exclusions, rule, `F` and `C`, to be signed or photographed before any digit. */
  prepareFreezeSlip: call
    .errors({ ...known, ...refusals('WRONG_STATE', 'FORM_NOT_READY') })
    .input(z.strictObject({ number: drawNumber }))
    .output(prepared),
  /** The forms of a draw, archived; the same facts are archived once. */
  prepareForms: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'FORM_NOT_READY') })
    .input(z.strictObject({ number: drawNumber }))
    .output(prepared),
  /** The package of a draw, archived. One of a confidential draw waits until its names are disclosed. */
  preparePackage: call
    .errors({
      ...known,
      ...refusals('CONFIDENTIAL', 'DRAW_VOID', 'NOT_DRAWN_YET', 'PACKAGE_NOT_VALID', 'VERIFY_PAGE_MISSING'),
    })
    .input(z.strictObject({ number: drawNumber }))
    .output(prepared),
  /**
   * Files a scan (PDF, JPEG or PNG), a photograph (JPEG or PNG) or a recording (MP4, MP3 or WAV) of a draw; what is none
   * is refused with `FILE_NOT_A_SCAN`. `signed`: the signed form of a confirmed draw, which is thereby 已归档; `qr` is
   * what the window read from its code, and D in it must be this draw's (`DIGEST_DIFFERENT`); `null`: the code could
   * not be read, and the operator says in `note` how he compared.
   */
  attach: call
    .errors({
      ...known,
      ...refusals('WRONG_STATE', 'UPLOAD_UNKNOWN', 'FILE_NOT_A_SCAN', 'DIGEST_DIFFERENT', 'NOT_COMPARED'),
    })
    .input(
      z.strictObject({
        number: drawNumber,
        upload: uploadId,
        kind: z.enum(['signed', 'approval', 'photograph', 'recording', 'other']),
        qr: z.string().max(4096).nullable().default(null),
        note: text.nullable().default(null),
      }),
    )
    .output(z.strictObject({ document: documentSchema, session: drawSessionSchema })),
  /** The bytes of a document, as base64. Refused where the file is gone or is not what was archived. */
  read: call
    .errors(refusals('DOCUMENT_UNKNOWN', 'DOCUMENT_CHANGED'))
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.strictObject({ document: documentSchema, data: z.string() })),
  /** Copies documents into a folder under their names; all or none. */
  copy: call
    .errors(refusals('DOCUMENT_UNKNOWN', 'DOCUMENT_CHANGED'))
    .input(z.strictObject({ ids: z.array(z.uuid()).min(1).max(200), folder: fullPath }))
    .output(z.strictObject({ files: list(z.string()) })),
  writeForms: call
    .errors(refusals('DRAW_UNKNOWN', 'NOT_DRAWN_YET'))
    .input(place)
    .output(z.strictObject(written)),
  writePackage: call
    .errors(
      refusals(
        'CONFIDENTIAL',
        'DRAW_UNKNOWN',
        'DRAW_VOID',
        'NOT_DRAWN_YET',
        'PACKAGE_NOT_VALID',
        'VERIFY_PAGE_MISSING',
      ),
    )
    .input(place)
    .output(z.strictObject({ ...written, package: z.string() })),
}
