import {
  deleteRow,
  insertAbove,
  insertAccount,
  insertColumn,
  listOn,
  LIST_HEADERS,
  listSheet,
  OUR_HEADERS,
  sortList,
} from './meddle';
import type { Cell, OpenWorkbook } from './office';

/** Headers of our columns, with the one that the user gives a column of ours. */
export const OURS = [...OUR_HEADERS, 'Terr'];
const OUR_SHEETS = ['Balance', 'Territory Plan'];

/** All that the user may do. */
export const DEEDS = [
  'sort',
  'sortBack',
  'insertAbove',
  'insertAccount',
  'deleteRow',
  'insertColumn',
  'insertBeforeOwner',
  'insertAmongOurs',
  'renameOurs',
  'deleteOurs',
  'deleteTerritory',
  'renameTable',
  'renameList',
  'renameSheet',
  'deleteSheet',
  'insertInOurs',
  'insertColumnInOurs',
  'hideColumns',
  'filterRows',
  'showRows',
  'protect',
  'unprotect',
  'protectOurs',
  'paste',
  'pasteOverOurs',
  'pasteFormulas',
  'pasteBelow',
  'toRange',
  'toTable',
  'undo',
  'edit',
  'note',
] as const;
export type Deed = (typeof DEEDS)[number];

/**
 * A user who does what comes to mind, in any state of the workbook. This host cannot filter and has no Undo: rows
 * that a filter hides are hidden one by one, and Undo of what an add-in wrote takes our columns off the list's end.
 */
export class Meddler {
  private serial = 0;
  /** Remarks left on our sheets. */
  readonly notes = new Map<string, string>();

  constructor(private readonly book: OpenWorkbook) {}

  private readonly deeds: Readonly<Record<Deed, () => Promise<void>>> = {
    sort: () => sortList(this.book),
    sortBack: () => sortList(this.book, 'Account ID'),
    insertAbove: () => insertAbove(this.book, 1 + (this.serial % 3)),
    insertAccount: () => insertAccount(this.book, this.serial % 5, `N${this.serial}`),
    deleteRow: () => deleteRow(this.book, this.serial % 6),
    insertColumn: () => insertColumn(this.book, 'City', `Mine ${this.serial}`),
    insertBeforeOwner: () => insertColumn(this.book, 'Owner', `Mine ${this.serial}`),
    insertAmongOurs: async () => {
      if ((await this.headers()).includes('Lock'))
        await insertColumn(this.book, 'Lock', `Mine ${this.serial}`);
    },
    renameOurs: () =>
      this.onHeader('Territory', (cell) => {
        cell.values = [['Terr']];
      }),
    deleteOurs: () => this.deleteColumn('Moved?'),
    deleteTerritory: () => this.deleteColumn('Territory'),
    renameTable: () =>
      this.onTable((table) => {
        table.name = `List${this.serial}`;
      }),
    renameList: () =>
      this.onList((sheet) => {
        sheet.name = `CRM ${this.serial}`;
      }),
    renameSheet: () =>
      this.onOurs((sheet) => {
        sheet.name = `Fair ${this.serial}`;
      }),
    deleteSheet: () =>
      this.onOurs((sheet) => {
        sheet.delete();
      }),
    insertInOurs: () =>
      this.onOurs((sheet) => {
        sheet.getRange(this.serial % 2 === 0 ? '1:2' : '6:6').insert('Down');
      }),
    insertColumnInOurs: () =>
      this.onOurs((sheet) => {
        sheet.getRange('B:B').insert('Right');
      }),
    hideColumns: () =>
      this.onList((sheet) => {
        sheet.getRange('B:C').columnHidden = true;
      }),
    filterRows: () => this.hideRows(true),
    showRows: () => this.hideRows(false),
    protect: () =>
      this.onList((sheet, isProtected) => {
        if (!isProtected) sheet.protection.protect();
      }),
    unprotect: () => this.unprotect(),
    protectOurs: () =>
      this.onOurs((sheet) => {
        sheet.protection.unprotect();
        sheet.protection.protect();
      }),
    paste: () => this.pasteInList('City', [['Reno'], ['Reno']]),
    pasteOverOurs: () => this.pasteInList('Territory', [['West'], ['West'], ['East']]),
    pasteFormulas: () => this.pasteInList('Reason', [["'because"], ['=1+1']]),
    pasteBelow: () => this.pasteBelow(),
    toRange: () =>
      this.onTable((table) => {
        table.convertToRange();
      }),
    toTable: () => this.toTable(),
    undo: () => this.undo(),
    edit: () =>
      this.onSheet('Notes', (sheet) => {
        sheet.getRange('C3').values = [[this.serial]];
      }),
    note: () =>
      this.onOurs((sheet) => {
        const text = `note ${this.serial}`;
        sheet.getRange('Z40').values = [[text]];
        this.notes.set(text, sheet.name);
      }),
  };

  /**
   * Does one deed, once.
   * @returns whether Excel let it happen
   * @throws what is no refusal of Excel's: the test itself is wrong then
   */
  async act(deed: Deed): Promise<boolean> {
    this.serial++;
    try {
      await this.deeds[deed]();
      return true;
    } catch (error) {
      const { OfficeExtension: extension } = this.book;
      if (error instanceof extension.Error && REFUSALS.has(error.code)) return false;
      throw new Error(`The user could not ${deed}`, { cause: error });
    }
  }

