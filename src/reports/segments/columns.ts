import { segmentName } from '../names';
import { numberIn } from '../list-number';
import { literal, sought, thisRow, type AccountColumnSpec } from '../spec';
import type { SegmentsContext } from './context';

/** The segment of an account, and folded what it comes from: by rule alone, as kept near a line, of its ultimate parent. */
export function segmentColumns(context: SegmentsContext): AccountColumnSpec[] {
  const { headers, values, inRows, kept, family, own } = context;
  // The list's own segments stay the user's.
  if (own !== undefined) return [];
  const folded = { width: 18, folded: true } as const;
  return [
    {
      key: 'segment',
      header: headers.segment,
      cells: values === undefined ? segmentFormula(context) : inRows((i) => values.segment[i] ?? ''),
      width: 16,
    },
    {
      key: 'segmentRule',
      header: headers.segmentRule,
      cells: values === undefined ? byRule(context) : inRows((i) => values.ruled[i] ?? ''),
      ...folded,
    },
    { key: 'segmentKept', header: headers.segmentKept, cells: inRows(kept), ...folded },
    { key: 'segmentFamily', header: headers.segmentFamily, cells: inRows(family), ...folded },
    {
      key: 'segmentWords',
      header: headers.segmentWords,
      // Of a long list nothing reads it.
      cells: values === undefined ? byWords(context) : inRows(() => ''),
      ...folded,
    },
    { key: 'segmentNote', header: headers.segmentNote, cells: noteFormula(context), ...folded, width: 30 },
  ];
}

const ofAccounts = ({ keyHeader }: SegmentsContext, formula: string): string =>
  keyHeader === undefined ? `=${formula}` : `=IF(${thisRow(keyHeader)}="","",${formula})`;

const byRule = (context: SegmentsContext): string => ofAccounts(context, ruled(context));

/**
 * The first rule that is met. Every rule has a power of two, the first the greatest. Each size, by the line below it, and
 * each word finds the sum of the rules that it meets in a folded list; what is in all of these sums is met, and the
 * greatest power tells. @param stretch what sizes of the account are divided by
 */
function ruled(context: SegmentsContext, stretch = ''): string {
  const { layer, say, sizes, headers } = context;
  const name = (what: string) => segmentName(layer, what);
  const sums = sizes.map(({ field, number }) => {
    const value = `IFERROR(${numberIn(context, 'segmentTexts', number)},-1)`;
    const near = stretch === '' ? value : `ROUND(${value}/${stretch},6)`;
    return `INDEX(${name(`${field}_met`)},MATCH(${near},${name(`${field}_lines`)},1))`;
  });
  const met = inAll(sums, thisRow(headers.segmentWords));
  return `IFERROR(INDEX(${name('names')},MATCH(${met},${name('powers')},1)),${literal(say('segments.other'))})`;
}

const inAll = (sums: readonly string[], first: string): string =>
  sums.reduce((all, one) => `BITAND(${all},${one})`, first);

/** The sum of the rules that an account meets by its words: these take longest, and stand once. */
function byWords(context: SegmentsContext): string {
  const { layer, words } = context;
  const name = (what: string) => segmentName(layer, what);
  const sums = words.map(({ field, source }) => {
    const cell = sought(`SUBSTITUTE(LOWER(TRIM(${thisRow(source)})),"; ",";")`);
    return `IFERROR(INDEX(${name(`${field}_met`)},MATCH(${cell},${name(`${field}_words`)},0)),${name(`${field}_rest`)})`;
  });
  return ofAccounts(context, inAll(sums, name('all')));
}

/** That of the parent, else the one that it had while it is near the line, else by rule. */
function segmentFormula(context: SegmentsContext): string {
  const { layer, headers, sizes } = context;
  const rule = thisRow(headers.segmentRule);
  const before = thisRow(headers.segmentKept);
  const family = thisRow(headers.segmentFamily);
  const zone = segmentName(layer, 'deadZone');
  const isThere = (stretch: string) => `(${ruled(context, stretch)}=${before})`;
  const near = `IF(${isThere(`(1+${zone})`)}+${isThere(`(1-${zone})`)}>0,${before},${rule})`;
  const kept = sizes.length === 0 ? rule : `IF(${before}="",${rule},IF(${before}=${rule},${rule},${near}))`;
  return ofAccounts(context, `IF(${segmentName(layer, 'family')}*(${family}<>"")>0,${family},${kept})`);
}

/** Why it is not the segment of the rule, and that it is another than when this was written. */
function noteFormula(context: SegmentsContext): string {
  const { say, layer, headers } = context;
  const [segment, rule, before, family] = [
    thisRow(headers.segment),
    thisRow(headers.segmentRule),
    thisRow(headers.segmentKept),
    thisRow(headers.segmentFamily),
  ];
  const isFamily = `${segmentName(layer, 'family')}*(${family}<>"")>0`;
  const was = `IF((${before}<>"")*(${before}<>${segment})>0,${literal(say('segments.was'))}&" "&${before},"")`;
  return ofAccounts(
    context,
    `IF(${isFamily},IF(${segment}=${rule},"",${literal(say('segments.asParent'))}),IF(${segment}=${rule},${was},${literal(say('segments.near'))}))`,
  );
}
