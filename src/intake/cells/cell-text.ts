import type { Cell } from '../../plan/cells';

/** The text of a cell: numbers without exponent or trailing noise, `''` for a blank. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (Number.isInteger(cell)) return Math.abs(cell) < 1e21 ? cell.toFixed(0) : String(cell);
  return String(cell);
}

/** True for a cell without anything to read: blank, or only spaces of any kind. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === '') return true;
  if (typeof cell !== 'string') return false;
  return !(cell.charCodeAt(0) > 32 && cell.charCodeAt(0) < 128) && trimText(cell) === '';
}

/** Printable ASCII with single spaces inside: what most cells are. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** Without byte order marks and zero-width characters, all kinds of space at the ends, runs of spaces. */
export function trimText(text: string): string {
  if (TIDY.test(text)) return text;
  return text
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#BUSY!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#GETTING_DATA',
  '#EXTERNAL!',
  '#PYTHON!',
]);

/** True for the text that stands for an Excel error, as Office.js gives it. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && (ERRORS.has(text) || /^#{2,}$/.test(text));
}

const PLACEHOLDERS = new Set([
  'n/a',
  'na',
  'n.a.',
  'n.a',
  'n/v',
  'n.v.',
  'nv',
  'null',
  'nil',
  '(null)',
  '<null>',
  'none',
  '(none)',
  '[none]',
  'nan',
  'undefined',
  'blank',
  '(blank)',
  '[blank]',
  '(leer)',
  'leer',
  '(en blanco)',
  '(vide)',
  'not available',
  'not applicable',
  'not known',
  'not specified',
  'not provided',
  'unknown',
  'unspecified',
  'missing',
  'no data',
  'no value',
  'tbd',
  'tba',
  'to be determined',
  'unbekannt',
  'nicht verfügbar',
  'keine angabe',
  'k.a.',
  'k. a.',
  'k.a',
  'k/a',
  'entfällt',
  'inconnu',
  'non disponible',
  'non renseigné',
  'n.d.',
  'nd',
  's/o',
  'desconocido',
  'no disponible',
  's/d',
  'sin datos',
]);

const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map((text) => text.length));

/** True for a text that people and exports write where there is nothing: `-`, `N/A`, `NOT AVAILABLE`. */
export function isPlaceholder(trimmed: string): boolean {
  if (trimmed.length > LONGEST_PLACEHOLDER) return /^[-–—_.?*/\\'"]+$/.test(trimmed);
  return /^[-–—_.?*/\\'"]+$/.test(trimmed) || PLACEHOLDERS.has(trimmed.toLowerCase());
}