  /** What stands in the way of a Revert, as its sentence says: the sheets' protection, a list that is no table. */
  async clearTheWay(): Promise<void> {
    await this.unprotect();
    await this.book.run(async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
      for (const sheet of context.workbook.worksheets.items) sheet.protection.unprotect();
      await context.sync();
    });
    await this.toTable();
  }

  private async headers(): Promise<string[]> {
    const { headerRow, firstColumn, columns } = await listOn(this.book);
    const name = await listSheet(this.book);
    return this.book.run(async (context) => {
      const head = context.workbook.worksheets
        .getItem(name)
        .getRangeByIndexes(headerRow, firstColumn, 1, columns);
      head.load('values');
      await context.sync();
      return (head.values[0] ?? []).map(String);
    });
  }

  /** The Excel table of the list, if it is one. */
  private onTable(act: (table: Excel.Table) => void): Promise<void> {
    return this.book.run(async (context) => {
      const { tables } = context.workbook;
      tables.load('items/name');
      await context.sync();
      const own = tables.items.find(({ name }) => !name.startsWith('Ef'));
      if (own !== undefined) act(own);
      await context.sync();
    });
  }

  private async onList(act: (sheet: Excel.Worksheet, isProtected: boolean) => void): Promise<void> {
    const name = await listSheet(this.book);
    await this.onSheet(name, act);
  }

  private onSheet(name: string, act: (sheet: Excel.Worksheet, isProtected: boolean) => void): Promise<void> {
    return this.book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      sheet.protection.load('protected');
      await context.sync();
      if (!sheet.isNullObject) act(sheet, sheet.protection.protected);
      await context.sync();
    });
  }

  /** One of our sheets, turn by turn, by the name we gave it. */
  private onOurs(act: (sheet: Excel.Worksheet) => void): Promise<void> {
    return this.onSheet(OUR_SHEETS[this.serial % OUR_SHEETS.length] ?? '', act);
  }

  private async onHeader(header: string, act: (cell: Excel.Range) => void): Promise<void> {
    const at = (await this.headers()).indexOf(header);
    if (at < 0) return;
    const { headerRow, firstColumn } = await listOn(this.book);
    await this.onList((sheet) => {
      act(sheet.getRangeByIndexes(headerRow, firstColumn + at, 1, 1));
    });
  }

  private async deleteColumn(header: string): Promise<void> {
    if (!(await this.headers()).includes(header)) return;
    if (await this.isTable())
      await this.onTable((table) => {
        table.columns.getItem(header).delete();
      });
    else
      await this.onHeader(header, (cell) => {
        cell.getEntireColumn().delete('Left');
      });
  }

  private async hideRows(isHidden: boolean): Promise<void> {
    const { headerRow, rows } = await listOn(this.book);
    await this.onList((sheet) => {
      for (let r = 0; r < rows; r += isHidden ? 3 : 1)
        sheet.getRangeByIndexes(headerRow + 1 + r, 0, 1, 1).getEntireRow().rowHidden = isHidden;
    });
  }

  private unprotect(): Promise<void> {
    return this.onList((sheet) => {
      sheet.protection.unprotect();
    });
  }

  /** Pastes a block over cells of one column, a few rows down. */
  private async pasteInList(header: string, block: Cell[][]): Promise<void> {
    const at = this.serial % 4;
    await this.onHeader(header, (cell) => {
      cell.getOffsetRange(1 + at, 0).getResizedRange(block.length - 1, 0).values = block;
    });
  }

  /** Pastes accounts right below the list: Excel lets its table grow over them. */
  private async pasteBelow(): Promise<void> {
    const { headerRow, firstColumn, rows } = await listOn(this.book);
    const headers = await this.headers();
    const lines = [0, 1].map((n) =>
      LIST_HEADERS.map((header) => ({ header, cell: PASTED[header]?.(`P${this.serial}${n}`) ?? '' })),
    );
    const isTable = await this.isTable();
    await this.onList((sheet) => {
      lines.forEach((line, n) => {
        for (const { header, cell } of line) {
          const at = headers.indexOf(header);
          if (at >= 0)
            sheet.getRangeByIndexes(headerRow + 1 + rows + n, firstColumn + at, 1, 1).values = [[cell]];
        }
      });
    });
    if (isTable)
      await this.onTable((table) => {
        table.resize(table.getRange().getResizedRange(lines.length, 0));
      });
  }

  private async isTable(): Promise<boolean> {
    let is = false;
    await this.onTable(() => {
      is = true;
    });
    return is;
  }

  private async toTable(): Promise<void> {
    if (await this.isTable()) return;
    const { headerRow, firstColumn, rows } = await listOn(this.book);
    const headers = await this.headers();
    const end = headers.indexOf('');
    const columns = end < 0 ? headers.length : end;
    await this.onList((sheet) => {
      sheet.tables.add(sheet.getRangeByIndexes(headerRow, firstColumn, rows + 1, columns), true);
    });
  }

  private async undo(): Promise<void> {
    if (!(await this.isTable())) return;
    const headers = await this.headers();
    const isOurs = (header: string) => OURS.includes(header);
    const count = headers.filter(isOurs).length;
    const stays = headers.length - count;
    if (count === 0 || !headers.slice(stays).every(isOurs)) return;
    await this.onTable((table) => {
      const ours = table
        .getRange()
        .getLastColumn()
        .getOffsetRange(0, 1 - count)
        .getResizedRange(0, count - 1);
      ours.load('address');
      table.resize(table.getRange().getResizedRange(0, -count));
      ours.clear();
    });
  }
}

/** What Excel itself refuses: a protected sheet, a table in the way. */
const REFUSALS: ReadonlySet<string> = new Set(['AccessDenied', 'InsertDeleteConflict']);

const PASTED: Readonly<Record<string, (id: string) => Cell>> = {
  'Account ID': (id) => id,
  'Account Name': (id) => `Pasted ${id}`,
  City: () => 'Denver',
  State: () => 'CO',
  Owner: () => 'Ben Ito',
  Potential: () => 120,
};
