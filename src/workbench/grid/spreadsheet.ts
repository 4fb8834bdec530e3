import { ICommandService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { Injector, IWorkbookData, Univer, Workbook as UniverWorkbook } from '@univerjs/core';

/**
 * Ids of Univer's mutations. By id, so that this room needs no more of Univer than its core: the
 * headless host and the page bring different plugin sets. A test checks them against the packages.
 */
export const Mutation = {
  SetRangeValues: 'sheet.mutation.set-range-values',
  InsertSheet: 'sheet.mutation.insert-sheet',
  RemoveSheet: 'sheet.mutation.remove-sheet',
  RenameSheet: 'sheet.mutation.set-worksheet-name',
  HideSheet: 'sheet.mutation.set-worksheet-hidden',
  OrderSheets: 'sheet.mutation.set-worksheet-order',
  TabColor: 'sheet.mutation.set-tab-color',
  Gridlines: 'sheet.mutation.toggle-gridlines',
  Frozen: 'sheet.mutation.set-frozen',
  InsertRows: 'sheet.mutation.insert-row',
  RemoveRows: 'sheet.mutation.remove-rows',
  InsertColumns: 'sheet.mutation.insert-col',
  RemoveColumns: 'sheet.mutation.remove-col',
  RowData: 'sheet.mutation.set-row-data',
  ColumnData: 'sheet.mutation.set-col-data',
  HideRows: 'sheet.mutation.set-row-hidden',
  ShowRows: 'sheet.mutation.set-row-visible',
  HideColumns: 'sheet.mutation.set-col-hidden',
  ShowColumns: 'sheet.mutation.set-col-visible',
  RowCount: 'sheet.mutation.set-worksheet-row-count',
  ColumnCount: 'sheet.mutation.set-worksheet-column-count',
  AddMerge: 'sheet.mutation.add-worksheet-merge',
  RemoveMerge: 'sheet.mutation.remove-worksheet-merge',
  FormulaData: 'formula.mutation.set-formula-data',
  CalculationStart: 'formula.mutation.set-formula-calculation-start',
  CalculationStop: 'formula.mutation.set-formula-calculation-stop',
  CalculationResult: 'formula.mutation.set-formula-calculation-result',
  CalculationNotification: 'formula.mutation.set-formula-calculation-notification',
} as const;

/** Univer turns to the sheet after these, as if its user had made it: what a request makes stays out of view, as in Excel. */
const SHOWS_BY_ITSELF: ReadonlySet<string> = new Set([Mutation.InsertSheet, Mutation.HideSheet]);

/** One open workbook in Univer, with the services the host uses. */
export class Spreadsheet {
  readonly unitId: string;
  readonly workbook: UniverWorkbook;
  readonly injector: Injector;
  readonly commands: ICommandService;

  constructor(
    readonly univer: Univer,
    snapshot: IWorkbookData,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.workbook = univer.createUnit<IWorkbookData, UniverWorkbook>(
      UniverInstanceType.UNIVER_SHEET,
      snapshot,
    );
    this.unitId = this.workbook.getUnitId();
    this.injector.get(IUniverInstanceService).focusUnit(this.unitId);
  }

  /**
   * Runs a mutation of this workbook. `onlyLocal` keeps Univer's own calculation trigger quiet:
   * `Calculation` decides when to calculate.
   */
  mutate(id: string, params: Record<string, unknown>): void {
    const done = this.commands.syncExecuteCommand(
      id,
      { unitId: this.unitId, ...params },
      { onlyLocal: true, ...(SHOWS_BY_ITSELF.has(id) && { fromCollab: true }) },
    );
    if (!done) throw new Error(`Univer refused ${id}.`);
  }

  dispose(): void {
    this.univer.dispose();
  }
}
