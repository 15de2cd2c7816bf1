import { z } from 'zod'

/** Codes of whatever the store refuses at any time, whichever call touched it. */
const storeCodes = [
  'DATA_FOLDER_NOT_WRITABLE',
  'DATABASE_BUSY',
  'DATABASE_CORRUPT',
  'DATABASE_IO',
  'DATABASE_READ_ONLY',
  'DISK_FULL',
  'NOT_A_DATABASE',
  'NOT_TO_SPEC',
] as const

/** Codes that are refused before there is a core to call: at the opening of a data folder, and by a backup. */
const openingCodes = [
  'ALREADY_OPEN',
  'BACKUP_EXISTS',
  'DATA_FOLDER_NOT_A_FOLDER',
  'DATA_FOLDER_UNKNOWN',
  'DATABASE_FOREIGN',
  'DATABASE_NEWER',
  'MIGRATION_FAILED',
] as const

/** Codes of a file that cannot be imported as a whole. */
export const fileCodes = [
  'AMBIGUOUS_HEADER',
  'CANCELLED',
  'FILE_DAMAGED',
  'FILE_EMPTY',
  'FILE_ENCODING_UNKNOWN',
  'FILE_IS_ENCRYPTED',
  'FILE_IS_OLD_WORKBOOK',
  'FILE_NOT_A_WORKBOOK',
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_TOO_LARGE',
  'NO_DATA_ROWS',
  'NO_KNOWN_HEADER',
] as const

/**
 * Every code of an expected failure of the core. A code that the core throws and this list does not have is a
 * fault, and a test looks for it in the sources.
 */
export const refusalCodes = [
  ...storeCodes,
  ...openingCodes,
  ...fileCodes,
  'AMENDMENT_INVALID',
  'ANSWER_INVALID',
  'BACKUP_UNKNOWN',
  'BOUNDS_EMPTY',
  'BULK_CONFLICT',
  'BULK_NOTHING',
  'BULK_STALE',
  'BULK_UNDONE',
  'BULK_UNKNOWN',
  'CERTIFICATE_TAKEN',
  'CHAIN_BUSY',
  'CLOCK_WRONG',
  'CONFIDENTIAL',
  'DATE_IMPOSSIBLE',
  'DIGEST_DIFFERENT',
  'DIGITS_INVALID',
  'DIGITS_MISSING',
  'DIGITS_NOT_OPENED',
  'DIGITS_TOO_FEW_TOGETHER',
  'DOCUMENT_CHANGED',
  'DOCUMENT_UNKNOWN',
  'DRAFT_UNKNOWN',
  'DRAFT_USED',
  'DRAW_NOT_STANDING',
  'DRAW_UNKNOWN',
  'DRAW_VOID',
  'ENTRY_STALE',
  'EXPORT_EMPTY',
  'FILE_NOT_A_SCAN',
  'FILTER_NAME_TAKEN',
  'FILTER_UNKNOWN',
  'FORM_NOT_READY',
  'FORM_UNKNOWN',
  'IMPORT_CONFLICT',
  'IMPORT_STALE',
  'IMPORT_UNDECIDED',
  'IMPORT_UNDONE',
  'IMPORT_UNKNOWN',
  'ITEM_NOT_CONFIRMED',
  'LIST_EMPTY',
  'LIST_TOO_LONG',
  'LIST_UNCHANGED',
  'LOGO_NOT_A_PICTURE',
  'MODE_DIFFERENT',
  'NOTHING_TO_DRAW',
  'NOTICE_CHANGED',
  'NOTICE_NOT_LAWFUL',
  'NOTICE_UNKNOWN',
  'NOT_APPROVED',
  'NOT_COMPARED',
  'NOT_DRAWN',
  'NOT_DRAWN_YET',
  'NOT_EMPTY',
  'NOT_ENOUGH_INSPECTORS',
  'NOT_ENOUGH_OBJECTS',
  'NOT_IN_THE_GROUP',
  'NOT_PRINTABLE',
  'NOT_THE_NEWEST',
  'NOT_THIS_SEAT',
  'NO_CANDIDATE',
  'OFFICE_CODE_FIXED',
  'OFFICE_NOT_SET',
  'OUTSIDE_THE_PLAN',
  'PACKAGE_NOT_VALID',
  'PLAN_DIFFERENT_KIND',
  'PLAN_INVALID',
  'PLAN_NOT_LAWFUL',
  'PLATFORM_NUMBER_MISSING',
  'REASON_MISSING',
  'RELEASE_UNKNOWN',
  'REVISION_DONE',
  'ROW_CHANGED',
  'ROW_INVALID',
  'ROW_RETIRED',
  'ROW_UNKNOWN',
  'RULE_BROKEN',
  'SAME_PERSON',
  'SCHEME_APPROVED',
  'SCHEME_UNKNOWN',
  'STEP_INVALID',
  'STEP_OUT_OF_ORDER',
  'UNKNOWN_ID',
  'UPLOAD_BROKEN',
  'UPLOAD_UNKNOWN',
  'VERIFY_PAGE_MISSING',
  'WRONG_STATE',
] as const
export const refusalCodeSchema = z.enum(refusalCodes)
export type RefusalCode = z.infer<typeof refusalCodeSchema>

/** The status that goes with every refusal, whichever transport carries it. */
export const refusalStatus = 422

/** What a refusal tells: what happened, what was kept, what to do. */
const refusal = { status: refusalStatus, data: z.strictObject({ message: z.string() }) }

/** The errors of a call that can be refused with these codes. */
export function refusals<const Code extends RefusalCode>(
  ...codes: readonly Code[]
): { readonly [C in Code]: typeof refusal } {
  return Object.fromEntries(codes.map((code) => [code, refusal])) as { [C in Code]: typeof refusal }
}

/** Errors that any call can come to. */
export const commonErrors = {
  /** the input is not what the contract says; `problems` names every place */
  INPUT_INVALID: {
    status: 400,
    data: z.strictObject({
      message: z.string(),
      problems: z.array(z.strictObject({ place: z.string(), problem: z.string() })),
    }),
  },
  /** a fault of the program, which its log describes and a window does not */
  INTERNAL: { status: 500, data: z.strictObject({ message: z.string() }) },
  ...refusals(...storeCodes),
} as const
