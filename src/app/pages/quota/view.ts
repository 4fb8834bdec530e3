import { quoteSheet, columnLetters } from '../../../plan/cells';
import { MAIN_LAYER } from '../../../plan/layer';
import { namesOf } from '../../../plan/ownership';
import { METHODS, overOf, type QuotaLine, type QuotaSettings } from '../../../plan/quota';
import type { RunRecord } from '../../../plan/run-record';
import type { Bridge } from '../../../quota/bridge';
import type { PartBridge } from '../../../quota/bridge-by';
import { periodsOf } from '../../../quota/calendar';
import { currencySign } from '../../../reports/amounts';
import { tableName, type TableKey } from '../../../reports/names';
import { wordOf } from '../../../reports/quota/words';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { standingSheets } from '../../standing-sheets';
import { quotaBridges } from '../../quota-bridges';
import { quotaFigures, quotaInputHash, type QuotaFigures } from '../../quota-figures';
import { standingAssignment } from '../../standing-assignment';
import { payFigures } from '../../pay-figures';
import { bonusSaid, quotaBasis, quotaCurrency, type QuotaBasis } from '../../quota-sources';
import { CENTS } from '../../../quota/round';
import { splitsOf } from '../../seat-shares';
import { skillMatch, skillsSaid } from '../../skill-match';
import { isOpen, type PaneState } from '../../state';
import type { Understanding } from '../../understanding/understand';
import type { Choice } from '../design/summary';
import { flagsOf } from './flags';
import { tablesOf, type QuotaTables } from './tables';
import { numbersSet, wordsSet, type QuotaChoice, type QuotaNumber } from './settings';

/** A step of a bridge. */
export interface BridgeLine {
  readonly label: string;
  readonly amount: string;
  readonly isSum: boolean;
}

/** What the page Quota shows. */
export interface QuotaView {
  /** Why there is nothing to be done here yet, in words. */
  readonly closed?: string;
  readonly open?: OpenQuota;
}

export interface OpenQuota {
  /** The first line of the plan; what is typed is said of it. */
  readonly line: QuotaLine;
  readonly over: number;
  readonly methods: readonly Choice[];
  /** The lines are on the sheet, where there is more than one. */
  readonly several: string | undefined;
  readonly year: string;
  readonly bridge: readonly BridgeLine[];
  /** The same by manager and by segment, where there are several: together they are the bridge of all. */
  readonly bridgesBy: readonly {
    readonly title: string;
    readonly parts: readonly { readonly name: string; readonly lines: readonly BridgeLine[] }[];
  }[];
  /** What it costs where quotas are met, and nearly, and more than met; undefined before there is a plan. */
  readonly cost: string | undefined;
  readonly flags: readonly { readonly text: string; readonly address?: string }[];
  readonly missing: readonly string[];
  readonly hasTeam: boolean;
  readonly choices: readonly QuotaChoice[];
  readonly amounts: readonly QuotaNumber[];
  /** What pay goes by. */
  readonly pay: Settable & {
    /** What is in the figures of pay and what is not. */
    readonly notes: readonly string[];
  };
  /** Ramps, season, tiers and dates as they can be edited here. */
  readonly tables: QuotaTables;
  /** Where the same stands on the sheets, with where it begins; none before these are written. */
  readonly inCells: readonly { readonly label: string; readonly address: string }[];
  readonly starts: { readonly month: number; readonly year: number; readonly months: readonly Choice[] };
  readonly isWritten: boolean;
  readonly isPayWritten: boolean;
  /** Who issued the quotas, and what has changed since; undefined before. */
  readonly issued: { readonly text: string; readonly changed: string } | undefined;
}

interface Settable {
  readonly choices: readonly QuotaChoice[];
  readonly amounts: readonly QuotaNumber[];
}

