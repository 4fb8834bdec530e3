import type { Sheet } from '../model/sheet';
import { MAX_PROPERTY_TEXT } from '../model/properties';
import type { CustomPropertyValue, DocumentProperties as Properties } from '../model/properties';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';

/** Custom properties of a sheet: text by key, without regard to case. */
export class WorksheetCustomPropertyCollection implements WireObject {
  static readonly wire = wire<WorksheetCustomPropertyCollection>('WorksheetCustomPropertyCollection', {
    methods: ['add', 'getCount', 'getItem'],
  });

  constructor(private readonly sheet: Sheet) {}

  items(): WorksheetCustomProperty[] {
    return [...this.sheet.customProperties.keys()].map((key) => new WorksheetCustomProperty(this.sheet, key));
  }

  getCount(): number {
    return this.sheet.customProperties.size;
  }

  getItem(key: unknown): WorksheetCustomProperty {
    const found = keyIn(this.sheet.customProperties, asString(key));
    if (found === undefined) throw hostErrors.itemNotFound();
    return new WorksheetCustomProperty(this.sheet, found);
  }

  add(key: unknown, value: unknown): WorksheetCustomProperty {
    const name = keyIn(this.sheet.customProperties, asString(key)) ?? asString(key);
    this.sheet.customProperties.set(name, asString(value));
    return new WorksheetCustomProperty(this.sheet, name);
  }
}

export class WorksheetCustomProperty implements WireObject {
  static readonly wire = wire<WorksheetCustomProperty>('WorksheetCustomProperty', {
    scalars: ['key', 'value', '_Id'],
    methods: ['delete'],
  });

  constructor(
    private readonly sheet: Sheet,
    readonly key: string,
  ) {}

  get wireId(): string {
    return this.key;
  }

  get _Id(): string {
    return this.key;
  }

  get value(): string {
    return this.sheet.customProperties.get(this.key) ?? '';
  }

  set value(value: unknown) {
    this.sheet.customProperties.set(this.key, asString(value));
  }

  delete(): void {
    this.sheet.customProperties.delete(this.key);
  }
}

function keyIn(map: ReadonlyMap<string, unknown>, wanted: string): string | undefined {
  return [...map.keys()].find((key) => key.toLowerCase() === wanted.toLowerCase());
}

/** Custom properties of the document. */
export class CustomPropertyCollection implements WireObject {
  static readonly wire = wire<CustomPropertyCollection>('CustomPropertyCollection', {
    methods: ['add', 'deleteAll', 'getCount', 'getItem'],
  });

  constructor(private readonly properties: Properties) {}

  items(): CustomProperty[] {
    return [...this.properties.custom.keys()].map((key) => new CustomProperty(this.properties, key));
  }

  getCount(): number {
    return this.properties.custom.size;
  }

  getItem(key: unknown): CustomProperty {
    const found = keyIn(this.properties.custom, asString(key));
    if (found === undefined) throw hostErrors.itemNotFound();
    return new CustomProperty(this.properties, found);
  }

  add(key: unknown, value: unknown): CustomProperty {
    const name = keyIn(this.properties.custom, asString(key)) ?? asString(key);
    this.properties.custom.set(name, propertyValue(value));
    return new CustomProperty(this.properties, name);
  }

  deleteAll(): void {
    this.properties.custom.clear();
  }
}

function propertyValue(value: unknown): CustomPropertyValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return asString(value).slice(0, MAX_PROPERTY_TEXT);
}

export class CustomProperty implements WireObject {
  static readonly wire = wire<CustomProperty>('CustomProperty', {
    scalars: ['key', 'value', 'type'],
    methods: ['delete'],
  });

  constructor(
    private readonly properties: Properties,
    readonly key: string,
  ) {}

  get wireId(): string {
    return this.key;
  }

  get value(): CustomPropertyValue {
    return this.properties.custom.get(this.key) ?? '';
  }

  set value(value: unknown) {
    this.properties.custom.set(this.key, propertyValue(value));
  }

  get type(): string {
    const { value } = this;
    if (typeof value === 'boolean') return 'Boolean';
    if (typeof value === 'number') return Number.isInteger(value) ? 'Number' : 'Float';
    return 'String';
  }

  delete(): void {
    this.properties.custom.delete(this.key);
  }
}

/** Built-in document properties. */
export class DocumentProperties implements WireObject {
  static readonly wire = wire<DocumentProperties>('DocumentProperties', {
    scalars: [
      'title',
      'subject',
      'author',
      'keywords',
      'comments',
      'lastAuthor',
      'revisionNumber',
      'creationDate',
      'category',
      'manager',
      'company',
    ],
    navigations: ['custom'],
  });

  constructor(private readonly properties: Properties) {}

  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.properties);
  }

  get lastAuthor(): string {
    return this.properties.lastAuthor;
  }

  get creationDate(): string {
    return this.properties.creationDate;
  }

  get revisionNumber(): number {
    return this.properties.revisionNumber;
  }

  get title(): string {
    return this.properties.title;
  }

  set title(text: unknown) {
    this.properties.title = asString(text);
  }

  get subject(): string {
    return this.properties.subject;
  }

  set subject(text: unknown) {
    this.properties.subject = asString(text);
  }

  get author(): string {
    return this.properties.author;
  }

  set author(text: unknown) {
    this.properties.author = asString(text);
  }

  get keywords(): string {
    return this.properties.keywords;
  }

  set keywords(text: unknown) {
    this.properties.keywords = asString(text);
  }

  get comments(): string {
    return this.properties.comments;
  }

  set comments(text: unknown) {
    this.properties.comments = asString(text);
  }

  get category(): string {
    return this.properties.category;
  }

  set category(text: unknown) {
    this.properties.category = asString(text);
  }

  get manager(): string {
    return this.properties.manager;
  }

  set manager(text: unknown) {
    this.properties.manager = asString(text);
  }

  get company(): string {
    return this.properties.company;
  }

  set company(text: unknown) {
    this.properties.company = asString(text);
  }
}
