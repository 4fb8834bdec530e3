import type { SheetSurvey, SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { LayerId } from '../plan/layer';
import { namesOf, readOwnership, type LayerNames, type Ownership } from '../plan/ownership';
import type {
  Clock,
  DataSheet,
  OnProgress,
  PendingState,
  RenameOrder,
  TableRef,
  WorkbookPort,
  WriteOrder,
} from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { applyOrder, phase, specKey } from './apply';
import { asWritten, everywhere, eachInTurn, writeBlock } from './cells';
import { CHECKPOINT_SHEET, RECORD_SHEET, type Journal } from './journal';
import { CHARACTER_POINTS, TABLE_STYLE } from './looks';
import { withExcel } from './office';
import { quietly } from './quiet';
import { readTable, surveyWorkbook } from './read';
import { renameTerritories } from './rename';
import { revertJournal } from './revert';
import { readStore, writeStore } from './store';
import { watchWorkbook, type Hint } from './watch';

/** The workbook of Excel behind `WorkbookPort`. */
export class OfficeWorkbook implements WorkbookPort {
  constructor(private readonly clock: Clock) {}

  survey(): Promise<SheetSurvey[]> {
    return withExcel(surveyWorkbook);
  }

  read(ref: TableRef, onProgress?: OnProgress): Promise<SourceTable> {
    return withExcel((context) => readTable(context, ref, onProgress));
  }

  ownership(wanted: Parameters<WorkbookPort['ownership']>[0]): Promise<LayerNames> {
    return withExcel(async (context) => {
      const store = await readStore(context, RECORD_SHEET);
      const ours = namesOf(readOwnership(store.get('owned')), wanted.layer);
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      const source = await readHeaders(context, wanted.accounts);
      const sheets = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
      const headers = new Set(source.map((header) => header.toLowerCase()));
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
    return withExcel(async (context) => readOwnership((await readStore(context, RECORD_SHEET)).get('owned')));
  }

  written(layer: LayerId, key: string): Promise<SheetSpec | undefined> {
    return withExcel(
      async (context) =>
        (await readStore(context, RECORD_SHEET)).get(specKey(layer, key)) as SheetSpec | undefined,
    );
  }

  async apply(order: WriteOrder, onProgress: OnProgress = () => undefined): Promise<void> {
    const { sheets } = await this.ownership({
      layer: order.layer,
      columns: [],
      sheets: order.sheets.map(({ key, name }) => ({ key, name })),
    });
    const state = await this.pending();
    if (state.state === 'applied') throw new Failure('pendingDecision');
    try {
      await withExcel((context) =>
        quietly(context, () => applyOrder(context, order, sheets, this.clock.now(), onProgress)),
      );
    } catch (error) {
      // A refusal before the first write leaves no checkpoint, and then there is nothing to undo.
      if (!(error instanceof Failure) || error.code === 'hostGone') throw error;
      await this.rollBack();
      throw error;
    }
  }

  rename(order: RenameOrder): Promise<void> {
    return withExcel((context) => quietly(context, () => renameTerritories(context, order)));
  }

  async pending(): Promise<PendingState> {
    const store = await withExcel((context) => readStore(context, CHECKPOINT_SHEET));
    const journal = store.get('journal') as Journal | undefined;
    if (journal === undefined) return { state: 'none' };
    if (store.get('phase') === 'applied') return { state: 'applied', at: journal.at };
    await this.rollBack();
    return { state: 'rolledBack', at: journal.at };
  }

  keep(): Promise<void> {
    return withExcel((context) => writeStore(context, CHECKPOINT_SHEET, new Map()));
  }

  async revert(onProgress: OnProgress = () => undefined): Promise<void> {
    await withExcel(async (context) => {
      const journal = (await readStore(context, CHECKPOINT_SHEET)).get('journal') as Journal | undefined;
      if (journal === undefined) throw new Failure('nothingPending');
      // From here on a break means: finish reverting on the next opening.
      await writeStore(context, CHECKPOINT_SHEET, phase('writing', journal));
      await quietly(context, () => revertJournal(context, journal, onProgress));
    });
  }

  record(): Promise<unknown> {
    return withExcel(async (context) => (await readStore(context, RECORD_SHEET)).get('record'));
  }

  load(key: string): Promise<unknown> {
    return withExcel(async (context) => (await readStore(context, RECORD_SHEET)).get(`saved:${key}`));
  }

  save(key: string, value: unknown): Promise<void> {
    return withExcel(async (context) => {
      const store = await readStore(context, RECORD_SHEET);
      store.set(`saved:${key}`, value);
      await writeStore(context, RECORD_SHEET, store);
    });
  }

  insert(sheets: readonly DataSheet[], onProgress: OnProgress = () => undefined): Promise<void> {
    return withExcel(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.load('items/name');
      tables.load('items/name');
      await context.sync();
      const taken = new Set([...worksheets.items, ...tables.items].map(({ name }) => name.toLowerCase()));
      const clash = sheets.find(({ name }) => taken.has(name.toLowerCase()));
      if (clash !== undefined) throw new Failure('nameTaken', { name: clash.name });
      let done = 0;
      await eachInTurn(sheets, async (sheet) => {
        await insertSheet(context, sheet);
        onProgress(++done / sheets.length);
      });
      const first = sheets[0];
      if (first !== undefined) worksheets.getItem(first.name).activate();
      await context.sync();
    });
  }

  select(address: string): Promise<void> {
    return withExcel(async (context) => {
      const bang = address.lastIndexOf('!');
      const name = address.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      await context.sync();
      if (sheet.isNullObject) throw new Failure('tableGone', { name });
      sheet.activate();
      sheet.getRange(address.slice(bang + 1)).select();
      await context.sync();
    });
  }

  watch(onHint: (hint: Hint) => void): Promise<() => Promise<void>> {
    return watchWorkbook(onHint);
  }

  async isEmpty(): Promise<boolean> {
    const sheets = await this.survey();
    return sheets.every(({ rowCount }) => rowCount === 0);
  }

  /** Undoes what a checkpoint says was begun; without one there is nothing to undo. */
  private async rollBack(): Promise<void> {
    await withExcel(async (context) => {
      const journal = (await readStore(context, CHECKPOINT_SHEET)).get('journal') as Journal | undefined;
      if (journal !== undefined)
        await quietly(context, () => revertJournal(context, journal, () => undefined));
    });
  }
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

/** Columns are as wide as their header with its filter button and the first values, within reason. */
const WIDTH_ROWS = 100;
const MAX_CHARACTERS = 40;
const FILTER_BUTTON = 4;

async function insertSheet(context: Excel.RequestContext, data: DataSheet): Promise<void> {
  const sheet = context.workbook.worksheets.add(data.name);
  data.formats.forEach((format, c) => {
    if (format !== 'General') {
      sheet.getRangeByIndexes(1, c, data.rows.length, 1).numberFormat = everywhere(format);
    }
  });
  await writeBlock(
    context,
    sheet.getRange('A1'),
    [data.headers, ...data.rows].map((row) => row.map(asWritten)),
  );
  const table = sheet.tables.add(
    sheet.getRangeByIndexes(0, 0, data.rows.length + 1, data.headers.length),
    true,
  );
  table.name = data.name;
  table.style = TABLE_STYLE;
  data.headers.forEach((header, c) => {
    const longest = Math.max(...data.rows.slice(0, WIDTH_ROWS).map((row) => String(row[c] ?? '').length), 0);
    const characters = Math.min(MAX_CHARACTERS, Math.max(header.length + FILTER_BUTTON, longest + 1));
    sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * CHARACTER_POINTS;
  });
  sheet.freezePanes.freezeRows(1);
  await context.sync();
}
