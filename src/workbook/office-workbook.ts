import type { SheetSurvey, SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { LayerId } from '../plan/layer';
import { namesOf, type LayerNames, type Ownership } from '../plan/ownership';
import type {
  ApplyReport,
  Clock,
  DataSheet,
  EditOrder,
  OnProgress,
  PendingState,
  RenameOrder,
  RevertReport,
  SheetRow,
  TableRef,
  WorkbookPort,
  WriteOrder,
} from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { anchor, fillAnchors, readAnchors } from './anchors';
import { AskedTogether } from './asked-together';
import { drop, readCheckpoint, CHECKPOINT_SHEET, UNDO_SHEET, type CheckpointName } from './checkpoint';
import type { Around } from './door';
import { openRecord, refuseFixed } from './hidden';
import { RECORD_SHEET } from './journal';
import { wroteIn } from './wrote';
import { lookForJobs, lookForOther, SILENCE_MS, takeOver, type Desk } from './lease';
import { broken, withExcel } from './office';
import { isOwnTable } from './own-tables';
import { ownedNow, specKey } from './owned-now';
import { surveyWorkbook } from './read';
import { showRows } from './show-rows';
import { isUndone } from './undone-by-excel';
import { readStore, savedKey, UNREADABLE, writeStore } from './hidden-store';
import { watchWorkbook, type Hint } from './watch';

/** The workbook of Excel behind `WorkbookPort`. */
export class OfficeWorkbook implements WorkbookPort {
  private readonly desk: Desk;
  private readonly asked = new AskedTogether();
  /** Our own tables as they were last read: what users put there since must not be written over. */
  private readonly readings = new Map<string, SourceTable>();
  /** A job of this pane that has not ended: what is written next ends it. */
  private open: { isEnded: boolean; readonly end: (context: Excel.RequestContext) => void } | undefined;

  /**
   * @param patience for how long another pane's unfinished job is asked about, in ms; 0: nobody else can be there
   * @param silence for how long a pane that writes may give no sign, in ms
   */
  constructor(clock: Clock, patience = 0, silence = SILENCE_MS) {
    this.desk = { pane: crypto.randomUUID(), now: () => clock.now(), patience, silence };
  }

  survey(): Promise<SheetSurvey[]> {
    return withExcel(surveyWorkbook);
  }

  async read(ref: TableRef, onProgress?: OnProgress): Promise<SourceTable> {
    const table = await this.asked.table(ref, onProgress);
    if (ref.table !== undefined && isOwnTable(ref.table)) this.readings.set(ref.table, table);
    return table;
  }

  ownership(wanted: Parameters<WorkbookPort['ownership']>[0]): Promise<LayerNames> {
    return withExcel(async (context) => {
      const owned = await ownedNow(context, wanted.accounts);
      const ours = namesOf(owned, wanted.layer);
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      const source = await readHeaders(context, wanted.accounts);
      const sheets = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
      const headers = new Set([...source, ...(wanted.headers ?? [])].map((header) => header.toLowerCase()));
      const choose = (before: string | undefined, name: string, taken: ReadonlySet<string>) => {
        if (before !== undefined && taken.has(before.toLowerCase())) return before;
        return free(name, taken);
      };
      return {
        columns: Object.fromEntries(
          wanted.columns.map(({ key, header }) => [key, choose(ours.columns[key], header, headers)]),
        ),
        sheets: Object.fromEntries(
          wanted.sheets.map(({ key, name }) => [key, choose(ours.sheets[key], name, sheets)]),
        ),
      };
    });
  }

  owned(): Promise<Ownership | undefined> {
    return withExcel(ownedNow);
  }

  async written(layer: LayerId, key: string): Promise<SheetSpec | undefined> {
    return (await this.asked.store()).get(specKey(layer, key)) as SheetSpec | undefined;
  }

  async apply(order: WriteOrder, onProgress: OnProgress = () => undefined): Promise<ApplyReport> {
    const { open } = this;
    if (open === undefined || open.isEnded) return this.applyAlone(order, onProgress);
    const report = await this.applyAlone(order, onProgress, { alongside: open.end });
    open.isEnded = true;
    return report;
  }

  async together(order: WriteOrder, then: () => Promise<void>): Promise<void> {
    if (this.open !== undefined) throw new Error('A job is open already.');
    const open = {
      isEnded: false,
      end: (context: Excel.RequestContext) => {
        for (const name of fillAnchors(order.fill ?? []).flat())
          context.workbook.names.getItem(name).delete();
        drop(context, CHECKPOINT_SHEET);
      },
    };
    try {
      await this.applyAlone(order, () => undefined, {
        meanwhile: async () => {
          this.open = open;
          await then();
        },
        isEnded: () => open.isEnded,
      });
    } finally {
      this.open = undefined;
    }
  }

  private async applyAlone(
    order: WriteOrder,
    onProgress: OnProgress,
    around: Around = {},
  ): Promise<ApplyReport> {
    const state = await this.pending();
    if (state.state === 'applied') throw new Failure('pendingDecision');
    if (state.state === 'broken') throw state.failure;
    if (state.state === 'otherPane') throw new Failure('otherPane');
    const { sheets } = await this.ownership({
      layer: order.layer,
      columns: [],
      sheets: order.sheets.map(({ key, name }) => ({ key, name })),
    });
    const { applyOrder, write } = await writing();
    const { report } = await write(
      this.desk,
      order.decision === false ? 'done' : 'applied',
      (context) => applyOrder(context, order, sheets, this.readings, onProgress),
      around,
    );
    return report;
  }

  async rename(order: RenameOrder): Promise<void> {
    const { renameTerritories, write } = await writing();
    await write(this.desk, 'done', (context) => renameTerritories(context, order));
  }

  async edit(order: EditOrder): Promise<void> {
    const state = await this.pending();
    if (state.state === 'broken') throw state.failure;
    if (state.state === 'otherPane') throw new Failure('otherPane');
    const { editAccounts, write } = await writing();
    await write(this.desk, 'done', (context) => editAccounts(context, order));
  }

  async pending(other: 'ask' | 'takeOver' = 'ask'): Promise<PendingState> {
    // What is open is this pane's own, and goes on.
    if (this.open !== undefined) return { state: 'none' };
    const found = await withExcel((context) => lookForJobs(context, this.desk));
    if (found === 'none') return { state: 'none' };
    if (found !== undefined && other === 'ask') {
      const since = found;
      const seconds = Math.max(0, Math.round((this.desk.now().getTime() - since.getTime()) / 1000));
      return { state: 'otherPane', seconds };
    }
    if (found !== undefined) await withExcel((context) => takeOver(context, this.desk));
    const undo = await withExcel((context) => readCheckpoint(context, UNDO_SHEET));
    let rolledBack: string | undefined;
    try {
      if (undo.kind !== 'none') await (await writing()).rollBack(UNDO_SHEET, this.desk);
      if (undo.kind === 'whole') rolledBack = undo.journal.at;
      const found = await withExcel((context) => readCheckpoint(context, CHECKPOINT_SHEET));
      if (found.kind === 'whole' && found.status.phase === 'applied')
        return {
          state: 'applied',
          at: found.journal.at,
          wrote: wroteIn(found.journal),
          ...((await withExcel((context) => isUndone(context, found.journal))) ? { isUndone: true } : {}),
        };
      if (found.kind !== 'none') {
        const report = await (await writing()).rollBack(CHECKPOINT_SHEET, this.desk);
        if (found.kind === 'whole')
          return {
            state: 'rolledBack',
            at: found.journal.at,
            ...(found.status.isMinor === true ? { isMinor: true } : {}),
            ...(found.status.phase === 'reverting' && report !== undefined ? { report } : {}),
          };
      }
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'hostGone') throw error;
      return { state: 'broken', at: '', failure: broken(error) };
    }
    return rolledBack === undefined
      ? { state: 'none' }
      : { state: 'rolledBack', at: rolledBack, isMinor: true };
  }

  async keep(): Promise<void> {
    if ((await this.lookForOther()) !== undefined) throw new Failure('otherPane');
    // What broke off is not undone any more, and the plan that was applied before it is kept all the same.
    const wasBroken = await keepWhatStands(UNDO_SHEET);
    if (!(await keepWhatStands(CHECKPOINT_SHEET)) && !wasBroken) throw new Failure('nothingPending');
  }

  async revert(onProgress: OnProgress = () => undefined): Promise<RevertReport> {
    if ((await this.lookForOther()) !== undefined) throw new Failure('otherPane');
    const undo = await withExcel((context) => readCheckpoint(context, UNDO_SHEET));
    if (undo.kind !== 'none') {
      const report = await (await writing()).rollBack(UNDO_SHEET, this.desk);
      if (report !== undefined) return report;
    }
    return (await writing()).revertApplied(this.desk, onProgress);
  }

  private lookForOther(): Promise<Date | undefined> {
    return withExcel((context) => lookForOther(context, this.desk));
  }

  async record(): Promise<unknown> {
    const store = await this.asked.store();
    // Something that is no record: whoever reads it says so.
    return store.get('record') ?? (store.has(UNREADABLE) ? UNREADABLE : undefined);
  }

  async load(key: string): Promise<unknown> {
    return (await this.asked.store()).get(savedKey(key));
  }

  save(key: string, value: unknown): Promise<void> {
    return withExcel(async (context) => {
      await openRecord(context);
      const store = await readStore(context, RECORD_SHEET);
      store.set(savedKey(key), value);
      await writeStore(context, RECORD_SHEET, store);
    });
  }

  async insert(
    sheets: readonly DataSheet[],
    onProgress: OnProgress = () => undefined,
    remember: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const state = await this.pending();
    if (state.state === 'broken') throw state.failure;
    if (state.state === 'otherPane') throw new Failure('otherPane');
    const { insertSheets, write } = await writing();
    await write(this.desk, 'done', (context) => insertSheets(context, sheets, remember, onProgress));
  }

  select(address: string): Promise<void> {
    return withExcel(async (context) => {
      const bang = address.lastIndexOf('!');
      const name = address.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name,visibility');
      await context.sync();
      if (sheet.isNullObject) throw new Failure('tableGone', { name });
      // Excel shows no cell of a hidden sheet, and whoever hid it had a reason.
      if (sheet.visibility !== 'Visible') throw new Failure('sheetHidden', { sheet: sheet.name });
      sheet.activate();
      sheet.getRange(address.slice(bang + 1)).select();
      await context.sync();
    });
  }

  showRows(table: string, column: string, word: string): Promise<void> {
    return withExcel((context) => showRows(context, table, column, word));
  }

  async selection(): Promise<{ sheet: string; range: string }> {
    return withExcel(async (context) => {
      // Whole columns and rows are meant as far as they are filled.
      const range = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
      range.load('address,rowCount');
      range.worksheet.load('name');
      await context.sync();
      if (range.isNullObject || range.rowCount < 2) throw new Failure('noSelection');
      const cells = range.address.slice(range.address.lastIndexOf('!') + 1);
      return { sheet: range.worksheet.name, range: cells };
    }).catch((error: unknown) => {
      // Several blocks are no one range to Excel, and it does not say which code that has.
      if (error instanceof Failure && error.code === 'host')
        throw new Failure('noSelection', {}, { cause: error });
      throw error;
    });
  }

  async activeRow(): Promise<SheetRow> {
    return withExcel(async (context) => {
      const cell = context.workbook.getActiveCell();
      const { worksheet } = cell;
      cell.load('rowIndex');
      worksheet.load('name');
      await context.sync();
      return { sheet: worksheet.name, row: cell.rowIndex + 1 };
    });
  }

  watch(onHint: (hint: Hint) => void): Promise<() => Promise<void>> {
    return watchWorkbook(onHint);
  }

  names(): Promise<readonly string[]> {
    return withExcel(async ({ workbook }) => {
      const all = [workbook.tables, workbook.names];
      for (const one of all) one.load('items/name');
      await workbook.context.sync();
      return all.flatMap(({ items }) => items.map(({ name }) => name));
    });
  }

  isEmpty(): Promise<boolean> {
    return withExcel(async (context) => {
      // Most of the time something stands where the user looks: one request.
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      if (!used.isNullObject) return false;
      return (await surveyWorkbook(context)).every(({ rowCount }) => rowCount === 0);
    });
  }
}

