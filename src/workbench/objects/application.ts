import type { Book } from '../model/book';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asOneOf } from './arguments';

export class Application implements WireObject {
  static readonly wire = wire<Application>('Application', {
    scalars: ['calculationMode'],
    methods: ['calculate', 'suspendApiCalculationUntilNextSync'],
  });

  constructor(private readonly book: Book) {}

  get calculationMode(): string {
    return this.book.calculation.mode;
  }

  set calculationMode(mode: unknown) {
    // What was written in automatic mode is calculated before the mode changes.
    if (this.book.calculation.mode !== 'Manual' && this.book.calculation.isDirty)
      this.book.calculation.request(false);
    this.book.calculation.mode = asOneOf(mode, ['Automatic', 'AutomaticExceptTables', 'Manual']);
  }

  /** `Recalculate` calculates what is dirty, `Full` and `FullRebuild` everything; also in manual mode. */
  calculate(type: unknown): void {
    const kind = asOneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
    this.book.calculation.request(kind !== 'Recalculate');
  }

  suspendApiCalculationUntilNextSync(): void {
    this.book.calculation.suspend();
  }
}
