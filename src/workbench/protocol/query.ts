import type { QueryInfo } from './messages';
import type { ReferenceTable } from './references';
import { membersOf, wireName } from './wire-class';
import type { WireObject } from './wire-class';
import { getNavigation } from './members';
import type { ApiGate } from './requirement-sets';

/** The properties asked for, nested: `format/fill/color` → `{format: {fill: {color: {}}}}`. */
class Selection extends Map<string, Selection> {}

const EVERYTHING = new Selection([['*', new Selection()]]);

function selectionOf(query: QueryInfo): Selection {
  const paths = [
    ...(query.Select ?? []),
    ...(query.Expand ?? []).map((path) => `${path.replace(/\./g, '/')}/*`),
  ];
  if (paths.length === 0) paths.push('*');
  const root = new Selection();
  for (const path of paths) {
    let node = root;
    for (const part of path.split(/[/.]/)) {
      const name = part.toLowerCase();
      const below = node.get(name) ?? new Selection();
      node.set(name, below);
      node = below;
    }
  }
  return root;
}

export interface QueryContext {
  readonly references: ReferenceTable;
  readonly gate: ApiGate;
}

/** The identity part of a result: without it the client raises InvalidObjectPath one sync later. */
export function identityOf(object: WireObject, references: ReferenceTable): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const { scalars } = membersOf(object);
  if (object.wireId !== undefined) value[scalars.has('id') ? 'Id' : '_Id'] = object.wireId;
  const reference = references.idOf(object);
  if (reference !== undefined) value['_ReferenceId'] = reference;
  return value;
}

/** Answers a `load`: PascalCase properties, nested, collections as `_Items`. */
export function runQuery(object: WireObject, query: QueryInfo, context: QueryContext): unknown {
  return read(object, selectionOf(query), context, query);
}

function read(object: WireObject, selection: Selection, context: QueryContext, page?: QueryInfo): unknown {
  const value = identityOf(object, context.references);
  if (object.items) {
    const skip = page?.Skip ?? 0;
    const top = page?.Top ? skip + page.Top : undefined;
    value['_Items'] = object
      .items()
      .slice(skip, top)
      .map((item, index) => {
        const itemValue = read(item, selection, context) as Record<string, unknown>;
        // Without an identity the client reaches the item by getItemAt over this index.
        if (item.wireId === undefined) itemValue['_Index'] = skip + index;
        return itemValue;
      });
  }
  const { spec, scalars, navigations } = membersOf(object);
  for (const [name, below] of selection) {
    if (name === '*') {
      for (const scalar of spec.scalars) {
        if (context.gate.allows(spec.className, scalar))
          value[wireName(scalar)] = Reflect.get(object, scalar);
      }
      continue;
    }
    const scalar = scalars.get(name);
    if (scalar !== undefined) {
      context.gate.check(spec.className, scalar);
      value[wireName(scalar)] = Reflect.get(object, scalar);
      continue;
    }
    if (object.items && !navigations.has(name)) continue;
    const child = getNavigation(object, name, context.gate);
    const wanted = below.size > 0 ? below : EVERYTHING;
    value[wireName(child.name)] = child.object === null ? null : read(child.object, wanted, context);
  }
  return value;
}
