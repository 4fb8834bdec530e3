import { formatAddress, parseAddress } from '../grid/address';
import { checkFormula } from '../formula/tokens';
import type { Book } from '../model/book';
import type { DefinedName } from '../model/names';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asString } from './arguments';
import { Range } from './range';

/** The names of the workbook, or of one sheet. */
export class NamedItemCollection implements WireObject {
  static readonly wire = wire<NamedItemCollection>('NamedItemCollection', {
    methods: ['add', 'getItem'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet | undefined,
  ) {}

  private get names(): DefinedName[] {
    return this.book.names.inScope(this.sheet?.id);
  }

  items(): NamedItem[] {
    return this.names.map((name) => new NamedItem(this.book, name));
  }

  getItem(name: unknown): NamedItem {
    const found = this.book.names.find(String(name), this.sheet?.id);
    if (!found) throw hostErrors.itemNotFound();
    return new NamedItem(this.book, found);
  }

  /** A name for a range, or for a formula such as `=0.05`. */
  add(name: unknown, reference: unknown, comment: unknown): NamedItem {
    const text = asString(name);
    if (this.book.table(text)) throw hostErrors.itemAlreadyExists();
    const added = this.book.names.add({
      name: text,
      scope: this.sheet?.id,
      formula: readReference(reference),
      comment: comment === null || comment === undefined ? '' : asString(comment),
      visible: true,
    });
    this.book.renewNamed(text);
    return new NamedItem(this.book, added);
  }
}

function readReference(reference: unknown): string {
  if (reference instanceof Range) {
    return `=${formatAddress(reference.sheet.name, reference.rect, { absolute: true })}`;
  }
  const text = asString(reference);
  const formula = text.startsWith('=') ? text : `=${text}`;
  checkFormula(formula);
  return formula;
}

export class NamedItem implements WireObject {
  static readonly wire = wire<NamedItem>('NamedItem', {
    scalars: ['name', 'visible', '_Id', 'comment', 'formula'],
    methods: ['delete', 'getRange'],
  });

  constructor(
    private readonly book: Book,
    private readonly model: DefinedName,
  ) {}

  get wireId(): string {
    return this.model.name;
  }

  get _Id(): string {
    return this.model.name;
  }

  get name(): string {
    return this.model.name;
  }

  get formula(): string {
    return this.model.formula;
  }

  set formula(formula: unknown) {
    const meaning = readReference(formula);
    if (meaning === this.model.formula) return;
    this.model.formula = meaning;
    this.book.renewNamed(this.model.name);
  }

  get comment(): string {
    return this.model.comment;
  }

  set comment(comment: unknown) {
    this.model.comment = asString(comment);
  }

  get visible(): boolean {
    return this.model.visible;
  }

  set visible(visible: unknown) {
    this.model.visible = asBoolean(visible);
  }

  delete(): void {
    this.book.names.remove(this.model);
    this.book.renewNamed(this.model.name);
  }

  getRange(): Range {
    const place = this.place();
    if (!place) throw hostErrors.itemNotFound();
    return new Range(this.book, place.sheet, place.rect);
  }

  private place() {
    const text = this.model.formula.replace(/^=/, '');
    const table = this.book.table(text);
    if (table) return { sheet: table.sheet, rect: table.dataRect };
    const address = parseAddress(text);
    const sheet = address?.sheetName === undefined ? undefined : this.book.sheetNamed(address.sheetName);
    return address && sheet ? { sheet, rect: address.rect } : undefined;
  }
}
