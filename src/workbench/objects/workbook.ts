import { parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { Application } from './application';
import { asString } from './arguments';
import { NamedItemCollection } from './names';
import { Range } from './range';
import { Runtime } from './runtime';
import { TableCollection } from './tables';
import { WorkbookProtection } from './workbook-protection';
import { WorksheetCollection } from './worksheets';

/** The root of the object model. */
export class Workbook implements WireObject {
  static readonly wire = wire<Workbook>('Workbook', {
    scalars: ['name'],
    navigations: ['worksheets', 'names', 'tables', 'application', 'protection', '_Runtime'],
    methods: [
      'getActiveCell',
      'getSelectedRange',
      '_GetRangeForEventByReferenceId',
      '_GetRangeOrNullObjectForEventByReferenceId',
      '_RemoveAllReferences',
      '_GetReferenceCount',
    ],
  });

  readonly _Runtime = new Runtime();

  constructor(private readonly book: Book) {}

  get name(): string {
    return this.book.name;
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.book);
  }

  get tables(): TableCollection {
    return new TableCollection(this.book, undefined);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.book, undefined);
  }

  get application(): Application {
    return new Application(this.book);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.book);
  }

  getActiveCell(): Range {
    const { sheet, active } = this.book.selection;
    return new Range(this.book, sheet, active);
  }

  /** @throws HostError InvalidSelection if several blocks are selected, as Excel does. */
  getSelectedRange(): Range {
    const { sheet, rects } = this.book.selection;
    const [rect, ...more] = rects;
    if (!rect || more.length > 0) throw hostErrors.invalidOperation('Several ranges are selected.');
    return new Range(this.book, sheet, rect);
  }

  /** The range of a change event, from the `referenceId` of its arguments. */
  _GetRangeForEventByReferenceId(referenceId: unknown): Range {
    const [id = '', address = ''] = asString(referenceId).split('!');
    const sheet = this.book.sheetWithId(id);
    const parsed = parseAddress(address);
    if (!sheet || !parsed) throw hostErrors.itemNotFound();
    return new Range(this.book, sheet, parsed.rect);
  }

  _GetRangeOrNullObjectForEventByReferenceId(referenceId: unknown): Range | null {
    const [id = ''] = asString(referenceId).split('!');
    return this.book.sheetWithId(id) ? this._GetRangeForEventByReferenceId(referenceId) : null;
  }

  _RemoveAllReferences(): void {
    this.book.releaseTransients();
  }

  _GetReferenceCount(): number {
    return 0;
  }
}
