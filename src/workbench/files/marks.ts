/** In what we render, this attribute says which element of the file an element stands for. It is never written. */
export const KEY = 'key';

/** A character of nobody's: no file has a value that begins with it. */
const SIGN = '\ue0ff';

/**
 * What is only known when a part is written stands in it as a mark, so that a sheet can be rendered twice, when it is
 * opened and when it is saved, and the two compared.
 */
export const mark = (thing: string): string => SIGN + encodeURIComponent(thing);

const MARKED = new RegExp(`([\\w:]+)="${SIGN}([^"]*)"`, 'g');

/** The things that are marked, each once. */
export function marksIn(xml: string): Set<string> {
  return new Set(Array.from(xml.matchAll(MARKED), ([, , thing = '']) => decodeURIComponent(thing)));
}

/** Puts the values of marked things in their place. */
export function fillMarks(xml: string, valueOf: (thing: string) => string): string {
  return xml.replace(
    MARKED,
    (_, name: string, thing: string) => `${name}="${valueOf(decodeURIComponent(thing))}"`,
  );
}
