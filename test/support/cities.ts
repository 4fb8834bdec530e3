/** Far enough from each other that a plan has one territory about each. */
const CITIES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Miami', 'FL'],
] as const;

/** City and state of the first few. */
export const cities = (count: 3 | 4): readonly (readonly [city: string, state: string])[] =>
  CITIES.slice(0, count);
