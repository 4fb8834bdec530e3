import type { Book } from '../model/book';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';

export class WorkbookProtection implements WireObject {
  static readonly wire = wire<WorkbookProtection>('WorkbookProtection', {
    scalars: ['protected'],
    methods: ['protect', 'unprotect'],
  });

  constructor(private readonly book: Book) {}

  get protected(): boolean {
    return this.book.structureProtected;
  }

  protect(_password: unknown): void {
    this.book.structureProtected = true;
  }

  unprotect(_password: unknown): void {
    this.book.structureProtected = false;
  }
}