/** Settings that are tables of blue cells. */
const TABLES = [
  ['quotaRamps', 'quota.ramps.short'],
  ['quotaMonths', 'quota.season'],
  ['payTiers', 'quota.set.tierKind'],
  ['quotaSeats', 'quota.datesOfSeats'],
  ['pay', 'quota.payOfSeats'],
] as const satisfies readonly (readonly [TableKey, Parameters<Say>[0]])[];

/** @param draft the first line of the plan as it is being typed */
export function quotaPage(
  { understanding, pending, designed }: PaneState,
  say: Say,
  numbers: Numbers,
  draft: Partial<QuotaLine> = {},
): QuotaView {
  const record = understanding?.book.record;
  if (isOpen(pending)) return { closed: say('quota.undecided') };
  if (understanding === undefined || record === undefined || designed !== undefined)
    return { closed: say('quota.noPlan') };
  const basis = quotaBasis(withDraft(understanding, record, draft), record);
  const figures = quotaFigures(understanding, basis, standingAssignment(understanding, record));
  const money = moneyOf(understanding, basis.quota, numbers);
  const [line] = basis.lines;
  if (line === undefined) return { closed: say('quota.noPlan') };
  const stands = standingSheets(understanding);
  const isWritten = stands({ key: 'quota' });
  return {
    open: {
      line,
      over: overOf(line),
      methods: METHODS.filter(
        (method) => method !== 'bottomUp' || basis.targets !== undefined || line.method === method,
      ).map((code) => ({
        value: code,
        label: wordOf(say, 'method', code),
      })),
      several:
        basis.lines.length < 2
          ? undefined
          : say('quota.severalLines', {
              count: basis.lines.length,
              amount: money(figures.quotas.bridge.plan),
              sheet:
                namesOf(understanding.book.owned, MAIN_LAYER).sheets['quota-plan'] ?? say('sheet.quotaPlan'),
            }),
      year: yearText(basis, figures, say, numbers),
      bridge: bridgeLines(figures.quotas.bridge, basis.quota.issued !== undefined, say, money),
      bridgesBy: bridgesBy(basis, figures, say, money),
      cost: figures.quotas.bridge.plan > 0 ? costText(basis, figures, say, money, numbers) : undefined,
      flags: flagsOf(basis, figures, say).map(({ text, row }) => ({
        text,
        ...(isWritten ? addressOf(understanding, row) : {}),
      })),
      missing: quotaRemarks(understanding, basis, figures, say),
      hasTeam: understanding.team.ref !== undefined,
      choices: wordsSet(basis, say, 'quota'),
      amounts: numbersSet(basis, say, 'quota'),
      pay: {
        choices: wordsSet(basis, say, 'pay'),
        amounts: numbersSet(basis, say, 'pay'),
        notes: [skillsSaid(skillMatch(understanding, basis.seats), say), ...ratesSaid(basis, say, numbers)],
      },
      tables: tablesOf(basis, numbers),
      inCells: TABLES.flatMap(([table, label]) => {
        const { address } = addressOf(understanding, 0, table);
        return address === undefined ? [] : [{ label: say(label), address }];
      }),
      starts: startsOf(basis.year, numbers),
      isWritten,
      isPayWritten: stands({ key: 'pay' }),
      issued: issuedOf(basis, figures, say, money),
    },
  };
}

/** What would be in force if the first line were as it is being typed. */
function withDraft(
  understanding: Understanding,
  record: RunRecord,
  draft: Partial<QuotaLine>,
): Understanding {
  if (Object.keys(draft).length === 0) return understanding;
  const { quota, lines } = quotaBasis(understanding, record);
  const typed = lines.map((line, n) => (n === 0 ? { ...line, ...draft } : line));
  return { ...understanding, settings: { ...understanding.settings, quota: { ...quota, lines: typed } } };
}

type Money = (amount: number, digits?: number) => string;

