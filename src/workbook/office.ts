import { Failure, type FailureCode } from '../plan/failures';

/** Office.js error codes that we know how to explain, and the sentence they get. */
const KNOWN: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: 'cellEditMode',
  AccessDenied: 'protectedSheet',
  RequestPayloadSizeLimitExceeded: 'payloadTooLarge',
  ResponsePayloadSizeLimitExceeded: 'payloadTooLarge',
  ApiNotFound: 'notSupported',
  UnsupportedOperation: 'notSupported',
  ActivityLimitReached: 'host',
  ConnectionFailure: 'hostGone',
  HostClosed: 'hostGone',
};

/**
 * Runs one batch against the workbook. A cell in edit mode is waited for. Office.js errors become
 * `Failure`s; sporadic ones (EXCEL: RichApi codes) are not retried here, since a batch may have been
 * carried out although its answer was an error: only callers know whether theirs is idempotent.
 */
export async function withExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw explain(error);
  }
}

function explain(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof OfficeExtension.Error) {
    const location = error.debugInfo.errorLocation ?? '';
    return new Failure(
      KNOWN[error.code] ?? 'host',
      { code: error.code, message: error.message, location, sheet: 'none' },
      { cause: error },
    );
  }
  return new Failure('host', { code: '', message: String(error), location: '' }, { cause: error });
}

/** A change could not be undone, and why; where the means to undo it are lost, that is all there is to say. */
export const broken = (cause: Failure): Failure =>
  cause.code === 'journalDamaged' || cause.code === 'journalForeign'
    ? cause
    : new Failure('broken', { ...cause.params, why: cause.code, outcome: 'broken' }, { cause });
