import { PLACES_CREDIT } from '../geo';
import type { Severity } from '../plan/findings';
import { BALANCE_FIELDS } from '../plan/metrics';
import { ACCOUNT_FIELDS, REP_FIELDS, type AccountField, type RepField } from '../plan/fields';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';
import type { Exchange } from './currency';
import { addressOf, findingKinds } from './findings';
import type { TableRef } from './ports';
import type { Understanding } from './understand';
import { metricName, titleOf, wordFailure, wordFinding, wordNotice } from './words';

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
  readonly lines: readonly ColumnLine[];
  readonly headers: readonly string[];
}

/** What was found and chosen, one sentence each, and what may be chosen instead. */
export interface Summary {
  readonly accounts: string;
  readonly tables: readonly Choice[];
  readonly table: string;
  readonly balance: string;
  readonly metrics: readonly Choice[];
  readonly metric: string;
  readonly tolerance: number;
  /** Exchange rates to give, where amounts are in several currencies. */
  readonly rates: readonly RateLine[];
  readonly team: string;
  readonly territories: number;
  readonly places: string;
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

export function summaryOf(understanding: Understanding, say: Say, numbers: Numbers): Summary {
  const { accountsRef, accounts, metrics, seats, roster, candidates, source, mapping, doubtful } =
    understanding;
  const [first] = metrics;
  const located = accounts.places.latitude.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  const available = ['count', ...BALANCE_FIELDS.filter((field) => accounts.number[field] !== undefined)];
  const current = metrics.map(({ id }) => id).join(', ');
  const choices = available.includes(current) || metrics.length !== 1 ? available : [current, ...available];
  return {
    accounts: say('summary.accounts', {
      count: accounts.count,
      table: accountsRef.table ?? accountsRef.sheet,
      kind: accountsRef.table === undefined ? 'range' : 'table',
    }),
    tables: candidates.map((ref) => ({ value: refKey(ref), label: ref.table ?? ref.sheet })),
    table: refKey(accountsRef),
    balance: say('summary.balance', {
      metric: metrics.map((metric) => metricName(say, metric)).join(', '),
      tolerance: numbers.percent(first?.tolerance ?? 0),
      header:
        metrics
          .flatMap(({ fields }) => fields.map((field) => source.headers[mapping[field] ?? -1] ?? ''))
          .filter((header) => header !== '')
          .join(' + ') || 'none',
    }),
    metrics: choices.map((id) => ({ value: id, label: nameOf(say, id) })),
    metric: current,
    tolerance: first?.tolerance ?? 0.1,
    rates: ratesOf(understanding.exchange),
    team: say('summary.team', {
      territories: seats.length,
      source: roster.source,
      open: seats.filter((r) => r.tbh).length,
    }),
    territories: seats.length,
    places: say('summary.places', { located, count: accounts.count }),
    columns: {
      lines: (Object.keys(ACCOUNT_FIELDS) as AccountField[]).map((field) => ({
        field,
        label: say(`field.${field}`),
        header: source.headers[mapping[field] ?? -1] ?? '',
        doubtful: doubtful.includes(field),
      })),
      headers: source.headers,
    },
    teams: understanding.teams.map((ref) => ({ value: refKey(ref), label: ref.table ?? ref.sheet })),
    teamTable: understanding.repsRef === undefined ? '' : refKey(understanding.repsRef),
    teamColumns: teamColumns(understanding, say),
    findings: findingGroups(understanding, say, numbers),
    warnings: understanding.notices
      .filter(({ severity }) => severity === 'warning')
      .map((notice) => wordNotice(say, numbers, notice)),
    credit: PLACES_CREDIT,
    blocked:
      understanding.blocked === undefined ? undefined : wordFailure(say, numbers, understanding.blocked),
  };
}

function ratesOf({ currencies, base, rates }: Exchange): RateLine[] {
  if (currencies.length < 2 || base === undefined) return [];
  return currencies
    .filter((currency) => currency !== base)
    .map((currency) => ({ currency, base, rate: rates[currency] }));
}

function teamColumns({ repsSource, repMapping }: Understanding, say: Say): ColumnChoices | undefined {
  if (repsSource === undefined) return undefined;
  const { headers } = repsSource;
  return {
    lines: (Object.keys(REP_FIELDS) as RepField[]).map((field) => ({
      field,
      label: say(`rep.${field}`),
      header: headers[repMapping[field] ?? -1] ?? '',
      doubtful: false,
    })),
    headers,
  };
}

function nameOf(say: Say, id: string): string {
  const fields =
    id === 'count' ? [] : id.split('+').flatMap((name) => BALANCE_FIELDS.find((f) => f === name) ?? []);
  return metricName(say, { fields });
}

/** A table reference as one string, to choose by. */
export function refKey({ sheet, table, headerRow, firstColumn }: TableRef): string {
  return table ?? `${sheet}!R${headerRow}C${firstColumn}`;
}

function findingGroups({ findings }: Understanding, say: Say, numbers: Numbers): FindingGroup[] {
  return findingKinds(findings).map(({ code, severity, count, listed }) => ({
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