/** Money as the sheets show it. */
function moneyOf(
  from: Parameters<typeof quotaCurrency>[0],
  { unit, digits: most = CENTS }: QuotaSettings,
  numbers: Numbers,
): Money {
  const sign = currencySign(quotaCurrency(from));
  return (amount, digits = unit < 1 || !Number.isInteger(amount) ? CENTS : 0) =>
    `${amount < 0 ? '−' : ''}${sign}${numbers.fixed(Math.abs(amount), Math.min(most, digits))}`;
}

const DAY = 86_400_000;
const dateOf = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + serial * DAY);

function yearText({ year, quota }: QuotaBasis, { shares }: QuotaFigures, say: Say, numbers: Numbers): string {
  const from = dateOf(year);
  const to = dateOf(periodsOf(year, quota).at(-1)?.end ?? year);
  const deployed = shares.reduce((sum, share) => sum + share, 0);
  return say('quota.year', {
    from: numbers.date(from),
    to: numbers.date(to),
    seats: shares.length,
    share: numbers.decimal(deployed, 2),
  });
}

/** One line of cost by attainment. */
function costText(
  basis: QuotaBasis,
  figures: QuotaFigures,
  say: Say,
  money: Money,
  numbers: Numbers,
): string {
  const { costs, seats } = payFigures(basis, figures);
  const at = (attainment: number) => costs.find((cost) => cost.attainment === attainment)?.cash ?? 0;
  if (!seats.some((seat) => seat !== undefined)) return say('quota.costNone');
  const whole = (amount: number) => money(Math.round(amount));
  return say('quota.cost', {
    target: whole(at(1)),
    share: numbers.percent(at(1) / figures.quotas.bridge.plan, 1),
    low: whole(at(0.8)),
    high: whole(at(1.2)),
  });
}

const STEPS = [
  ['plan', 'quota.amount', ''],
  ['overAssignment', 'quota.overAssignment', '+ '],
  ['pool', 'quota.pool', ''],
  ['unallocated', 'quota.unallocated', '− '],
  ['notPlaceable', 'quota.notPlaceable', '− '],
  ['bottomUpGap', 'quota.bottomUpGap', '+ '],
  ['overrideGap', 'quota.overrideGap', '+ '],
  ['rounding', 'quota.rounding', '− '],
  ['hiringSlip', 'quota.hiringSlip', '− '],
  ['seatsGone', 'quota.seatsGone', '− '],
  ['moves', 'quota.moved', '+ '],
  ['final', 'quota.sumFinal', ''],
  ['difference', 'quota.difference', ''],
] as const satisfies readonly (readonly [keyof Bridge, Parameters<Say>[0], string])[];

/** The bridge of each manager and of each segment; one that all of it is of says nothing more. */
function bridgesBy(basis: QuotaBasis, figures: QuotaFigures, say: Say, money: Money): OpenQuota['bridgesBy'] {
  const { byManager, bySegment } = quotaBridges(basis, figures, say);
  const isIssued = basis.quota.issued !== undefined;
  const some = (bridges: readonly PartBridge[]) =>
    bridges.filter(({ pool, final, betweenSeats }) => pool !== 0 || final !== 0 || betweenSeats !== 0);
  return [
    { title: say('plan.manager'), parts: some(byManager) },
    { title: say('plan.segment'), parts: some(bySegment) },
  ].flatMap(({ title, parts }) =>
    parts.length < 2
      ? []
      : [
          {
            title: say('balance.by', { column: title }),
            parts: parts.map(({ name, betweenSeats, ...bridge }) => ({
              name,
              lines: bridgeLines(bridge, isIssued, say, money).flatMap((line, n, { length }): BridgeLine[] =>
                n === length - 2 && betweenSeats !== 0
                  ? [
                      {
                        label: `+ ${say('quota.by.betweenSeats')}`,
                        amount: money(betweenSeats),
                        isSum: false,
                      },
                      line,
                    ]
                  : [line],
              ),
            })),
          },
        ],
  );
}

