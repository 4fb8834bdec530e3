import { Failure } from '../plan/failures';
import { ownHeaders, type Ownership } from '../plan/ownership';
import type { ApplyReport, OnProgress, WriteOrder } from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { placeColumns, writeColumns } from './account-columns';
import { anchor, readAnchors } from './anchors';
import { eachInTurn } from './cells';
import { editAccounts } from './edit-accounts';
import { fillCells } from './fill-cells';
import { standsStill } from './foreign-cells';
import { extendTable } from './extend-table';
import type { Job } from './door';
import { extentOf, isTable, remembered } from './grid';
import { type Met } from './met';
import { RECORD_SHEET } from './journal';
import { dropNames, formerNames, keepNames } from './order-names';
import { ownedAfter } from './owned-after';
import { lookAtOwned, specKey } from './owned-now';
import { refuseOtherList, refuseProtected } from './plan-refusals';
import { movedOn } from './make-room';
import { refuseTaken } from './insert-sheets';
import { keptMade, makeList, referencesOf } from './made-list';
import { drawCharts } from './charts';
import { sideBySide } from './side-by-side';
import { decorateSheet, raiseSheet, sheetAnchors } from './sheets';
import { placeAndKeep } from './keep-accounts';
import { fillPages, planPages, strangersOn } from './pages';
import { openStore, savedKey, writeStore } from './hidden-store';
import { type Readings } from './unread';
import { haveMoved } from './raise-tables';
import { giveSpoken, isNothing, spokenBeside, type Spoken } from './spoken-elsewhere';
import { REFUSED, verifySheets, writeUndisturbed } from './verify-sheets';

/** Names under which sheets are written, by key. */
export type SheetNames = Readonly<Record<string, string>>;

/**
 * Looks whether a plan can be written, and keeps what it will overwrite. Then: the skeletons of tables and names
 * are raised, then contents, then looks, and last the record. Each phase can be repeated without harm.
 */
export async function applyOrder(
  context: Excel.RequestContext,
  order: WriteOrder,
  sheetNames: SheetNames,
  readings: Readings,
  onProgress: OnProgress,
): Promise<Job & { readonly report: ApplyReport }> {
  const { entries: record, place: storePlace } = await openStore(context, RECORD_SHEET);
  const { accounts, made } = order;
  const anchors = await readAnchors(context);
  const { owned, gone, list } = await lookAtOwned(context, record.get('owned'), anchors, accounts?.ref);
  if (made !== undefined) await refuseTaken(context, [made]);
  if (accounts !== undefined) await refuseOtherList(context, list, accounts.ref, made !== undefined);
  const named = (spec: SheetSpec) => sheetNames[spec.key] ?? spec.name;
  await refuseProtected(context, order.sheets.map(named));
  const ours = new Set(ownHeaders(owned));
  // A list that is made first has no columns yet, and goes as a whole.
  const isFirst = accounts !== undefined && made === undefined;
  const first = isFirst ? await placeColumns(context, accounts, ours) : undefined;
  const pages = await planPages(context, order, named, record, readings);
  const sheets = pages.map(({ kept: one }) => one);
  const spoken = await spokenBeside(
    context,
    pages.map(({ spec, kept: { before } }) => ({
      names: [named(spec)],
      now: before?.tables ?? [],
      next: spec.blocks.filter(isTable).map((block) => ({ name: block.name, ...extentOf(block) })),
      was: before?.spec,
      willBe: spec,
    })),
  );
  const placed = isFirst ? await placeAndKeep(context, accounts, ours, sheets, first) : undefined;
  const kept = placed?.found;
  const edit = order.edit && (await editAccounts(context, order.edit));
  const fill = order.fill && (await fillCells(context, order.fill, anchors));
  const former = formerNames(order.sheets, record);
  const names = await keepNames(context, [
    ...former,
    ...order.sheets.flatMap((spec) => [...sheetAnchors(spec), ...spec.names.map(({ name }) => name)]),
    ...(accounts === undefined
      ? []
      : [anchor.accounts, anchor.list, ...referencesOf(accounts, kept).map((_, n) => anchor.reference(n))]),
    ...(made === undefined ? [] : [anchor.made]),
    ...(accounts?.columns ?? []).map(({ key }) => anchor.column(key)),
    ...(fill?.names ?? []),
  ]);
  onProgress(0.1);
  const there = [...sheets.map(({ name }) => name), ...(accounts?.columns ?? []).map(({ header }) => header)];
  return {
    report: {
      remade: gone.filter((name) => there.includes(name)),
      moved: pages.flatMap(({ spec, filling }) => movedOn(named(spec), filling.room)),
    },
    journal: {
      ...edit?.journal,
      ...(!isNothing(spoken) && { spoken }),
      ...(kept && { accounts: kept }),
      ...(fill && { fills: fill.kept }),
      sheets: [...sheets, ...(made === undefined ? [] : [keptMade(made, accounts)])],
      names,
      record: [...record],
      place: storePlace,
    },
    tellsSheets: true,
    write: (note) =>
      writeOrder(context, order, note, onProgress, {
        ...{ anchors, pages, named, spoken, former, edit, fill },
        columns: async () => {
          if (accounts === undefined) return;
          const { place: spot, found } = placed ?? (await placeAndKeep(context, accounts, ours, sheets));
          await extendTable(context, accounts, spot, referencesOf(accounts, kept), anchors);
          onProgress(0.2);
          const columns = await writeColumns(context, accounts, spot, found, (done) => {
            onProgress(0.2 + 0.5 * done);
          });
          await refuseMet(context, note, { columns }, accounts.table);
        },
        remember: () => writeStore(context, RECORD_SHEET, recordAfter(order, record, owned, named)),
      }),
    end: () => fill?.end(),
  };
}

