import type { Book } from '../model/book';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asString } from './arguments';

/** All settings of a document together (EXCEL.md: 2 MB). */
const MAX_SETTINGS_BYTES = 2 * 1024 * 1024;

/** Settings of the add-in, kept with the document. */
export class SettingCollection implements WireObject {
  static readonly wire = wire<SettingCollection>('SettingCollection', {
    methods: ['add', 'getCount', 'getItem'],
  });

  constructor(private readonly book: Book) {}

  items(): Setting[] {
    return [...this.book.settings.keys()].map((key) => new Setting(this.book, key));
  }

  getCount(): number {
    return this.book.settings.size;
  }

  getItem(key: unknown): Setting {
    if (!this.book.settings.has(asString(key))) throw hostErrors.itemNotFound();
    return new Setting(this.book, asString(key));
  }

  add(key: unknown, value: unknown): Setting {
    const setting = new Setting(this.book, asString(key));
    setting.value = value;
    return setting;
  }
}

export class Setting implements WireObject {
  static readonly wire = wire<Setting>('Setting', { scalars: ['key', 'value', '_Id'], methods: ['delete'] });

  constructor(
    private readonly book: Book,
    readonly key: string,
  ) {}

  get wireId(): string {
    return this.key;
  }

  get _Id(): string {
    return this.key;
  }

  get value(): unknown {
    return this.book.settings.get(this.key) ?? null;
  }

  set value(value: unknown) {
    const all = Object.fromEntries(this.book.settings);
    const bytes = byteLength(JSON.stringify({ ...all, [this.key]: value }));
    if (bytes > MAX_SETTINGS_BYTES)
      throw hostErrors.invalidArgument('The settings of a document may have 2 MB.');
    this.book.settings.set(this.key, value);
  }

  delete(): void {
    if (!this.book.settings.delete(this.key)) throw hostErrors.itemNotFound();
  }
}

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;
