import { HostError, hostErrors } from './host-error';
import type { ApiGate } from './requirement-sets';
import { membersOf } from './wire-class';
import type { WireObject } from './wire-class';

const OR_NULL = /OrNullObject$/i;

/** Office.js spells members in camelCase, the wire in PascalCase. */
export const memberName = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const isNotFound = (error: unknown) => error instanceof HostError && error.code === 'ItemNotFound';

/** `null` where `reach` finds nothing: the meaning of every `…OrNullObject` member. */
function orNull<T>(reach: () => T): T | null {
  try {
    return reach();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Follows a navigation property; `name` in any case. A missing thing is null for `…OrNullObject`. */
export function getNavigation(
  object: WireObject,
  name: string,
  gate: ApiGate,
): { name: string; object: WireObject | null } {
  const { spec, navigations } = membersOf(object);
  const exact = navigations.get(name.toLowerCase());
  if (exact !== undefined) {
    gate.check(spec.className, exact);
    return { name: exact, object: Reflect.get(object, exact) as WireObject | null };
  }
  if (OR_NULL.test(name)) {
    const plain = navigations.get(name.replace(OR_NULL, '').toLowerCase());
    if (plain !== undefined) {
      const full = `${plain}OrNullObject`;
      gate.check(spec.className, full);
      return { name: full, object: orNull(() => Reflect.get(object, plain) as WireObject | null) };
    }
  }
  throw hostErrors.notImplemented(`${spec.className}.${memberName(name)}`);
}

/** Calls a method; `name` in any case. `…OrNullObject` answers null instead of ItemNotFound. */
export function callMethod(
  object: WireObject,
  name: string,
  args: readonly unknown[],
  gate: ApiGate,
): unknown {
  const { spec, methods } = membersOf(object);
  const exact = methods.get(name.toLowerCase());
  if (exact !== undefined) {
    gate.check(spec.className, exact);
    return invoke(object, exact, args);
  }
  if (OR_NULL.test(name)) {
    const plain = methods.get(name.replace(OR_NULL, '').toLowerCase());
    if (plain !== undefined) {
      gate.check(spec.className, `${plain}OrNullObject`);
      return orNull(() => invoke(object, plain, args));
    }
  }
  throw hostErrors.notImplemented(`${spec.className}.${memberName(name)}`);
}

function invoke(object: WireObject, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== 'function') throw new TypeError(`${name} is no method.`);
  return Reflect.apply(method, object, args);
}

/** Sets a scalar property; `name` in any case. A property without setter is read-only. */
export function setScalar(object: WireObject, name: string, value: unknown, gate: ApiGate): void {
  const { spec, scalars } = membersOf(object);
  const exact = scalars.get(name.toLowerCase());
  if (exact === undefined) throw hostErrors.notImplemented(`${spec.className}.${memberName(name)}`);
  gate.check(spec.className, exact);
  if (!hasSetter(object, exact)) {
    throw hostErrors.notImplemented(`setting ${spec.className}.${exact}`);
  }
  Reflect.set(object, exact, value);
}

function hasSetter(object: object, name: string): boolean {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor) return descriptor.set !== undefined || descriptor.writable === true;
  }
  return false;
}
