const YES = new Set([
  'true',
  'yes',
  'y',
  'x',
  '1',
  'on',
  'ja',
  'j',
  'oui',
  'si',
  'sí',
  'wahr',
  'vrai',
  'verdadero',
  'checked',
  'active',
  'aktiv',
  'actif',
  'activo',
  '✓',
  '✔',
]);
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  'off',
  'nein',
  'non',
  'falsch',
  'faux',
  'falso',
  'unchecked',
  'inactive',
  'inaktiv',
  'inactif',
  'inactivo',
  'terminated',
  'left',
  'departed',
  'former',
]);

/** Yes or no in English, German, French or Spanish, a tick, 1 or 0; `undefined` for anything else. */
export function readFlagText(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