/** What was found when it was looked whether the order can be carried out. */
interface Looked {
  readonly anchors: Awaited<ReturnType<typeof readAnchors>>;
  readonly pages: Awaited<ReturnType<typeof planPages>>;
  readonly named: (spec: SheetSpec) => string;
  /** Formulas of the user's that speak of tables of these pages that are raised elsewhere. */
  readonly spoken: Spoken;
  /** Names that its sheets do not need any more. */
  readonly former: readonly string[];
  readonly edit: Awaited<ReturnType<typeof editAccounts>> | undefined;
  readonly fill: Awaited<ReturnType<typeof fillCells>> | undefined;
  /** Writes the columns of the list, if there are any. */
  readonly columns: () => Promise<void>;
  /** Writes what the workbook is to remember. */
  readonly remember: () => Promise<void>;
}

/** Skeletons of tables and names first, then contents, then looks, and last the record. */
async function writeOrder(
  context: Excel.RequestContext,
  { made, sheets }: WriteOrder,
  note: (met: Met) => void,
  onProgress: OnProgress,
  { anchors, pages, named, spoken, former, edit, fill, columns, remember }: Looked,
): Promise<void> {
  if (made !== undefined) await makeList(context, made, anchors);
  await refuseStirred(context, pages, named);
  // From here on they are touched.
  note({});
  await raisePages(context, pages, named, anchors, note);
  await giveSpoken(context, spoken, new Set(pages.map(({ spec }) => named(spec))));
  await columns();
  const written = pages.map(({ spec }) => ({ spec, name: named(spec) }));
  // In the very next request cells are written by their places.
  await verifySheets(context, written);
  await writeUndisturbed(context, written, async () => {
    const met = await fillPages(context, pages, named);
    await refuseMet(context, note, { sheets: met.found }, met.first);
    await verifySheets(context, written);
    await edit?.write(note);
    await dropNames(context, former);
    onProgress(0.85);
    await eachInTurn(pages, ({ spec, filling }, n) =>
      decorateSheet(context, spec, named(spec), filling.room, {}, met.low[n]),
    );
    await eachInTurn(sheets, (spec) => drawCharts(context, spec, named(spec)));
  });
  await verifySheets(context, written);
  onProgress(0.95);
  await fill?.write();
  await remember();
  onProgress(1);
}

/** Somebody moved cells of a sheet since it was looked at. @throws Failure `sheetMoved` */
async function refuseStirred(
  context: Excel.RequestContext,
  pages: Looked['pages'],
  named: Looked['named'],
): Promise<void> {
  await sideBySide(context, pages, async (context, { spec, now }) => {
    if (now === undefined) return;
    const sheet = context.workbook.worksheets.getItem(named(spec));
    if (!(await standsStill(context, sheet, now))) throw new Failure('sheetMoved', { sheet: named(spec) });
  });
}

/** The tables of the sheets, by their places. @throws Failure `sheetMoved` where a row came in between */
async function raisePages(
  context: Excel.RequestContext,
  pages: Looked['pages'],
  named: Looked['named'],
  anchors: Looked['anchors'],
  note: (met: Met) => void,
): Promise<void> {
  await eachInTurn(pages, async ({ spec, kept: { before } }) => {
    const left = tablesLeft(before?.spec, spec);
    const isMoved = await raiseSheet(context, spec, named(spec), anchors, left, before?.tables).catch(
      async (error: unknown) => {
        if (!(error instanceof OfficeExtension.Error) || !REFUSED.includes(error.code)) throw error;
        const wanted = spec.blocks.filter(isTable);
        if (before === undefined || !(await haveMoved(context, wanted, before.tables))) throw error;
        return true;
      },
    );
    if (!isMoved) return;
    // Tables have been cut to their size: what came into them with a row would be taken for ours.
    const cells = await strangersOn(context, named(spec), spec, before?.cells ?? []);
    if (cells.length > 0) note({ sheets: { [spec.key]: { cells, isShifted: true } } });
    await context.sync();
    throw new Failure('sheetMoved', { sheet: named(spec) });
  });
}

/** What the workbook remembers once the order is carried out. */
function recordAfter(
  order: WriteOrder,
  record: ReadonlyMap<string, unknown>,
  owned: Ownership | undefined,
  named: Looked['named'],
): Map<string, unknown> {
  const next = new Map(record);
  if (order.record) next.set('record', order.record);
  next.set('owned', ownedAfter(order, owned, named));
  for (const spec of order.sheets) next.set(specKey(spec.layer, spec.key), remembered(spec));
  for (const [key, value] of Object.entries(order.remember ?? {})) next.set(savedKey(key), value);
  return next;
}

/** Cells that somebody else filled meanwhile are kept for the roll-back. @throws Failure `typedMeanwhile` */
async function refuseMet(
  context: Excel.RequestContext,
  note: (met: Met) => void,
  met: Met,
  address: string,
): Promise<void> {
  if ([met.sheets, met.columns].every((found) => Object.keys(found ?? {}).length === 0)) return;
  note(met);
  await context.sync();
  throw new Failure('typedMeanwhile', { address });
}

/** Tables that a sheet had and has no more. */
function tablesLeft(before: SheetSpec | undefined, { blocks }: SheetSpec): string[] {
  const now = new Set(blocks.filter(isTable).map(({ name }) => name));
  return (before?.blocks ?? []).filter(isTable).flatMap(({ name }) => (now.has(name) ? [] : [name]));
}
