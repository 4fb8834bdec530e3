import { foldText } from '../../../exact/fold-text';
import { PLACES_CREDIT } from '../../../geo/credit';
import { tellingFeatures } from '../../../carve/alike';
import { hasSpace } from '../../../carve/stand-ins';
import type { Accounts } from '../../../plan/accounts';
import { ALIKE, featuresIn } from '../../../plan/settings';
import { UNITS, unitsIn, type Unit } from '../../../plan/together';
import { alikeWord } from '../../../reports/territory-plan/settings';
import type { Severity } from '../../../plan/findings';
import { BALANCE_FIELDS, metricFields, type MetricSpec } from '../../../plan/metrics';
import { ACCOUNT_FIELDS, REP_FIELDS, type AccountField, type RepField } from '../../../plan/fields';
import type { Numbers } from '../../../text/numbers';
import type { MessageId, Say } from '../../../text/say';
import type { Exchange } from '../../understanding/currency';
import { addressOf, findingKinds } from '../../findings';
import type { TableRef } from '../../ports';
import type { AccountList } from '../../understanding/account-list';
import { calledOf, headersToChoose } from '../../understanding/header-of';
import type { BoundKey } from '../../understanding/bound';
import { refKey } from '../../understanding/tables';
import type { Team } from '../../understanding/team';
import type { Understanding } from '../../understanding/understand';
import { findingsOf } from '../../understanding/findings-of';
import { metricLabel } from '../../../reports/context';
import { staysOf, type StaysLine } from './stays';
import { titleOf, wordFailure, wordFinding, wordNotice } from '../../sentences';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FindingLine {
  readonly severity: Severity;
  readonly text: string;
  /** Cell to select; absent when it speaks of the whole table. */
  readonly address?: string;
}

/** A rule that may bind, in words, and what a click would make of it. */
export interface BoundLine {
  readonly key: BoundKey;
  readonly text: string;
  readonly action: string;
  readonly turned: boolean;
}

/** A feature that a click puts accounts together by, or no more. */
export interface AlikeLine {
  readonly label: string;
  readonly checked: boolean;
  /** The setting after the click; null for none. */
  readonly then: string | null;
}

/** Findings of one kind: a count, and the first of them. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly count: number;
  readonly lines: readonly FindingLine[];
}

export interface ColumnLine {
  readonly field: string;
  readonly label: string;
  /** Header it was found in; empty for none. */
  readonly header: string;
  readonly doubtful: boolean;
}

/** Units of the plan's currency for one unit of another; undefined: not given yet. */
export interface RateLine {
  readonly currency: string;
  readonly base: string;
  readonly rate: number | undefined;
}

/** A table's columns: which field is in which, and all headers to choose from. */
export interface ColumnChoices {
  /** How many of the columns are read, and how many of those are a guess. */
  readonly text: string;
  readonly lines: readonly ColumnLine[];
  readonly headers: readonly string[];
}

/** A balanced metric: which, how closely, and what it may be instead. */
export interface MetricLine {
  readonly metric: string;
  readonly label: string;
  /** As a fraction of target. */
  readonly tolerance: number;
  readonly choices: readonly Choice[];
}

/** What was found and chosen, one sentence each, and what may be chosen instead. */
export interface Summary {
  readonly accounts: string;
  readonly tables: readonly Choice[];
  readonly table: string;
  readonly balance: string;
  /** An amount that was left out, in words, and the metric that balances it; absent when none was. */
  readonly leftOut?: { readonly text: string; readonly metric: string; readonly action: string };
  /** In order of importance. */
  readonly metrics: readonly MetricLine[];
  /** What may be balanced besides. */
  readonly further: readonly Choice[];
  /** Exchange rates to give, where amounts are in several currencies. */
  readonly rates: readonly RateLine[];
  readonly team: string;
  /** What binds accounts to reps or could, with the click that turns it round. */
  readonly bound: readonly BoundLine[];
  /** What stays with its owner; undefined where nobody holds an account today. */
  readonly stays: StaysLine | undefined;
  readonly territories: number;
  /** Whether each territory is to be in one piece; undefined where no account has a place. */
  readonly connected: boolean | undefined;
  /** What a territory has whole or not at all, and what it may be; undefined where the list tells no places apart. */
  readonly unit: { readonly value: string; readonly choices: readonly Choice[] } | undefined;
  /** In what accounts may be alike, where nothing says where they are and the list tells them apart by it. */
  readonly alike: readonly AlikeLine[];
  readonly places: string;
  /** The country of addresses that say none: which one the user says, and which may be said. */
  readonly country: string;
  readonly countries: readonly Choice[];
  readonly columns: ColumnChoices;
  /** Tables that may be the team list; `team` of them, empty when the owners stand for it. */
  readonly teams: readonly Choice[];
  readonly teamTable: string;
  readonly teamColumns: ColumnChoices | undefined;
  readonly findings: readonly FindingGroup[];
  /** What the user should know before designing, in words. */
  readonly warnings: readonly string[];
  /** Whose data the places come from: their licence wants it said. */
  readonly credit: string;
  /** Why no plan can be made yet, in words; the primary button waits for it. */
  readonly blocked: string | undefined;
}

