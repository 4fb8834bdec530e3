/** An error the host answers with: the client raises it as `OfficeExtension.Error` with this code. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

/**
 * The errors Excel documents, with its messages.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export const hostErrors = {
  itemNotFound: () => new HostError('ItemNotFound', "The requested resource doesn't exist.", 404),
  itemAlreadyExists: (what = 'The resource being created already exists.') =>
    new HostError('ItemAlreadyExists', what, 409),
  invalidArgument: (why = 'The argument is invalid or missing or has an incorrect format.') =>
    new HostError('InvalidArgument', why),
  sizeMismatch: () =>
    new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    ),
  invalidReference: () =>
    new HostError('InvalidReference', 'This reference is not valid for the current operation.'),
  invalidObjectPath: (why: string) => new HostError('InvalidObjectPath', why),
  invalidOperation: (why: string) => new HostError('InvalidOperation', why),
  accessDenied: (why = 'You cannot perform the requested operation.') =>
    new HostError('AccessDenied', why, 403),
  insertDeleteConflict: () =>
    new HostError(
      'InsertDeleteConflict',
      'The insert or delete operation attempted resulted in a conflict.',
      409,
    ),
  apiNotFound: (member: string, version: string) =>
    new HostError(
      'ApiNotFound',
      `The API you are trying to use could not be found: ${member} needs ExcelApi ${version}.`,
      404,
    ),
  /** Loud by design: whatever the host does not simulate must never look as if it worked. */
  notImplemented: (member: string) =>
    new HostError('NotImplemented', `The workbench host does not implement ${member}.`, 501),
  cellEditMode: () =>
    new HostError(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    ),
  requestTooLarge: () =>
    new HostError('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.', 413),
  responseTooLarge: () =>
    new HostError(
      'ResponsePayloadSizeLimitExceeded',
      'The response payload size has exceeded the limit.',
      413,
    ),
  general: (message: string) => new HostError('GeneralException', message, 500),
};
