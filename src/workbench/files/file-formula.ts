import { parseStructRef } from '@borgar/fx';
import { rewriteFormula, structText } from '../formula/references';
import { formulaTokens, TokenType } from '../formula/tokens';

/** Functions that files spell with a prefix, since they are newer than the format (MS-XLSX 2.2.2). */
const NEWER = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR ' +
    'BITRSHIFT BITXOR CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT ' +
    'CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE ERFC.PRECISE ' +
    'EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST ' +
    'GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS ' +
    'MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION ' +
    'PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC ' +
    'QUARTILE.INC RANK.AVG RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT ' +
    'T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S WEBSERVICE WEIBULL.DIST XOR Z.TEST LET LAMBDA UNIQUE ' +
    'SEQUENCE RANDARRAY SORTBY XLOOKUP XMATCH'
  ).split(' '),
);
const NEWEST = new Set(['FILTER', 'SORT']);

/** A file's formula in the API's spelling: `[@Revenue]`, no prefixes, with `=`. */
export function fromFileFormula(formula: string, tableHere: string | undefined): string {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  const plain = text.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./g, '');
  if (!plain.includes('[')) return plain;
  return rewriteFormula(plain, (token) => {
    if (token.type !== TokenType.REF_STRUCT) return undefined;
    const reference = parseStructRef(token.value);
    if (!reference) return undefined;
    const thisRow = reference.sections?.includes('this row') ?? false;
    const own = tableHere !== undefined && reference.table?.toLowerCase() === tableHere.toLowerCase();
    return structText(thisRow && own ? { ...reference, table: '' } : reference);
  });
}

/** A formula in a file's spelling: `Accounts[[#This Row],[Revenue]]`, prefixes, no `=`. */
export function toFileFormula(formula: string, tableHere: string | undefined): string {
  let result = '';
  for (const token of formulaTokens(formula)) {
    if (token.type === TokenType.FX_PREFIX) continue;
    if (token.type === TokenType.FUNCTION) result += prefix(token.value.toUpperCase());
    else if (token.type === TokenType.REF_STRUCT) result += fileReference(token.value, tableHere);
    else result += token.value;
  }
  return result;
}

const prefix = (name: string) =>
  NEWEST.has(name) ? `_xlfn._xlws.${name}` : NEWER.has(name) ? `_xlfn.${name}` : name;

/** Files spell every part in its own brackets, and `@` as `[#This Row]`. */
function fileReference(text: string, tableHere: string | undefined): string {
  const reference = parseStructRef(text);
  if (!reference) return text;
  const table = reference.table || tableHere;
  if (!table) return text;
  const sections = (reference.sections ?? []).map((section) => `[#${SECTION_NAMES[section] ?? section}]`);
  const columns = (reference.columns ?? []).map((name) => `[${name.replace(/['#[\]@]/g, "'$&")}]`);
  const span = columns.join(':');
  if (sections.length === 0 && columns.length === 1) {
    // Blanks at the ends of a name count only in brackets of their own.
    return /^\[\s|\s\]$/.test(span) ? `${table}[${span}]` : `${table}${span}`;
  }
  if (sections.length === 1 && columns.length === 0) return `${table}${sections[0] ?? ''}`;
  return `${table}[${[...sections, ...(span === '' ? [] : [span])].join(',')}]`;
}

const SECTION_NAMES: Readonly<Record<string, string>> = {
  'this row': 'This Row',
  headers: 'Headers',
  data: 'Data',
  totals: 'Totals',
  all: 'All',
};
