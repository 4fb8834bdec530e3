import type { Book } from '../model/book';
import type { Sheet, SheetObject } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';

/** What stands on a sheet beside cells, tables and charts is known by its name alone. */
abstract class Objects<T> {
  constructor(
    protected readonly book: Book,
    protected readonly sheet: Sheet,
    private readonly kind: SheetObject['kind'],
  ) {}

  items(): T[] {
    return this.sheet.objects.filter(({ kind }) => kind === this.kind).map((one) => this.show(one));
  }

  getItem(key: unknown): T {
    const found = this.sheet.objects.find(
      ({ kind, id, name }) => kind === this.kind && (id === key || name === key),
    );
    if (found === undefined) throw hostErrors.itemNotFound();
    return this.show(found);
  }

  protected put(name: string): T {
    this.sheet.checkUnprotected();
    const one = { kind: this.kind, id: `{${String(this.book.takeId()).padStart(8, '0')}}`, name };
    this.sheet.objects.push(one);
    return this.show(one);
  }

  protected abstract show(one: SheetObject): T;
}

export class ShapeCollection extends Objects<Shape> implements WireObject {
  static readonly wire = wire<ShapeCollection>('ShapeCollection', {
    methods: ['addGeometricShape', 'getItem'],
  });

  constructor(book: Book, sheet: Sheet) {
    super(book, sheet, 'shape');
  }

  addGeometricShape(type: unknown): Shape {
    return this.put(`${asString(type)} ${this.items().length + 1}`);
  }

  protected show(one: SheetObject): Shape {
    return new Shape(one);
  }
}

export class Shape implements WireObject {
  static readonly wire = wire<Shape>('Shape', { scalars: ['id', 'name'] });

  constructor(private readonly one: SheetObject) {}

  get id(): string {
    return this.one.id;
  }

  get wireId(): string {
    return this.one.id;
  }

  get name(): string {
    return this.one.name;
  }

  set name(name: unknown) {
    this.one.name = asString(name);
  }
}

export class CommentCollection extends Objects<Comment> implements WireObject {
  static readonly wire = wire<CommentCollection>('CommentCollection', { methods: ['add', 'getItem'] });

  constructor(book: Book, sheet: Sheet) {
    super(book, sheet, 'comment');
  }

  /** Where it hangs is not simulated. */
  add(_cell: unknown, content: unknown): Comment {
    return this.put(asString(content));
  }

  protected show(one: SheetObject): Comment {
    return new Comment(one);
  }
}

export class Comment implements WireObject {
  static readonly wire = wire<Comment>('Comment', { scalars: ['id', 'content'] });

  constructor(private readonly one: SheetObject) {}

  get id(): string {
    return this.one.id;
  }

  get wireId(): string {
    return this.one.id;
  }

  get content(): string {
    return this.one.name;
  }
}

/** There are none here: they can be neither made nor read from a file. */
export class PivotTableCollection implements WireObject {
  static readonly wire = wire<PivotTableCollection>('PivotTableCollection', { methods: ['getItem'] });

  items(): WireObject[] {
    return [];
  }

  getItem(): WireObject {
    throw hostErrors.itemNotFound();
  }
}