const writing = () => import('./writing');

/** Ends a checkpoint and leaves everything as it stands; false if there is none. */
function keepWhatStands(name: CheckpointName): Promise<boolean> {
  return withExcel(async (context) => {
    const found = await readCheckpoint(context, name);
    if (found.kind === 'none') return false;
    await refuseFixed(context);
    const anchors = await readAnchors(context);
    const end = () => {
      for (const known of anchors.keys())
        if (anchor.isReference(known) || anchor.isFill(known) || known === anchor.made)
          context.workbook.names.getItem(known).delete();
      if (found.kind === 'whole' && found.status.phase !== 'applied')
        context.workbook.application.calculationMode = found.status.calculation ?? found.journal.calculation;
      drop(context, name);
    };
    // It may have been carried out although its answer was an error.
    const isEnded = async () => (await withExcel((other) => readCheckpoint(other, name))).kind === 'none';
    if (name === CHECKPOINT_SHEET && found.kind === 'whole' && found.status.phase === 'applied') {
      await (await writing()).accept(context, end, isEnded);
      return true;
    }
    end();
    await context.sync().catch(async (error: unknown) => {
      if (!(await isEnded())) throw error;
    });
    return true;
  });
}

/** `Territory` if the name is free, else `Ef Territory`, else `Ef Territory 2` … */
function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const own = `Ef ${name}`;
  let candidate = own;
  for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${own} ${n}`;
  return candidate;
}

/** Headers of a table, none without one; whatever else was asked for is answered with them. */
async function readHeaders(context: Excel.RequestContext, ref: TableRef | undefined): Promise<string[]> {
  if (ref === undefined) {
    await context.sync();
    return [];
  }
  const range =
    ref.table === undefined
      ? context.workbook.worksheets
          .getItem(ref.sheet)
          .getRangeByIndexes(ref.headerRow - 1, ref.firstColumn - 1, 1, ref.columnCount)
      : context.workbook.tables.getItem(ref.table).getHeaderRowRange();
  range.load('values');
  await context.sync();
  return (range.values[0] ?? []).map(String);
}
