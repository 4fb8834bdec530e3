import type { Book } from '../model/book';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';

/** XML parts kept with the document. */
export class CustomXmlPartCollection implements WireObject {
  static readonly wire = wire<CustomXmlPartCollection>('CustomXmlPartCollection', {
    methods: ['add', 'getByNamespace', 'getCount', 'getItem'],
  });

  constructor(
    private readonly book: Book,
    private readonly namespace?: string,
  ) {}

  private get ids(): string[] {
    const parts = [...this.book.xmlParts];
    return parts
      .filter(([, xml]) => this.namespace === undefined || namespaceOf(xml) === this.namespace)
      .map(([id]) => id);
  }

  items(): CustomXmlPart[] {
    return this.ids.map((id) => new CustomXmlPart(this.book, id));
  }

  getCount(): number {
    return this.ids.length;
  }

  getItem(id: unknown): CustomXmlPart {
    if (!this.ids.includes(String(id))) throw hostErrors.itemNotFound();
    return new CustomXmlPart(this.book, String(id));
  }

  getByNamespace(namespace: unknown): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.book, asString(namespace));
  }

  add(xml: unknown): CustomXmlPart {
    const text = checkedXml(xml);
    const id = `{${String(this.book.takeId()).padStart(8, '0')}-0000-4000-9000-000000000000}`;
    this.book.xmlParts.set(id, text);
    return new CustomXmlPart(this.book, id);
  }
}

/** The parts of one namespace. */
export class CustomXmlPartScopedCollection implements WireObject {
  static readonly wire = wire<CustomXmlPartScopedCollection>('CustomXmlPartScopedCollection', {
    methods: ['getCount', 'getItem', 'getOnlyItem'],
  });

  private readonly parts: CustomXmlPartCollection;

  constructor(book: Book, namespace: string) {
    this.parts = new CustomXmlPartCollection(book, namespace);
  }

  items(): CustomXmlPart[] {
    return this.parts.items();
  }

  getCount(): number {
    return this.parts.getCount();
  }

  getItem(id: unknown): CustomXmlPart {
    return this.parts.getItem(id);
  }

  getOnlyItem(): CustomXmlPart {
    const [part, ...more] = this.parts.items();
    if (!part || more.length > 0) throw hostErrors.itemNotFound();
    return part;
  }
}

export class CustomXmlPart implements WireObject {
  static readonly wire = wire<CustomXmlPart>('CustomXmlPart', {
    scalars: ['id', 'namespaceUri'],
    methods: ['delete', 'getXml', 'setXml'],
  });

  constructor(
    private readonly book: Book,
    readonly id: string,
  ) {}

  get wireId(): string {
    return this.id;
  }

  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }

  getXml(): string {
    const xml = this.book.xmlParts.get(this.id);
    if (xml === undefined) throw hostErrors.itemNotFound();
    return xml;
  }

  setXml(xml: unknown): void {
    this.book.xmlParts.set(this.id, checkedXml(xml));
  }

  delete(): void {
    this.book.xmlParts.delete(this.id);
  }
}

function checkedXml(xml: unknown): string {
  const text = asString(xml);
  if (!/^\s*</.test(text)) throw hostErrors.invalidArgument('A custom XML part holds XML.');
  return text;
}

/** The namespace of the root element. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? '';
  return /\sxmlns="([^"]*)"/.exec(root)?.[1] ?? '';
}
