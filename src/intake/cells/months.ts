const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene'],
  ['feb', 'february', 'februar', 'février', 'fevr', 'fev', 'febrero'],
  ['mar', 'march', 'märz', 'mrz', 'maerz', 'mars', 'marzo'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['jun', 'june', 'juni', 'juin', 'junio'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dez', 'dezember', 'décembre', 'diciembre', 'dic'],
];

const plain = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

const NUMBER_OF = new Map(MONTHS.flatMap((names, i) => names.map((name) => [plain(name), i + 1] as const)));

/** Number of a month by its name or short form in English, German, French or Spanish, else `undefined`. */
export function foldMonth(word: string): number | undefined {
  return NUMBER_OF.get(plain(word.replace(/\.$/, '')));
}