/** Steps that are nothing are left out, but for those that always stand. */
function bridgeLines(bridge: Bridge, isIssued: boolean, say: Say, money: Money): OpenQuota['bridge'] {
  const always = new Set<keyof Bridge>(['plan', 'overAssignment', 'pool', 'final', 'difference']);
  return STEPS.filter(([key]) => always.has(key) || bridge[key] !== 0).map(([key, id, sign]) => ({
    label: `${sign}${say(key === 'final' && isIssued ? 'quota.sumInForce' : id)}`,
    // Nothing is left over, to the cent: that is seen.
    amount: key === 'difference' ? money(bridge[key], 2) : money(bridge[key]),
    isSum: key === 'pool' || key === 'final',
  }));
}

/** Where the row of a table was written: of a seat on the sheet Quota. */
function addressOf(
  { book }: Pick<Understanding, 'book'>,
  row: number,
  key: TableKey = 'quota',
): { address?: string } {
  const name = tableName(MAIN_LAYER, key);
  for (const { sheet, tables } of book.survey) {
    const table = tables.find((candidate) => candidate.name === name);
    if (table !== undefined)
      return {
        address: `${quoteSheet(sheet)}!${columnLetters(table.firstColumn)}${table.headerRow + 1 + row}`,
      };
  }
  return {};
}

/** What is odd about the plan, and what is missing for it, in words: for the page, and for `--json`. */
export const quotaRemarks = (
  understanding: Pick<Understanding, 'team'>,
  basis: QuotaBasis,
  figures: QuotaFigures,
  say: Say,
): string[] => [...oddities(basis, figures, say), ...missingOf(understanding, basis, say)];

/** What is odd about the plan as a whole, in the words of the sheet. */
function oddities({ lines, quota }: QuotaBasis, { quotas, seats }: QuotaFigures, say: Say): string[] {
  const { plan } = quotas.indicated;
  const isUnknown = (by: 'potential' | 'history') =>
    lines.some(
      ({ method, amount }, n) =>
        method === by &&
        amount > 0 &&
        // What is not for the line has no part in it.
        quotas.rows.every(
          ({ line, seat, weight }) => line !== n || weight === 0 || (seats[seat]?.[by] ?? 0) <= 0,
        ),
    );
  const most = Math.max(0, ...quotas.rows.map(({ calculated }) => calculated));
  const steps = quotas.indicatedLines;
  const ofLine = (n: number) => quotas.rows.filter(({ line, applies }) => line === n && applies);
  return [
    ...(plan === 0 && lines.some(({ amount }) => amount === 0) && quota.lines.length > 0
      ? [say('quota.odd.nothing')]
      : []),
    ...(isUnknown('potential') ? [say('quota.odd.noPotential')] : []),
    ...(isUnknown('history') ? [say('quota.odd.noHistory')] : []),
    ...(most > 0 && quota.unit > most ? [say('quota.odd.unit')] : []),
    ...(steps.some(({ notPlaceable }) => notPlaceable < 0) ? [say('quota.odd.floors')] : []),
    ...(steps.some(({ notPlaceable }, n) => notPlaceable > 0 && ofLine(n).length > 0)
      ? [say('quota.odd.caps')]
      : []),
    ...(steps.some(
      ({ pool }, n) => ofLine(n).reduce((sum, { override = 0 }) => sum + override, 0) > pool + 0.005,
    )
      ? [say('quota.odd.overrides')]
      : []),
  ];
}

