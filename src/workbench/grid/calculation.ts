import { CustomCommandExecutionError } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import type { Rect } from './rect';
import { lastColumn, lastRow } from './rect';
import { Mutation } from './spreadsheet';
import type { Spreadsheet } from './spreadsheet';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

interface DirtyRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

/** Formulas that stand in no cell (those of conditional formats), by workbook, sheet and their own ids. */
type OtherFormulas = Record<string, Record<string, Record<string, boolean>>>;

interface StartParams {
  readonly forceCalculation?: boolean;
  readonly dirtyRanges?: readonly DirtyRange[];
  readonly dirtyUnitOtherFormulaMap?: OtherFormulas;
}

/** Calculated cells by workbook, sheet, row and column. */
interface Results {
  readonly unitData: Record<string, Record<string, Record<string, Record<string, { s?: unknown } | null>>>>;
}

const VETO = 'The host decides when to calculate.';

/** Above this many separate dirty blocks it is cheaper to calculate everything. */
const MANY_BLOCKS = 2_000;

/**
 * Decides when Univer calculates. Univer's own trigger (100 ms after the last edit) is vetoed: the host
 * calculates before an answer with values, as Excel does, and only then. Edits made in Univer's own
 * user interface arrive through the vetoed trigger.
 */
export class Calculation {
  mode: CalculationMode = 'Automatic';
  private readonly dirty: DirtyRange[] = [];
  /** What of it was written: only there may a result bring its number format. */
  private readonly entered: DirtyRange[] = [];
  /** New formulas of conditional formats: no cell tells of them. */
  private others: OtherFormulas = {};
  private everything = false;
  /** Sheets whose formula dependencies must be rebuilt, because cells moved. */
  private readonly moved = new Map<string, string>();
  private starting = false;
  private suspended = false;
  private requested: 'dirty' | 'full' | undefined;
  private running: Promise<void> | undefined;
  private readonly subscriptions: IDisposable[] = [];
  private readonly listeners = new Set<() => void>();

  /** @param drawsRules formulas of conditional formats are calculated too: their colours are seen */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    drawsRules = false,
  ) {
    this.subscriptions.push(
      spreadsheet.commands.beforeCommandExecuted((command) => {
        // Univer's trigger stops a calculation to start it anew with its own edits: ours must end.
        if (command.id === Mutation.CalculationStop) throw new CustomCommandExecutionError(VETO);
        if (command.id === Mutation.CalculationResult) this.keepFormats(command.params as Results);
        if (command.id !== Mutation.CalculationStart || this.starting) return;
        const params = command.params as StartParams | undefined;
        if (params?.forceCalculation) this.everything = true;
        for (const block of params?.dirtyRanges ?? []) this.dirty.push(block);
        if (drawsRules) this.markOthers(params?.dirtyUnitOtherFormulaMap ?? {});
        for (const listener of this.listeners) listener();
        throw new CustomCommandExecutionError(VETO);
      }),
    );
  }

  /** Told when an edit in Univer's own user interface asks for a calculation. */
  onRequested(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** @param isEntered false: what is written there is as it was, only its value is not known. */
  markDirty(sheetId: string, rect: Rect, isEntered = true): void {
    const block: DirtyRange = {
      unitId: this.spreadsheet.unitId,
      sheetId,
      range: {
        startRow: rect.row,
        endRow: lastRow(rect),
        startColumn: rect.column,
        endColumn: lastColumn(rect),
      },
    };
    this.dirty.push(block);
    if (isEntered) this.entered.push(block);
    if (this.dirty.length > MANY_BLOCKS) this.markAll();
  }

  /** Everything is to be calculated, with its dependencies found anew if sheets are named. */
  markAll(movedSheets: Iterable<readonly [id: string, name: string]> = []): void {
    this.everything = true;
    this.dirty.length = 0;
    for (const [id, name] of movedSheets) this.moved.set(id, name);
  }

  private markOthers(formulas: OtherFormulas): void {
    for (const [unitId, sheets] of Object.entries(formulas))
      for (const [sheetId, ids] of Object.entries(sheets)) {
        const unit = (this.others[unitId] ??= {});
        unit[sheetId] = { ...unit[sheetId], ...ids };
      }
  }

  get isDirty(): boolean {
    return this.everything || this.dirty.length > 0 || Object.keys(this.others).length > 0;
  }

  /** No automatic calculation until `resume`: `suspendApiCalculationUntilNextSync`. */
  suspend(): void {
    this.suspended = true;
  }

  resume(): void {
    this.suspended = false;
  }

  /** Brings the values up to date if the mode is automatic; true if anything was calculated. */
  async settle(): Promise<boolean> {
    await this.ended();
    if (await this.finishRequested()) return true;
    if (!this.isDirty || this.suspended || this.mode === 'Manual') return false;
    await this.run();
    return true;
  }

  /** Notes that the add-in asked for a calculation; `finishRequested` carries it out. */
  request(full: boolean): void {
    if (this.requested !== 'full') this.requested = full ? 'full' : 'dirty';
  }

  /** Carries out a calculation the add-in asked for, whatever the mode; true if anything was calculated. */
  async finishRequested(): Promise<boolean> {
    const { requested } = this;
    this.requested = undefined;
    if (requested === undefined || (requested === 'dirty' && !this.isDirty)) return false;
    await this.calculate(requested === 'full');
    return true;
  }

  /** Calculates now, whatever the mode. `full` calculates every formula, dirty or not. */
  async calculate(full: boolean): Promise<void> {
    await this.ended();
    if (full) this.markAll();
    if (this.isDirty) await this.run();
  }

  /** Waits until none runs: when one ends, another of those who wait may have begun the next. */
  private async ended(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    this.running = this.runOnce();
    try {
      await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private runOnce(): Promise<void> {
    const { commands, unitId } = this.spreadsheet;
    return new Promise((resolve, reject) => {
      const done = commands.onCommandExecuted((command) => {
        if (command.id !== Mutation.CalculationNotification) return;
        const params = command.params as { functionsExecutedState?: number } | undefined;
        if (params?.functionsExecutedState === undefined) return;
        done.dispose();
        this.entered.length = 0;
        resolve();
      });
      const params = {
        forceCalculation: this.everything,
        dirtyRanges: this.dirty.splice(0),
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: this.others,
        clearDependencyTreeCache: this.moved.size > 0 ? { [unitId]: Object.fromEntries(this.moved) } : {},
      };
      this.everything = false;
      this.others = {};
      this.moved.clear();
      this.starting = true;
      try {
        commands.syncExecuteCommand(Mutation.CalculationStart, params, { onlyLocal: true });
      } catch (error) {
        done.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      } finally {
        this.starting = false;
      }
    });
  }

  /** A formula takes on the number format of its result when it is written, and not whenever it is calculated. */
  private keepFormats({ unitData }: Results): void {
    for (const [sheetId, rows] of Object.entries(unitData[this.spreadsheet.unitId] ?? {})) {
      const blocks = this.entered.filter((block) => block.sheetId === sheetId).map(({ range }) => range);
      for (const row in rows)
        for (const column in rows[row]) {
          const cell = rows[row][column];
          const [r, c] = [Number(row), Number(column)];
          const isEntered = ({ startRow, endRow, startColumn, endColumn }: DirtyRange['range']) =>
            r >= startRow && r <= endRow && c >= startColumn && c <= endColumn;
          if (cell?.s && !blocks.some(isEntered)) delete cell.s;
        }
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
