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
import { Worksheet } from './worksheet';

/** The names of the workbook, or of one sheet. */
export class NamedItemCollection implements WireObject {
  static readonly wire = wire<NamedItemCollection>('NamedItemCollection', {
    methods: ['add', 'addFormulaLocal', 'getCount', 'getItem'],
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

  getCount(): number {
    return this.names.length;
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
    this.book.rewriteFormulas();
    return new NamedItem(this.book, added);
  }

  addFormulaLocal(name: unknown, formula: unknown, comment: unknown): NamedItem {
    return this.add(name, asString(formula), comment);
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
    scalars: ['name', 'type', 'value', 'visible', '_Id', 'comment', 'scope', 'formula'],
    navigations: ['worksheet'],
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

  get scope(): string {
    return this.model.scope === undefined ? 'Workbook' : 'Worksheet';
  }

  get type(): string {
    if (this.place()) return 'Range';
    const value = this.constant();
    if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
    if (typeof value === 'boolean') return 'Boolean';
    return /^=#[A-Z/0-9]+[!?]?$/.test(this.model.formula) ? 'Error' : 'String';
  }

  /** The address of a range, the value of a constant, else the formula. */
  get value(): unknown {
    const place = this.place();
    if (place) return formatAddress(place.sheet.name, place.rect);
    return this.constant();
  }

  get formula(): string {
    return this.model.formula;
  }

  set formula(formula: unknown) {
    this.model.formula = readReference(formula);
    this.book.rewriteFormulas();
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

  get worksheet(): Worksheet {
    const sheet = this.model.scope === undefined ? undefined : this.book.sheetWithId(this.model.scope);
    if (!sheet) throw hostErrors.itemNotFound();
    return new Worksheet(this.book, sheet);
  }

  delete(): void {
    this.book.names.remove(this.model);
    this.book.rewriteFormulas();
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

  private constant(): unknown {
    const text = this.model.formula.replace(/^=/, '');
    if (/^-?[\d.]+(e[+-]?\d+)?$/i.test(text)) return Number(text);
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
    return quoted?.[1] === undefined ? this.model.formula : quoted[1].replace(/""/g, '"');
  }
}
