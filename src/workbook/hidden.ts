import { Failure } from '../plan/failures';
import { HIDDEN_SHEETS } from './checkpoint';
import { eachInTurn } from './cells';
import { RECORD_SHEET } from './journal';

/**
 * Looks whether sheets can come and go and our hidden sheets can be written to. Where these are protected without a
 * password the protection is taken off: users have no way to them, and never asked for it.
 * @throws Failure `protectedBook`, `protectedHidden`; nothing has been written then
 */
export async function openHidden(context: Excel.RequestContext): Promise<void> {
  const { protection, worksheets } = context.workbook;
  protection.load('protected');
  const closed = await closedOf(context, worksheets);
  if (protection.protected) throw new Failure('protectedBook');
  await unprotect(context, closed);
}

/** Looks whether sheets can come and go. @throws Failure `protectedBook` */
export async function refuseFixed(context: Excel.RequestContext): Promise<void> {
  const { protection } = context.workbook;
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new Failure('protectedBook');
}

/**
 * Looks whether the record can be written where only its cells are: a protected structure hinders that only where
 * the record is still to be made. @throws Failure `protectedBook`, `protectedHidden`
 */
export async function openRecord(context: Excel.RequestContext): Promise<void> {
  const { protection, worksheets } = context.workbook;
  protection.load('protected');
  const record = worksheets.getItemOrNullObject(RECORD_SHEET);
  record.load('name');
  await context.sync();
  if (protection.protected && record.isNullObject) throw new Failure('protectedBook');
  const closed = await closedOf(context, worksheets);
  await unprotect(
    context,
    closed.filter(({ name }) => name === RECORD_SHEET),
  );
}

async function closedOf(
  context: Excel.RequestContext,
  worksheets: Excel.WorksheetCollection,
): Promise<Excel.Worksheet[]> {
  // A macro that protects all sheets protects these too.
  const found = HIDDEN_SHEETS.map((name) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected');
    return sheet;
  });
  await context.sync();
  return found.filter((sheet) => !sheet.isNullObject && sheet.protection.protected);
}

async function unprotect(context: Excel.RequestContext, closed: readonly Excel.Worksheet[]): Promise<void> {
  await eachInTurn(closed, async ({ name, protection }) => {
    protection.unprotect();
    protection.load('protected');
    try {
      await context.sync();
    } catch (error) {
      if (!(error instanceof OfficeExtension.Error) || !PASSWORD.includes(error.code)) throw error;
      throw new Failure('protectedHidden', { sheet: name }, { cause: error });
    }
    if (protection.protected) throw new Failure('protectedHidden', { sheet: name });
  });
}

/** What hosts answer where a password is wanted. */
const PASSWORD: readonly string[] = ['AccessDenied', 'InvalidArgument', 'InvalidOperation'];
