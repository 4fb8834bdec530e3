import { hostErrors } from '../protocol/host-error';

/** Checks of what came over the wire: anything can come. */
export function asString(value: unknown): string {
  if (typeof value !== 'string') throw hostErrors.invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw hostErrors.invalidArgument();
  return value;
}

export function asInteger(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  const number = asNumber(value);
  if (!Number.isInteger(number)) throw hostErrors.invalidArgument();
  return number;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw hostErrors.invalidArgument();
  return value;
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw hostErrors.invalidArgument();
  return value as Record<string, unknown>;
}

/** One of the values of an enumeration; Office.js's spelling. */
export function asOneOf<T extends string>(value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw hostErrors.invalidArgument();
  return found;
}

const COLOR = /^#[0-9a-f]{6}$/i;

/** The colour names of HTML that Excel accepts, as far as add-ins use them. */
const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
};

/** A colour as `#RRGGBB` in capitals. */
export function asColor(value: unknown): string {
  const text = asString(value);
  if (COLOR.test(text)) return text.toUpperCase();
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named === undefined) throw hostErrors.invalidArgument(`${text} is not a colour.`);
  return named;
}
