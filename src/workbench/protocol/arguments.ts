import type { ArgumentInfo } from './messages';

/**
 * The arguments of a call, with object paths replaced by their objects: a non-zero id in
 * `ReferencedObjectPathIds` at the same place, or `{_ObjectPathId}` inside a plain object.
 */
export function argumentsOf(info: ArgumentInfo | undefined, resolve: (pathId: number) => unknown): unknown[] {
  const ids = info?.ReferencedObjectPathIds;
  const walk = (value: unknown, id: unknown): unknown => {
    if (Array.isArray(value)) {
      // Blocks of values are large and hold no objects: only walk where the client marked some.
      return Array.isArray(id) ? value.map((item, i) => walk(item, id[i])) : value;
    }
    if (typeof id === 'number' && id > 0) return resolve(id);
    if (value === null || typeof value !== 'object') return value;
    const pathId = (value as Record<string, unknown>)['_ObjectPathId'];
    if (typeof pathId === 'number') return resolve(pathId);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, undefined)]));
  };
  return (info?.Arguments ?? []).map((value, i) => walk(value, ids?.[i]));
}
