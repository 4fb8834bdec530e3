import type { Cell } from '../../plan/cells';
import { factorDefault } from '../../plan/score';
import { scoreName, tableName } from '../names';
import { columnRef, literal, sought, thisRow, type AccountColumnSpec } from '../spec';
import type { ScoreContext, ScoreFactor } from './context';
import { numberIn } from '../list-number';

/** Keys of the columns that scores append to the list. */
export const factorKey = (id: ScoreFactor['id']): `factor:${string}` => `factor:${id}`;

/** Points of every factor, the score, what of it is known, the tier: formulas over the list's own cells and the blue ones. */
export function scoreColumns(context: ScoreContext): AccountColumnSpec[] {
  const { factors, headers, values, inRows } = context;
  const cellOf = (value: number): Cell => (Number.isNaN(value) ? '' : value);
  return [
    {
      key: 'score',
      header: headers.score,
      cells: values === undefined ? scoreFormula(context) : inRows((i) => cellOf(values.score[i] ?? NaN)),
      format: '0.0',
      width: 11,
    },
    {
      key: 'tier',
      header: headers.tier,
      cells: values === undefined ? tierFormula(context) : inRows((i) => values.tier[i] ?? ''),
      width: 8,
    },
    {
      key: 'scoreShare',
      header: headers.share,
      cells: values === undefined ? shareFormula(context) : inRows((i) => cellOf(values.share[i] ?? NaN)),
      format: '0%',
      width: 11,
    },
    ...factors.map((factor): AccountColumnSpec => {
      const { id, header, frozen } = factor;
      return {
        key: factorKey(id),
        header,
        cells:
          frozen === undefined ? pointsFormula(context, factor) : inRows((i) => cellOf(frozen[i] ?? NaN)),
        format: '0.00',
        width: 12,
        folded: true,
      };
    }),
  ];
}

const setting = ({ layer }: ScoreContext, factor: ScoreFactor, part: string): string =>
  scoreName(layer, `${factor.id}_${part}`);

/** Nothing is said of rows that hold no account. */
const ofAccounts = ({ keyHeader }: ScoreContext, formula: string): string =>
  keyHeader === undefined ? `=${formula}` : `=IF(${thisRow(keyHeader)}="","",${formula})`;

const known = (context: ScoreContext): string =>
  context.factors
    .map((factor) => `ISNUMBER(${thisRow(factor.header)})*${setting(context, factor, 'weight')}`)
    .join('+');

function shareFormula(context: ScoreContext): string {
  const total = scoreName(context.layer, 'total');
  return ofAccounts(context, `IF(${total}=0,"",ROUND((${known(context)})/${total},6))`);
}

function scoreFormula(context: ScoreContext): string {
  const sum = context.factors
    .map((factor) => `N(${thisRow(factor.header)})*${setting(context, factor, 'weight')}`)
    .join('+');
  return `=IF(N(${thisRow(context.headers.share)})=0,"",ROUND(100*(${sum})/(${known(context)}),6))`;
}

function tierFormula({ layer, headers }: ScoreContext): string {
  const score = thisRow(headers.score);
  const at = `MATCH(${score},${scoreName(layer, 'tierFrom')},1)`;
  return `=IF(ISNUMBER(${score}),IFERROR(INDEX(${scoreName(layer, 'tierNames')},${at})&"",""),"")`;
}

/** Blank where a cell has no data. */
function pointsFormula(context: ScoreContext, factor: ScoreFactor): string {
  const part = (name: string) => setting(context, factor, name);
  switch (factor.kind) {
    case 'number': {
      const [low, high] = [part('low'), part('high')];
      return `=IFERROR(ROUND(MAX(0,MIN(1,(${numberOf(context, factor)}-${low})/(${high}-${low}))),6),"")`;
    }
    case 'date': {
      const age = `MAX(0,${scoreName(context.layer, 'asAt')}-${numberOf(context, factor)})`;
      return `=IFERROR(ROUND(POWER(0.5,${age}/${part('halfLife')}),6),"")`;
    }
    case 'list':
      return listFormula(context, factor);
    case 'product': {
      const cell = `TRIM(${thisRow(factor.source)})`;
      const all = ['; ', ', ', ','].reduce((text, mark) => `SUBSTITUTE(${text},${literal(mark)},";")`, cell);
      const found = `SEARCH(";"&${sought(part('product'))}&";",";"&${all}&";")`;
      return `=IFERROR(IF(OR(${cell}="",${part('product')}=""),"",IF(ISNUMBER(${found}),0,1)),"")`;
    }
  }
}

function listFormula(context: ScoreContext, factor: ScoreFactor): string {
  const { say, layer } = context;
  const points = (header: string) => columnRef(tableName(layer, 'scorePoints'), header);
  const cell = `TRIM(${thisRow(factor.source)})`;
  const key = sought(`${literal(`${say(`score.factor.${factor.id}`)}|`)}&${cell}`);
  const found = `INDEX(${points(say('score.counts'))},MATCH(${key},${points(say('score.key'))},0))`;
  // A value without points counts as a text, which is no number to ROUND.
  return `=IFERROR(IF(${cell}="","",ROUND(IFERROR(${found},${setting(context, factor, 'other')}),6)),"")`;
}

const numberOf = (context: ScoreContext, { id, source, reading }: ScoreFactor): string =>
  numberIn(context, 'scoreTexts', { source, reading, isDate: factorDefault(id).kind === 'date' });
