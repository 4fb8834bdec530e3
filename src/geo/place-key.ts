/**
 * One spelling for all spellings of a place name: case, accents, punctuation and spaces do not count,
 * and usual abbreviations are written out (`St. Louis`, `Ft Worth`, `N Little Rock`, `Rocky Mtn Hbr`).
 */

import { foldText } from '../exact/fold-text';

const ANYWHERE: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'saint',
  sainte: 'saint',
  ft: 'fort',
  mt: 'mount',
  hd: 'head',
  hts: 'heights',
  hgts: 'heights',
  spgs: 'springs',
  spg: 'springs',
  bch: 'beach',
  ctr: 'center',
  centre: 'center',
  jct: 'junction',
  lk: 'lake',
  mtn: 'mountain',
  vlg: 'village',
  vly: 'valley',
  crk: 'creek',
  fls: 'falls',
  grv: 'grove',
  hbr: 'harbor',
  harbour: 'harbor',
  pk: 'park',
  pt: 'point',
  afb: 'airforcebase',
};

const FIRST: Readonly<Record<string, string>> = {
  n: 'north',
  no: 'north',
  s: 'south',
  so: 'south',
  e: 'east',
  w: 'west',
};

export function placeKey(name: string): string {
  const words = foldText(name).split(' ');
  return words
    .map(
      (word, i) => (i === 0 && words.length > 1 ? (FIRST[word] ?? ANYWHERE[word]) : ANYWHERE[word]) ?? word,
    )
    .join('');
}
