/**
 * What a host class shows to the client library. Only members listed here can be reached over the
 * wire; everything else of the class stays private to the host.
 */
export interface WireSpec {
  /** The Office.js class, such as `Range`. */
  readonly className: string;
  /** Plain values, in the order and spelling of Office.js. */
  readonly scalars: readonly string[];
  /** Objects reached by property. */
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
  /** Scalars that the client names otherwise when it sets them: lower-case wire name → scalar. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Lower-case member name → member name: the wire spells names in PascalCase. */
export interface MemberIndex {
  readonly spec: WireSpec;
  readonly scalars: ReadonlyMap<string, string>;
  readonly navigations: ReadonlyMap<string, string>;
  readonly methods: ReadonlyMap<string, string>;
}

type Names<T> = readonly (keyof T & string)[];

/** Declares which members of a host class are on the wire; the compiler checks that they exist. */
export function wire<T>(
  className: string,
  members: {
    scalars?: Names<T>;
    navigations?: Names<T>;
    methods?: Names<T>;
    aliases?: Readonly<Record<string, keyof T & string>>;
  },
): WireSpec {
  return {
    className,
    scalars: members.scalars ?? [],
    navigations: members.navigations ?? [],
    methods: members.methods ?? [],
    aliases: members.aliases ?? {},
  };
}

/** A host object that the client can hold. */
export interface WireObject {
  /** The class, whose static `wire` says what the client may reach. */
  readonly constructor: { readonly name: string };
  /** Identity inside its collection; the client turns its path into an indexer over this id. */
  readonly wireId?: string | number | undefined;
  /** Items of a collection, in order. */
  items?(): readonly WireObject[];
}

const indexes = new WeakMap<WireSpec, MemberIndex>();
const byLowerCase = (names: readonly string[]) => new Map(names.map((name) => [name.toLowerCase(), name]));

/** The member index of a host object's class; throws if the class declares none. */
export function membersOf(object: WireObject): MemberIndex {
  const spec = (object.constructor as { wire?: WireSpec }).wire;
  if (!spec) throw new TypeError(`${object.constructor.name} declares no wire members.`);
  let index = indexes.get(spec);
  if (!index) {
    index = {
      spec,
      scalars: new Map([...byLowerCase(spec.scalars), ...Object.entries(spec.aliases)]),
      navigations: byLowerCase(spec.navigations),
      methods: byLowerCase(spec.methods),
    };
    indexes.set(spec, index);
  }
  return index;
}

/** `rowIndex` → `RowIndex`, the spelling of results. */
export function wireName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}