const LINES_SHOWN = 50;

/** @param isStayingOpen nothing was said of which accounts stay with their owner */
export function summaryOf(
  understanding: Understanding,
  say: Say,
  numbers: Numbers,
  isStayingOpen = true,
): Summary {
  const { list, team, choices } = understanding;
  const { accounts } = list;
  const located = accounts.places.latitude.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  return {
    accounts: accountsSentence(understanding, say, numbers),
    tables: tableChoices(list.candidates),
    table: refKey(list.derived?.from ?? list.ref),
    ...balanceOf(understanding, say, numbers),
    ...leftOutOf(understanding, say, numbers),
    rates: ratesOf(choices.exchange),
    team: teamSentence(understanding, say),
    bound: boundLines(understanding, say),
    stays: staysOf(understanding, isStayingOpen, say, numbers),
    territories: choices.seats.length,
    connected: located > 1 ? understanding.settings.connected === true : undefined,
    unit: unitOf(accounts, understanding.settings.unit, say),
    alike: likenessOf(accounts, understanding.settings.alike, say),
    places: say('summary.places', { located, count: accounts.count }),
    ...countryOf(understanding, say),
    columns: accountColumns(list, say),
    teams: tableChoices(team.candidates),
    teamTable: team.ref === undefined ? '' : refKey(team.ref),
    teamColumns: teamColumns(team, say),
    findings: findingGroups(understanding, say, numbers),
    warnings: choices.notices
      .filter(({ severity }) => severity === 'warning')
      .map((notice) => wordNotice(say, numbers, notice)),
    credit: say('summary.credit', { whose: PLACES_CREDIT }),
    blocked: choices.blocked === undefined ? undefined : wordFailure(say, numbers, choices.blocked),
  };
}

/** Which list is read, and what was made of it where its rows are no accounts. */
function accountsSentence(
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): string {
  const made = choices.notices.find(({ code }) => code === 'derived');
  if (made !== undefined) return wordNotice(say, numbers, made);
  return say('summary.accounts', {
    count: list.accounts.count,
    table: list.ref.table ?? list.ref.sheet,
    kind: list.ref.table === undefined ? 'range' : 'table',
  });
}

/** Countries on offer; any other is said as a setting. */
const COUNTRIES =
  'AE AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HK HU ID IE IL IN IT JP KE KR LU MX MY NG NL NO NZ PE PH PL PT RO SA SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );

function countryOf(
  { settings: { country = '', language } }: Pick<Understanding, 'settings'>,
  say: Say,
): Pick<Summary, 'country' | 'countries'> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const codes = COUNTRIES.includes(country) || country === '' ? COUNTRIES : [...COUNTRIES, country];
  const named = codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return { country, countries: [{ value: '', label: say('change.countryByList') }, ...named] };
}

function unitOf(accounts: Accounts, unit: Unit | undefined, say: Say): Summary['unit'] {
  const told = unitsIn(accounts);
  const on = UNITS.filter((one) => one === unit || told.includes(one));
  if (on.length === 0) return undefined;
  return {
    value: unit ?? '',
    choices: [
      { value: '', label: say('unit.none') },
      ...on.map((value) => ({ value, label: say(`unit.${value}`) })),
    ],
  };
}

function likenessOf(accounts: Accounts, alike = '', say: Say): readonly AlikeLine[] {
  if (hasSpace(accounts.places)) return [];
  const said = featuresIn(alike) ?? [];
  return tellingFeatures(accounts).map((feature) => {
    const checked = said.includes(feature);
    const then = ALIKE.filter((one) => (one === feature ? !checked : said.includes(one)));
    return {
      label: alikeWord(say, feature),
      checked,
      then: then.length === 0 ? null : then.join('+'),
    };
  });
}

/** How many territories there are to be, and who says so. */
export function teamSentence(
  { settings, list, team, choices }: Pick<Understanding, 'settings' | 'list' | 'team' | 'choices'>,
  say: Say,
): string {
  const { seats, proposed } = choices;
  return say('summary.team', {
    territories: seats.length,
    source: proposed ? 'proposed' : settings.territories === undefined ? team.roster.source : 'asked',
    each: Math.round(list.accounts.count / Math.max(1, seats.length)),
    open: proposed ? 0 : seats.filter(({ tbh }) => tbh).length,
  });
}

const TURNS: Readonly<Partial<Record<BoundKey, MessageId>>> = {
  sharedSeats: 'bound.turnShared',
  bySkill: 'bound.turnSkill',
};

