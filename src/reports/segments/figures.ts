import type { Cell } from '../../plan/cells';
import type { MessageId } from '../../text/say';
import { headsOf } from '../blocks';
import { segmentName } from '../names';
import { columnRef, criterion, literal, thisRow, type TableColumn } from '../spec';
import type { SegmentsContext } from './context';
import { effortOf } from './effort';
import { COLUMNS } from './layout';

const escaped = (text: string): string => text.replace(/[~*?]/g, (mark) => `~${mark}`);
/** A criterion that is one of the list's own words. */
const wordIs = (text: string): string => literal(`=${escaped(text)}`);

/** Accounts of one word in one column of the list: whole columns, and what parts them. */
export interface Share {
  /** Conditions as COUNTIFS takes them, in pairs; none: all accounts. */
  readonly where: readonly string[];
}

/** The sum of a column of the list over the accounts that a condition leaves. */
export function sumOf(table: string, header: string, { where }: Share, ...more: string[]): string {
  const [column, all] = [columnRef(table, header), [...where, ...more]];
  return all.length === 0 ? `SUM(${column})` : `SUMIFS(${column},${all.join(',')})`;
}

/** Formulas over the accounts that a condition leaves; undefined where the list does not tell. */
export function figuresOf(context: Pick<SegmentsContext, 'layer' | 'table' | 'figures' | 'say'>) {
  const { layer, table, figures, say } = context;
  const { sums, standing, former, risk, score } = figures;
  const column = (header: string) => columnRef(table, header);
  // LibreOffice leaves out rows at the end that are blank where the first criterion is: that comes last.
  const count = ({ where }: Share, ...more: string[]) => {
    const all = [...more, ...where];
    return all.length === 0 ? `ROWS(${table})` : `COUNTIFS(${all.join(',')})`;
  };
  const sum = (header: string, share: Share, ...more: string[]) => sumOf(table, header, share, ...more);
  const mean = (header: string, { where }: Share) =>
    where.length === 0 ? `AVERAGE(${column(header)})` : `AVERAGEIFS(${column(header)},${where.join(',')})`;
  const anyOf = (words: readonly string[], one: (word: string) => string) => `(${words.map(one).join('+')})`;
  const amount = (field: keyof typeof sums) => {
    const header = sums[field];
    return header === undefined ? undefined : (share: Share) => sum(header, share);
  };
  // A row that holds no account has no word either. All of them are counted once: patterns take longest.
  const accounts = (share: Share) =>
    share.where.length === 0 ? segmentName(layer, 'accounts') : count(share);
  const customers =
    standing === undefined
      ? undefined
      : (share: Share) => count(share, column(standing), literal(say('standing.customer')));
  const [won, lost] = [amount('wonDeals'), amount('lostDeals')];
  const left =
    former === undefined
      ? undefined
      : (share: Share) => anyOf(former.words, (word) => count(share, column(former.header), wordIs(word)));
  // Who left may have won deals, which make a customer elsewhere: nobody is counted twice.
  const ever =
    former === undefined || standing === undefined || customers === undefined
      ? undefined
      : (share: Share) =>
          anyOf(
            former.words,
            (word) =>
              `${count(share, column(former.header), wordIs(word))}-${count(share, column(former.header), wordIs(word), column(standing), literal(say('standing.customer')))}`,
          ).replace(/^\(/, `(${customers(share)}+`);
  const arr = amount('arr');
  const atRisk =
    risk === undefined || risk.words.length === 0
      ? undefined
      : (share: Share) =>
          anyOf(risk.words, (word) =>
            sums.arr === undefined
              ? count(share, column(risk.header), wordIs(word))
              : sum(sums.arr, share, column(risk.header), wordIs(word)),
          );
  return {
    accounts,
    customers,
    won,
    lost,
    left,
    ever,
    atRisk,
    arr,
    potential: amount('potential'),
    bookings: amount('bookingsYtd'),
    meanRisk:
      risk === undefined || risk.words.length > 0 ? undefined : (share: Share) => mean(risk.header, share),
    growth: sums.growth === undefined ? undefined : (share: Share) => mean(sums.growth ?? '', share),
    score: score === undefined ? undefined : (share: Share) => mean(score, share),
  };
}

/** Blank where nothing is divided by. */
export const ratio = (part: string, whole: string): string => `IF(N(${whole})=0,"",${part}/${whole})`;

/**
 * What is told of every row: one word of a column each, all accounts in the row that says so, those without in another.
 * @param name of the table; @param label its column of words; @param header the list's column of them; @param listed its words, a blank one for accounts without;
 * @param ofTeam how many seats a word has by the team itself, and by their work where it does not say
 */
export function figureColumns(
  context: SegmentsContext,
  name: string,
  label: string,
  header: string,
  listed: readonly Cell[] = [],
  ofTeam?: (me: string, byWork: string) => string,
): TableColumn[] {
  const { say, table, money, keyHeader } = context;
  const head = headsOf(say, COLUMNS.segments);
  const told = figuresOf(context);
  const me = thisRow(label);
  const parts = columnRef(table, header);
  const all = literal(say('segments.all'));
  const none = literal(say('segments.none'));
  const noOther = keyHeader === undefined ? [] : [columnRef(table, keyHeader), '"<>"'];
  const isBare = listed.includes('');
  const each = (formula: (share: Share) => string): string =>
    `=IF(${me}="","",IF(${me}=${all},${formula({ where: [] })},${
      isBare
        ? `IF(${me}=${none},${formula({ where: [...noOther, parts, '""'] })},${formula({ where: [parts, criterion(me)] })})`
        : formula({ where: [parts, criterion(me)] })
    }))`;
  const own = (key: keyof typeof COLUMNS.segments) => thisRow(say(COLUMNS.segments[key] as MessageId));
  const figure = (key: Parameters<typeof head>[0], cells: string, format: string): TableColumn => ({
    ...head(key),
    cells,
    format,
    align: 'right',
  });
  const some = (formula: ((share: Share) => string) | undefined, make: (cells: string) => TableColumn) =>
    formula === undefined ? [] : [make(each(formula))];
  const [won, lost] = [told.won, told.lost];
  const { left, ever, customers, arr, bookings, potential } = told;
  return [
    figure('accounts', each(told.accounts), '#,##0'),
    figure(
      'part',
      `=${ratio(own('accounts'), `INDEX(${columnRef(name, say('balance.accounts'))},1)`)}`,
      '0%',
    ),
    ...some(customers, (cells) => figure('customers', cells, '#,##0')),
    ...(customers === undefined ? [] : [figure('won', `=${ratio(own('customers'), own('accounts'))}`, '0%')]),
    ...(won === undefined || lost === undefined
      ? []
      : [
          figure(
            'conversion',
            each((share) => ratio(won(share), `(${won(share)}+${lost(share)})`)),
            '0%',
          ),
        ]),
    ...(left === undefined || ever === undefined
      ? []
      : [
          figure(
            'churned',
            each((share) => ratio(left(share), ever(share))),
            '0%',
          ),
        ]),
    ...(told.atRisk === undefined ? [] : [riskColumn(told.atRisk, arr ?? customers)]),
    ...some(told.meanRisk && ((share) => `IFERROR(${told.meanRisk?.(share) ?? ''},"")`), (cells) =>
      figure('riskMean', cells, '0.0#'),
    ),
    ...(arr === undefined || customers === undefined
      ? []
      : [
          figure(
            'average',
            each((share) => ratio(arr(share), customers(share))),
            money,
          ),
        ]),
    ...(bookings === undefined || won === undefined
      ? []
      : [
          figure(
            'deal',
            each((share) => ratio(bookings(share), won(share))),
            money,
          ),
        ]),
    ...some(potential, (cells) => figure('potential', cells, money)),
    ...some(arr, (cells) => figure('arr', cells, money)),
    ...(arr === undefined || potential === undefined
      ? []
      : [figure('penetration', `=${ratio(own('arr'), own('potential'))}`, '0%')]),
    ...some(told.growth && ((share) => `IFERROR(${told.growth?.(share) ?? ''},"")`), (cells) =>
      figure('growth', cells, '0.0%'),
    ),
    ...some(told.score && ((share) => `IFERROR(${told.score?.(share) ?? ''},"")`), (cells) =>
      figure('score', cells, '0.0'),
    ),
    ...effortColumns(),
  ];

  function effortColumns(): TableColumn[] {
    const effort = effortOf(context);
    if (effort === undefined) return [];
    const here = each(effort.here);
    const seats = ofTeam === undefined ? here : `=IF(${me}="","",${ofTeam(me, here.slice(1))})`;
    return [
      figure('needed', each(effort.needed), '0.00'),
      figure('here', seats, '0.00'),
      figure('travel', each(effort.travel), money),
      ...some(effort.cost, (cells) => figure('cost', cells, money)),
      ...(effort.cost === undefined || potential === undefined
        ? []
        : [figure('perPotential', `=${ratio(own('cost'), own('potential'))}`, '0.0%')]),
    ];
  }

  function riskColumn(
    atRisk: (share: Share) => string,
    of: ((share: Share) => string) | undefined,
  ): TableColumn {
    const whole = of ?? told.accounts;
    return figure(
      'risk',
      each((share) => ratio(atRisk(share), whole(share))),
      '0%',
    );
  }
}

/** Words of a column, the row of all accounts first and that of those without last. */
export const rowsOf = ({ say }: SegmentsContext, listed: readonly Cell[]): Cell[] => [
  say('segments.all'),
  ...listed.map((cell) => (cell === '' ? say('segments.none') : cell)),
];

/** All accounts of the list, in a cell of their own. */
export const allAccounts = ({ table, headers, own, keyHeader }: SegmentsContext): string => {
  if (own === undefined) return `COUNTIF(${columnRef(table, headers.segment)},"?*")`;
  return keyHeader === undefined ? `ROWS(${table})` : `COUNTIF(${columnRef(table, keyHeader)},"<>")`;
};
