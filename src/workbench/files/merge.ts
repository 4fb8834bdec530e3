import { KEY } from './marks';
import {
  attributesOf,
  childrenOf,
  inPrefix,
  prefixOf,
  rootOf,
  textOfPiece,
  withAttribute,
  type Piece,
} from './xml-pieces';

/**
 * Three-way merge of an element: `original` as the file has it, `was` as the model showed it when the file was
 * opened, `now` as the model shows it. What the model has changed is changed in the original; everything else stays
 * byte for byte, also what the model knows nothing of.
 */
export interface MergeRules {
  /** What makes two elements of one name the same one; undefined: there is one of the name. */
  readonly key: (piece: Piece, ordinal: number) => string | undefined;
  /** The order the schema asks for, by name of the parent. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** Told of what the model no longer has. */
  readonly onDropped?: (text: string) => void;
}

interface Item {
  readonly name: string;
  readonly id: string;
  readonly text: string;
}

/** The merged element. `original` undefined: there was none. */
export function mergeElement(original: string, was: string, now: string, rules: MergeRules): string {
  if (was === now) return original;
  const root = rootOf(original);
  const before = rootOf(was);
  const after = rootOf(now);
  const tag = mergeTag(root.tag, before.tag, after.tag);
  if (tag !== root.tag) rules.onDropped?.(root.tag);
  const inner = mergeInner(original, root, was, before, now, after, rules);
  const head = original.slice(0, root.start);
  const open = tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
  const full = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  if (inner === '') return `${head}${open.slice(0, -1)}/>${original.slice(root.end)}`;
  return `${head}${open}${inner}</${full}>${original.slice(root.end)}`;
}

/** Attributes that the model changed; a namespace or an attribute it does not know stays. */
export function mergeTag(original: string, was: string, now: string): string {
  if (was === now) return original;
  const before = attributesOf(was);
  const after = attributesOf(now);
  let tag = original;
  for (const [name, value] of after)
    if (name !== KEY && !name.startsWith('xmlns') && before.get(name) !== value)
      tag = withAttribute(tag, name, value);
  for (const name of before.keys()) if (!after.has(name)) tag = withAttribute(tag, name, undefined);
  return tag;
}

function mergeInner(
  original: string,
  root: Piece,
  was: string,
  before: Piece,
  now: string,
  after: Piece,
  rules: MergeRules,
): string {
  const prefix = prefixOf(root.tag);
  const inner = original.slice(root.innerStart, root.innerEnd);
  const pieces = childrenOf(original, root);
  const known = itemsOf(was, before, rules);
  const wanted = itemsOf(now, after, rules);
  if (pieces.length === 0 && known.length === 0 && wanted.length === 0) {
    const text = now.slice(after.innerStart, after.innerEnd);
    return was.slice(before.innerStart, before.innerEnd) === text ? inner : text;
  }
  const knownById = new Map(known.map((item) => [item.id, item]));
  const wantedById = new Map(wanted.map((item) => [item.id, item]));
  const out: { name: string; id: string; text: string }[] = [];
  let at = root.innerStart;
  let gap = '';
  for (const { name, id, text, piece } of numbered(original, pieces, rules)) {
    gap += original.slice(at, piece.start);
    at = piece.end;
    const w = knownById.get(id);
    const n = wantedById.get(id);
    if (n) {
      out.push({ name, id, text: gap + mergeElement(text, w?.text ?? `<${name}/>`, n.text, rules) });
      gap = '';
    } else if (!w) {
      out.push({ name, id, text: gap + text });
      gap = '';
    } else rules.onDropped?.(text);
  }
  const tail = gap + original.slice(at, root.innerEnd);
  const there = new Set(out.map(({ id }) => id));
  const order = rules.order[root.name];
  wanted.forEach((item, i) => {
    if (there.has(item.id) || knownById.get(item.id)?.text === item.text) return;
    const text = inPrefix(withoutKeys(item.text), prefix);
    out.splice(placeOf(item, wanted.slice(0, i), out, order), 0, { ...item, text });
  });
  return out.map(({ text }) => text).join('') + tail;
}

/** Takes the marks of identity out of what is written. */
export const withoutKeys = (text: string): string => text.replace(/ key="[^"]*"/g, '');

function itemsOf(xml: string, piece: Piece, rules: MergeRules): Item[] {
  return numbered(xml, childrenOf(xml, piece), rules);
}

function numbered(xml: string, pieces: readonly Piece[], rules: MergeRules): (Item & { piece: Piece })[] {
  const counts = new Map<string, number>();
  return pieces.map((piece) => {
    const { name } = piece;
    const ordinal = counts.get(name) ?? 0;
    counts.set(name, ordinal + 1);
    const own = attributesOf(piece.tag).get(KEY);
    const key = own ?? rules.key(piece, ordinal) ?? '';
    return { name, id: `${name} ${key}`, text: textOfPiece(xml, piece), piece };
  });
}

/** After the last element that the schema puts before it; without a schema, after the sibling before it. */
function placeOf(
  item: Item,
  earlier: readonly Item[],
  out: readonly Item[],
  order: readonly string[] | undefined,
): number {
  const rank = order?.indexOf(item.name) ?? -1;
  if (order && rank >= 0) {
    for (let i = out.length - 1; i >= 0; i--)
      if (order.indexOf(out[i]?.name ?? '') <= rank && order.includes(out[i]?.name ?? '')) return i + 1;
    return 0;
  }
  const before = earlier.at(-1);
  const at = before ? out.findIndex(({ id }) => id === before.id) : -1;
  return at < 0 ? out.length : at + 1;
}