function missingOf(
  { team }: Pick<Understanding, 'team'>,
  { seats, lines, targets, shared }: QuotaBasis,
  say: Say,
): string[] {
  const noTargets = targets === undefined && lines.some(({ method }) => method === 'bottomUp');
  const asked = noTargets ? [say('quota.missing.targets')] : [];
  if (team.ref === undefined) return [say('quota.missing.team'), ...asked];
  const said = bonusSaid({ team }, seats, say);
  const noRate = [...new Set(seats.flatMap(({ currency, rate }) => (rate === undefined ? [currency] : [])))];
  const open = seats.filter(({ status, start }) => status === 'tbh' && start === undefined);
  return [
    ...asked,
    ...seats.flatMap(({ territory }, j) => {
      const reps = shared.filter(({ seat }) => seat === j).map(({ rep }) => rep);
      return reps.length === 0 || splitsOf(shared, j) !== undefined
        ? []
        : [say('quota.missing.split', { territory, reps: reps.join(', ') })];
    }),
    ...(open.length > 0
      ? [
          say('quota.missing.start', {
            count: open.length,
            names: open.map(({ territory }) => territory).join(', '),
          }),
        ]
      : []),
    ...(noRate.length > 0 ? [say('quota.missing.rate', { currencies: noRate.join(', ') })] : []),
    ...(seats.every(({ role }) => role === '') ? [say('quota.missing.role')] : []),
    ...(seats.every(({ hired }) => hired === undefined) ? [say('quota.missing.hired')] : []),
    ...missingPay(seats, say),
    ...(said === undefined ? [] : [said]),
  ];
}

/** What nobody's pay has, so that Pay has no figure. */
function missingPay(seats: QuotaBasis['seats'], say: Say): string[] {
  const noneHas = (part: 'base' | 'variable') => seats.every(({ [part]: amount }) => amount === undefined);
  const [noBase, noVariable] = [noneHas('base'), noneHas('variable')];
  if (noBase && noVariable) return [say('quota.missing.pay')];
  return noBase ? [say('quota.missing.base')] : noVariable ? [say('quota.missing.variable')] : [];
}

/** The plan rates that pay goes by, each with its day. */
function ratesSaid({ seats }: QuotaBasis, say: Say, numbers: Numbers): string[] {
  const rates = seats.flatMap(({ currency, rate, rateDate }) =>
    currency === '' || rate === undefined
      ? []
      : [
          say('quota.rateOf', {
            currency,
            rate: numbers.decimal(rate, 6),
            date: rateDate === undefined ? say('quota.rateNoDate') : numbers.date(dateOf(rateDate)),
          }),
        ],
  );
  return rates.length === 0 ? [] : [say('quota.rates', { rates: [...new Set(rates)].join('; ') })];
}

function startsOf(year: number, numbers: Numbers): OpenQuota['starts'] {
  const date = dateOf(year);
  return {
    month: date.getUTCMonth(),
    year: date.getUTCFullYear(),
    months: Array.from({ length: 12 }, (_, m) => ({
      value: String(m),
      label: numbers.month(new Date(Date.UTC(date.getUTCFullYear(), m, 1))),
    })),
  };
}

/** First day of a month, 1900 serial. @param month from 0 */
export const firstOf = (year: number, month: number): number =>
  Math.round((Date.UTC(year, month, 1) - Date.UTC(1899, 11, 30)) / DAY);

function issuedOf(basis: QuotaBasis, figures: QuotaFigures, say: Say, money: Money): OpenQuota['issued'] {
  const { issued } = basis.quota;
  const { quotas } = figures;
  if (issued === undefined) return undefined;
  const rows = Object.values(issued.rows);
  const cents = rows.reduce((sum, { quota }) => sum + Math.round(quota * 100), 0);
  const changed = quotas.rows.filter(
    ({ key, final }) => Math.abs(final - (issued.rows[key]?.quota ?? 0)) > 0.005,
  );
  return {
    text: say('quota.issuedLine', {
      by: issued.by,
      at: issued.at,
      amount: money(cents / 100),
      count: rows.length,
    }),
    changed: say('quota.changedSince', {
      count: changed.length,
      inputs: quotaInputHash(basis, figures) === issued.inputHash ? 'same' : 'changed',
    }),
  };
}