const boundLines = ({ bound }: Pick<Understanding, 'bound'>, say: Say): BoundLine[] =>
  bound.map(({ key, holds }) => ({
    key,
    text: say(`bound.${key}`, { holds: holds ? 'yes' : 'no' }),
    action: say(TURNS[key] ?? 'bound.turn', { holds: holds ? 'yes' : 'no' }),
    turned: !holds,
  }));

const tableChoices = (refs: readonly TableRef[]): Choice[] =>
  refs.map((ref) => ({ value: refKey(ref), label: ref.table ?? ref.sheet }));

/** The sentence on what is balanced, and what may be balanced instead or besides. */
function balanceOf(
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): Pick<Summary, 'balance' | 'metrics' | 'further'> {
  const taken = new Set(choices.metrics.map(({ id }) => id));
  const free = ['count', ...BALANCE_FIELDS.filter((field) => list.accounts.number[field] !== undefined)]
    .filter((id) => !taken.has(id))
    .map((id) => ({ value: id, label: nameOf(say, id) }));
  const sentence = (metric: MetricSpec) => {
    const label = metricLabel(say, metric);
    const header = metric.fields
      .map((field) => calledOf(list, field))
      .filter((one) => one !== '')
      .join(' + ');
    return say('summary.balance.one', {
      metric: label,
      tolerance: numbers.percent(metric.tolerance, 3),
      // A column that is called as the metric is not named twice.
      header: header === '' || foldText(header) === foldText(label) ? 'none' : header,
    });
  };
  return {
    balance: [
      say('summary.balance', { metrics: choices.metrics.map(sentence).join('; ') }),
      ...choices.notices
        .filter(({ code }) => code === 'moneyBeside')
        .map((notice) => wordNotice(say, numbers, notice)),
    ].join(' '),
    metrics: choices.metrics.map((metric) => {
      const own = { value: metric.id, label: metricLabel(say, metric) };
      return { metric: metric.id, label: own.label, tolerance: metric.tolerance, choices: [own, ...free] };
    }),
    further: free,
  };
}

/** The customers' own turnover, with the click that balances it. */
function leftOutOf(
  { choices }: Pick<Understanding, 'choices'>,
  say: Say,
  numbers: Numbers,
): Pick<Summary, 'leftOut'> {
  const notice = choices.notices.find(({ code }) => code === 'revenueLeftOut');
  if (notice === undefined) return {};
  const metric = 'annualRevenue';
  const action = say('action.balanceIt', { metric: nameOf(say, metric) });
  return { leftOut: { text: wordNotice(say, numbers, notice), metric, action } };
}

function ratesOf({ currencies, base, rates }: Exchange): RateLine[] {
  if (currencies.length < 2 || base === undefined) return [];
  return currencies
    .filter((currency) => currency !== base)
    .map((currency) => ({ currency, base, rate: rates[currency] }));
}

function accountColumns(list: AccountList, say: Say): ColumnChoices {
  const doubtful = new Set(list.doubtful.map(({ field }) => field));
  const lines = (Object.keys(ACCOUNT_FIELDS) as AccountField[]).map((field) => ({
    field,
    label: say(`field.${field}`),
    header: calledOf(list, field),
    doubtful: doubtful.has(field),
  }));
  return columnChoices(lines, headersToChoose(list), say);
}

/** Guesses first, then what was found, then what else could be told. */
function columnChoices(lines: readonly ColumnLine[], headers: readonly string[], say: Say): ColumnChoices {
  const rank = ({ doubtful, header }: ColumnLine) => (doubtful ? 0 : header !== '' ? 1 : 2);
  return {
    text: say('columns.read', {
      read: new Set(lines.flatMap(({ header }) => (header === '' ? [] : [header]))).size,
      count: headers.filter((header) => header !== '').length,
      doubtful: lines.filter(({ doubtful }) => doubtful).length,
    }),
    lines: [...lines].sort((a, b) => rank(a) - rank(b)),
    headers,
  };
}

function teamColumns({ source, mapping }: Team, say: Say): ColumnChoices | undefined {
  if (source === undefined) return undefined;
  const { headers } = source;
  const lines = (Object.keys(REP_FIELDS) as RepField[]).map((field) => ({
    field,
    label: say(`rep.${field}`),
    header: headers[mapping[field] ?? -1] ?? '',
    doubtful: false,
  }));
  return columnChoices(lines, headers, say);
}

const nameOf = (say: Say, id: string): string => metricLabel(say, { fields: metricFields(id) ?? [] });

function findingGroups(
  understanding: Pick<Understanding, 'list' | 'team' | 'choices'>,
  say: Say,
  numbers: Numbers,
): FindingGroup[] {
  return findingKinds(findingsOf(understanding)).map(({ code, severity, count, listed }) => ({
    code,
    severity,
    title: titleOf(say, code),
    count,
    lines: listed.slice(0, LINES_SHOWN).map((finding) => {
      const address = addressOf(finding);
      return {
        severity: finding.severity,
        text: wordFinding(say, numbers, finding),
        ...(address === undefined ? {} : { address }),
      };
    }),
  }));
}
