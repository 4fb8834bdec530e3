import type { Book } from '../model/book';
import { EventType, WORKBOOK_TARGET } from '../model/events';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asRecord, asString } from './arguments';

export class WorksheetProtection implements WireObject {
  static readonly wire = wire<WorksheetProtection>('WorksheetProtection', {
    scalars: ['protected', 'options'],
    methods: ['protect', 'unprotect'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {}

  get protected(): boolean {
    return this.sheet.protection !== undefined;
  }

  get options(): unknown {
    return this.sheet.protection?.options ?? null;
  }

  protect(options: unknown, password: unknown): void {
    if (this.sheet.protection) throw hostErrors.invalidOperation('The sheet is protected already.');
    this.sheet.protection = {
      password: password === null || password === undefined ? undefined : asString(password),
      options: options === null || options === undefined ? {} : asRecord(options),
    };
    this.changed(true);
  }

  unprotect(password: unknown): void {
    const { protection } = this.sheet;
    if (!protection) return;
    if (protection.password !== undefined && protection.password !== password) {
      throw hostErrors.accessDenied('The password is not correct.');
    }
    this.sheet.protection = undefined;
    this.changed(false);
  }

  private changed(isProtected: boolean): void {
    for (const target of [this.sheet.id, WORKBOOK_TARGET]) {
      this.book.events.push(EventType.WorksheetProtectionChanged, target, {
        worksheetId: this.sheet.id,
        isProtected,
        source: 'Local',
        sheetPasswordChanged: false,
        allowEditRanges: null,
        protectionOptions: this.sheet.protection?.options ?? null,
      });
    }
  }
}
