import { wire } from '../protocol/wire-class';
import type { WireObject, WireSpec } from '../protocol/wire-class';

/** What a value must be when it is set; answers it as the model keeps it. @throws HostError InvalidArgument */
export type Check = (value: unknown) => unknown;

/** An object of the API whose members are those of a record in the model. */
export interface Fields {
  readonly className: string;
  readonly scalars?: Readonly<Record<string, Check>>;
  /** Objects below, each with the record it stands for. */
  readonly parts?: Readonly<Record<string, (record: Record<string, unknown>) => WireObject>>;
  readonly methods?: Readonly<Record<string, (record: Record<string, unknown>, ...args: unknown[]) => void>>;
}

/** Makes the class of such objects: what is set is checked and kept, what is kept is read back. */
export function fieldsClass(fields: Fields): new (record: object) => WireObject {
  const { className, scalars = {}, parts = {}, methods = {} } = fields;
  class Kept implements WireObject {
    static readonly wire: WireSpec = wire<Record<string, unknown>>(className, {
      scalars: Object.keys(scalars),
      navigations: Object.keys(parts),
      methods: Object.keys(methods),
    });

    readonly record: Record<string, unknown>;

    constructor(record: object) {
      this.record = record as Record<string, unknown>;
    }
  }
  for (const [name, check] of Object.entries(scalars))
    Object.defineProperty(Kept.prototype, name, {
      get(this: Kept) {
        return this.record[name] ?? null;
      },
      set(this: Kept, value: unknown) {
        this.record[name] = check(value);
      },
    });
  for (const [name, part] of Object.entries(parts))
    Object.defineProperty(Kept.prototype, name, {
      get(this: Kept) {
        return part(this.record);
      },
    });
  for (const [name, act] of Object.entries(methods))
    Object.defineProperty(Kept.prototype, name, {
      value(this: Kept, ...args: unknown[]) {
        act(this.record, ...args);
      },
    });
  return Kept;
}
