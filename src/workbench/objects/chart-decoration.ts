import { wire } from '../protocol/wire-class';
import type { WireObject, WireSpec } from '../protocol/wire-class';
import { asString } from './arguments';

/** What of a chart is only remembered, by member path such as `axes/valueAxis/minimum`. */
export type Decoration = Map<string, unknown>;

export interface DecorationShape {
  readonly className: string;
  /** Members and what they are before anything is set. */
  readonly scalars?: Readonly<Record<string, unknown>>;
  readonly navigations?: Readonly<Record<string, DecorationShape>>;
  /** A fill: `setSolidColor` and `clear`. */
  readonly fill?: boolean;
}

type DecorationClass = new (store: Decoration, path: string) => WireObject;

const classes = new Map<DecorationShape, DecorationClass>();

/**
 * An object of a chart whose members are kept as they are set and read back: this host does not lay
 * charts out, so it has no computed positions or scales to answer.
 */
export function decorated(shape: DecorationShape, store: Decoration, path: string): WireObject {
  let create = classes.get(shape);
  if (!create) {
    create = classFor(shape);
    classes.set(shape, create);
  }
  return new create(store, path);
}

function classFor(shape: DecorationShape): DecorationClass {
  const methods = shape.fill ? ['setSolidColor'] : [];
  class Decorated implements WireObject {
    static readonly wire: WireSpec = wire<Record<string, unknown>>(shape.className, {
      scalars: Object.keys(shape.scalars ?? {}),
      navigations: Object.keys(shape.navigations ?? {}),
      methods,
    });

    constructor(
      readonly store: Decoration,
      readonly path: string,
    ) {}

    setSolidColor(color: unknown): void {
      this.store.set(`${this.path}/color`, asString(color));
    }
  }
  for (const [name, initial] of Object.entries(shape.scalars ?? {})) {
    Object.defineProperty(Decorated.prototype, name, {
      get(this: Decorated) {
        const key = `${this.path}/${name}`;
        return this.store.has(key) ? this.store.get(key) : initial;
      },
      set(this: Decorated, value: unknown) {
        this.store.set(`${this.path}/${name}`, value);
      },
    });
  }
  for (const [name, child] of Object.entries(shape.navigations ?? {})) {
    Object.defineProperty(Decorated.prototype, name, {
      get(this: Decorated) {
        return decorated(child, this.store, `${this.path}/${name}`);
      },
    });
  }
  return Decorated;
}

/** The classes of a shape and of the shapes below it, with their members. */
export function decoratedClassNames(
  shape: DecorationShape,
): (readonly [className: string, scalars: readonly string[], navigations: readonly string[]])[] {
  const navigations = shape.navigations ?? {};
  return [
    [shape.className, Object.keys(shape.scalars ?? {}), Object.keys(navigations)],
    ...Object.values(navigations).flatMap(decoratedClassNames),
  ];
}
