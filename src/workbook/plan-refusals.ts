import { Failure } from '../plan/failures';
import type { TableRef } from '../app/ports';
import { isList, lookAtTable } from './accounts';
import { anchor } from './anchors';
import type { OwnedNow } from './owned-now';

/** A sheet that is to be written is closed. @throws Failure `protectedSheet` */
export async function refuseProtected(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<void> {
  const found = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected');
    return sheet;
  });
  await context.sync();
  const closed = found.find((sheet) => !sheet.isNullObject && sheet.protection.protected);
  if (closed !== undefined) throw new Failure('protectedSheet', { sheet: closed.name });
}

/** Columns of ours stand in another list: they would be nobody's from now on. @throws Failure `otherList` */
export async function refuseOtherList(
  context: Excel.RequestContext,
  found: OwnedNow['list'],
  ref: TableRef,
  isNew: boolean,
): Promise<void> {
  if (found instanceof Failure) throw found;
  if (found === undefined || isList(found, ref)) return;
  const isThere = [...found.anchors].some(
    ([name, spot]) => anchor.isColumn(name) && spot !== null && spot.sheet === found.sheetName,
  );
  // A list that was renamed since it was read is still the same.
  const isSame = !isNew && ref.table !== undefined && (await lookAtTable(context, ref.table)) === undefined;
  if (isThere && !isSame) throw new Failure('otherList', { name: found.table ?? found.sheetName });
}
