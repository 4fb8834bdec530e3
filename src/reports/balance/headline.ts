import { STANDINGS } from '../../plan/account-standing';
import { BAND_LIMIT } from '../band';
import { hasOwners, ownColumn, type ReportContext } from '../context';
import { toleranceName } from '../names';
import { countText, percentText, sentence, signedPercentText } from '../sentence';
import { literal, type CellSpec } from '../spec';
import { GONE } from './columns';
import { changedOf, ownerCount } from './moves';
import { accountsIn, metricColumns } from './sums';
import { hasNamed } from './targets';

/** Is the plan fair, and what does it change? A sentence a row; all are formulas, so that edits move them. */
export function headline(context: ReportContext): CellSpec[][] {
  const { metrics } = context;
  const perMetric = metrics.map((_, m) => ofMetric(context, m));
  const sentences = [
    ...(metrics.length > 1 ? [{ formula: ofAll(context), style: 'headline' as const }] : []),
    ...perMetric.map((formula): CellSpec => ({ formula, style: metrics.length > 1 ? 'label' : 'headline' })),
    ...(context.oversized === undefined ? [] : [{ formula: setApart(context), style: 'label' as const }]),
    ...(hasOwners(context) ? [{ formula: moves(context), style: 'label' as const }] : []),
    ...(hasOwners(context) && context.standings !== undefined
      ? [{ formula: apart(context), style: 'label' as const }]
      : []),
  ];
  return sentences.map((cell) => [cell]);
}

/** Rows of territories: not those of what was taken out of the list. */
const territoryCount = (context: ReportContext): string => {
  const names = ownColumn(context, 'balance', context.say('plan.territory'));
  return `(ROWS(${names})-COUNTIF(${names},${literal(GONE)})${lessNamed(context)})`;
};

/** Seats for named accounts are held against no target. */
const lessNamed = (context: ReportContext): string =>
  hasNamed(context)
    ? `-COUNTIF(${ownColumn(context, 'balance', context.say('balance.status.column'))},${literal(context.say('status.named'))})`
    : '';

/** `6 of 8 territories are within the limits of all 3 metrics` */
function ofAll(context: ReportContext): string {
  const { say, metrics } = context;
  const inBand = ownColumn(context, 'balance', say('balance.inBand'));
  const text = sentence(
    say,
    'balance.headline.all',
    {
      inBand: `(COUNTIF(${inBand},${literal(say('sheet.yes'))})${lessNamed(context)})`,
      territories: territoryCount(context),
    },
    { metrics: metrics.length },
  );
  const isError = metricColumns(context).map(
    ({ index }) => `SUM(${ownColumn(context, 'balance', index.header)})`,
  );
  return `=IF(ISERROR(${isError.join('+')}),${literal(say('balance.headline.errors'))},${text})`;
}

/** `18 of 20 territories within ±10% of their fair share of Potential; worst +12%, T07 Denver` */
function ofMetric(context: ReportContext, m: number): string {
  const { say, layer } = context;
  const metric = metricColumns(context)[m];
  const index = ownColumn(context, 'balance', metric?.index.header ?? '');
  const names = ownColumn(context, 'balance', say('plan.territory'));
  const tolerance = toleranceName(layer, m);
  const high = `MAX(${index})`;
  const low = `MIN(${index})`;
  // Of two that are equally far from fair the larger, whatever the last digit of a sum says.
  const worst = `IF(ROUND(${high}-1,9)>=ROUND(1-${low},9),${high},${low})`;
  const within = `(COUNTIFS(${index},">="&(1-${tolerance}-${BAND_LIMIT}),${index},"<="&(1+${tolerance}+${BAND_LIMIT}))+COUNTIFS(${names},${literal(`<>${GONE}`)},${index},"")${lessNamed(context)})`;
  const text = sentence(
    say,
    'balance.headline',
    {
      inBand: within,
      territories: territoryCount(context),
      tolerance: percentText(tolerance),
      worst: signedPercentText(`(${worst}-1)`),
      name: `INDEX(${names},MATCH(${worst},${index},0))`,
    },
    { metric: metric?.label ?? '' },
  );
  const errors = literal(say('balance.headline.error', { metric: metric?.label ?? '' }));
  return `=IF(ISERROR(SUM(${index})),${errors},IFERROR(${text},""))`;
}

/** `Territories set apart for oversized accounts: 1. …` */
function setApart(context: ReportContext): string {
  const { say } = context;
  const flags = ownColumn(context, 'balance', say('balance.setApart'));
  return `=${sentence(say, 'balance.setApart.line', { count: `COUNTIF(${flags},${literal(say('sheet.yes'))})` })}`;
}

/** `Of these 40 are customers, 120 active prospects and 152 untouched prospects` */
function apart(context: ReportContext): string {
  const told = context.standings?.told ?? [];
  const counts = Object.fromEntries(
    told.map((standing) => [standing, countText(changedOf(context, standing))]),
  );
  return `=${sentence(context.say, 'balance.apart', counts, {
    told: told.includes('prospect') ? 'two' : 'three',
    ...Object.fromEntries(STANDINGS.filter((one) => !told.includes(one)).map((one) => [one, ''])),
  })}`;
}

/** `312 of 2,500 accounts change owner: 230 to another rep, …` */
function moves(context: ReportContext): string {
  return `=${sentence(context.say, 'balance.moves', {
    changed: countText(ownerCount(context, 'changed')),
    accounts: countText(accountsIn(context)),
    rep: countText(ownerCount(context, 'rep')),
    open: countText(ownerCount(context, 'open')),
    gone: countText(ownerCount(context, 'gone')),
    nobody: countText(`${ownerCount(context, 'nobody')}+${ownerCount(context, 'lost')}`),
    new: countText(ownerCount(context, 'new')),
  })}`;
}
