/** Why a file cannot be read. */
export type FileErrorCode = 'notAWorkbook' | 'oldWorkbook' | 'encrypted' | 'damaged' | 'empty' | 'tooLarge';

/** A file that cannot be read, with a code to word and the detail for a developer. */
export class WorkbookFileError extends Error {
  override readonly name = 'WorkbookFileError';

  constructor(
    readonly code: FileErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}
