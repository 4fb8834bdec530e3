import { UNASSIGNED } from '../../plan/territory';
import type { MessageId } from '../../text/say';
import { accountsIn, metricColumns } from '../balance/sums';
import { ownColumn } from '../context';
import { toleranceName } from '../names';
import { columnRef, literal } from '../spec';
import type { HealthContext } from './context';
import { columnSum, conversion, inTopTier, neglected, renews, set, whoCounts, whoMatters } from './criteria';

/** What is looked at: a figure, and when it is to be looked into. */
export interface Line {
  readonly text: string;
  readonly now: string;
  readonly format: string;
  /** Value as designed. */
  readonly designed?: number;
  /** A condition under which the line is to be looked at; of its own figure by default. */
  readonly look: string;
  /** Header of the column to filter by, in the list or on Balance. */
  readonly where?: { readonly name: string; readonly header: string };
}

/** The lines of the sheet: those of the plan, and those that the list has columns for. */
export const linesOf = (context: HealthContext): Line[] => [
  ...ofBand(context),
  ...ofAccounts(context),
  ...ofWork(context),
  ...ofRisk(context),
  ...ofCalls(context),
  ...ofDeals(context),
  ...ofRenewals(context),
];

type Where = NonNullable<Line['where']>;
const inList = ({ table }: HealthContext, header: string): Where => ({ name: table, header });
const onBalance = ({ say }: HealthContext, header: string): Where => ({ name: say('sheet.balance'), header });

/** A number of rows, which is to be none. */
const count = ({ say }: HealthContext, text: MessageId, now: string, where?: Where): Line => ({
  text: say(text),
  now,
  format: '#,##0',
  look: '>0',
  ...(where === undefined ? {} : { where }),
});

/** What is written and is no date to Excel is in none of the counts. */
const noDates = (context: HealthContext, key: MessageId, header: string): Line =>
  count(
    context,
    key,
    `COUNTA(${columnRef(context.table, header)})-COUNT(${columnRef(context.table, header)})`,
    inList(context, header),
  );

function ofBand(context: HealthContext): Line[] {
  const { say, layer, designedWorst } = context;
  const inBand = ownColumn(context, 'balance', say('balance.inBand'));
  const outOfBand = count(
    context,
    'health.outOfBand',
    `COUNTIFS(${inBand},${literal(say('sheet.no'))})`,
    onBalance(context, say('balance.inBand')),
  );
  const [first] = metricColumns(context);
  if (first === undefined) return [outOfBand];
  const index = ownColumn(context, 'balance', first.index.header);
  return [
    outOfBand,
    {
      text: say('health.worst', { metric: first.label }),
      now: `MAX(MAX(${index})-1,1-MIN(${index}))`,
      format: '0.0%',
      ...(designedWorst === undefined ? {} : { designed: designedWorst }),
      look: `>${toleranceName(layer, 0)}`,
      where: onBalance(context, first.index.header),
    },
  ];
}

/** Accounts that are where nobody carries them, or have come and gone; and seats that nobody has. */
function ofAccounts(context: HealthContext): Line[] {
  const { say, table, column, record, designedOut } = context;
  const territory = columnRef(table, column.territory);
  const accepted = columnRef(table, column.accepted);
  const status = ownColumn(context, 'balance', say('balance.status.column'));
  return [
    {
      ...count(
        context,
        'health.nowhere',
        `${accountsIn(context)}-SUM(${ownColumn(context, 'balance', say('balance.accounts'))})`,
        inList(context, column.territory),
      ),
      // Accounts that nobody carries were there when it was designed.
      ...(designedOut === undefined ? {} : { designed: designedOut, look: `>${designedOut}` }),
    },
    count(
      context,
      'health.unassigned',
      `COUNTIFS(${territory},"${UNASSIGNED}")`,
      inList(context, column.territory),
    ),
    // Two columns are compared row by row: no COUNTIFS says it. Blank and Unassigned are one.
    count(
      context,
      'health.proposed',
      `SUMPRODUCT((TRIM(${territory})<>TRIM(${accepted}))*(1-${isNone(territory)}*${isNone(accepted)}))`,
      inList(context, column.accepted),
    ),
    {
      ...count(context, 'health.accounts', accountsIn(context)),
      designed: record.accounts,
      look: `<>${record.accounts}`,
    },
    count(
      context,
      'health.openSeats',
      `COUNTIFS(${status},${literal(say('status.tbh'))})`,
      onBalance(context, say('balance.status.column')),
    ),
  ];
}

/** 1 for cells that name no territory. */
const isNone = (cells: string): string => `(((TRIM(${cells})="")+(TRIM(${cells})="${UNASSIGNED}"))>0)`;

/** Who has too much work, or too little: reps, and who helps them. */
function ofWork(context: HealthContext): Line[] {
  const { say, balance, helpers } = context;
  const load = say('balance.load');
  const beyond = (text: MessageId, sign: '<' | '>', setting: 'over' | 'under'): Line =>
    count(
      context,
      text,
      `COUNTIFS(${ownColumn(context, 'balance', load)},"${sign}"&${set(context, setting)})`,
      onBalance(context, load),
    );
  return [
    ...(balance.has('load')
      ? [beyond('health.over', '>', 'over'), beyond('health.under', '<', 'under')]
      : []),
    ...(helpers === undefined
      ? []
      : [
          count(
            context,
            'health.helpers',
            `COUNTIFS(${ownColumn(context, 'overlayPeople', helpers)},${literal(say('workload.over'))})`,
            { name: say('sheet.overlays'), header: helpers },
          ),
        ]),
  ];
}

function ofRisk(context: HealthContext): Line[] {
  const { say, table, atRisk, arr } = context;
  if (atRisk === undefined) return [];
  const criteria = atRisk.words.map((word) => `${columnRef(table, atRisk.header)},${literal(word)}`);
  const accounts = criteria.map((one) => `COUNTIFS(${one})`).join('+') || '0';
  const number = { ...count(context, 'health.atRisk', accounts, inList(context, atRisk.header)), look: '' };
  if (arr === undefined) return [number];
  return [
    number,
    {
      text: say('health.atRiskSum'),
      now: criteria.map((one) => `SUMIFS(${columnRef(table, arr.header)},${one})`).join('+') || '0',
      format: arr.format,
      look: '',
      where: inList(context, arr.header),
    },
  ];
}

/** Whether accounts are called on as often as they are to be. */
function ofCalls(context: HealthContext): Line[] {
  const { say, activity, tier } = context;
  if (activity === undefined) return [];
  const who = whoMatters(context);
  const where = inList(context, activity);
  return [
    count(context, 'health.neglected', neglected(context, who), where),
    ...(tier === undefined
      ? []
      : [
          count(
            context,
            'health.strategic',
            neglected(context, inTopTier(context, tier)),
            inList(context, tier),
          ),
        ]),
    {
      text: say('health.kept'),
      now: `IFERROR(1-(${neglected(context, who)})/(${whoCounts(context, who)}),"")`,
      format: '0%',
      look: '',
      where,
    },
    noDates(context, 'health.noActivityDate', activity),
  ];
}

/** What became of deals, and what customers think. */
function ofDeals(context: HealthContext): Line[] {
  const { say, table, deals, satisfaction } = context;
  return [
    ...(deals === undefined
      ? []
      : [
          {
            text: say('health.conversion'),
            now: conversion(columnSum(table, deals.won), columnSum(table, deals.lost)),
            format: '0%',
            look: '',
            where: inList(context, deals.won),
          },
        ]),
    ...(satisfaction === undefined
      ? []
      : [
          {
            text: say('health.satisfaction', { header: satisfaction }),
            now: `IFERROR(AVERAGE(${columnRef(table, satisfaction)}),"")`,
            format: '0.0',
            look: '',
            where: inList(context, satisfaction),
          },
        ]),
  ];
}

function ofRenewals(context: HealthContext): Line[] {
  const { say, table, renewal, arr } = context;
  if (renewal === undefined) return [];
  const soon = `COUNTIFS(${renews(context)})`;
  return [
    { ...count(context, 'health.renewals', soon, inList(context, renewal)), look: '' },
    noDates(context, 'health.noRenewalDate', renewal),
    ...(arr === undefined
      ? []
      : [
          {
            text: say('health.renewalsSum'),
            now: `SUMIFS(${columnRef(table, arr.header)},${renews(context)})`,
            format: arr.format,
            look: '',
            where: inList(context, arr.header),
          },
        ]),
  ];
}
