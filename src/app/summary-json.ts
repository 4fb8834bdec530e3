import { accountLabel } from '../plan/accounts';
import type { Failure } from '../plan/failures';
import { wholeOf } from '../plan/design';
import type { ChangesOfOwner } from '../plan/owner-changes';
import type { LayerNames } from '../plan/ownership';
import { numbers } from '../text/numbers';
import { isMessageId, speak, type MessageId, type Say } from '../text/say';
import type { DesignedPlan } from './design';
import { findingKinds } from './findings';
import { USUAL_OPEN } from '../plan/open';
import { serialDay } from '../plan/schedule';
import { changesOf } from './changes-of-owner';
import { interimLoads, openDay, openSeats } from './open-seats';
import { ownersIn } from './schedule';
import { dateSerial } from './time';
import { quotaRemarks } from './pages/quota/view';
import { payFigures } from './pay-figures';
import { quotaBridges } from './quota-bridges';
import { quotaFigures } from './quota-figures';
import { sharedQuotas } from './shared-quotas';
import { quotaBasis } from './quota-sources';
import type { Bridge } from '../quota/bridge';
import type { PartBridge } from '../quota/bridge-by';
import { CENTS, roundTo } from '../quota/round';
import { headlineOf } from './pages/design/preview';
import { teamSentence } from './pages/design/summary';
import { qualityLines, type CodedLine } from './quality';
import type { Understanding } from './understanding/understand';
import { findingsOf } from './understanding/findings-of';
import { titleOf, wordFailure, wordNotice } from './sentences';

/** What `--json` prints: fractions, not per cent; null where there is no such figure. */
export interface HeadlessSummary {
  readonly headline: string;
  readonly accounts: number;
  readonly placed: number;
  readonly unassigned: number;
  readonly territories: number;
  /** Nobody said how many territories: the number is a proposal. */
  readonly proposed: boolean;
  /** Accounts with a point, and those of which only the region or country is known. */
  readonly located: { readonly points: number; readonly regions: number };
  readonly metrics: readonly { name: string; tolerance: number; worstDeviation: number; cv: number }[];
  readonly met: boolean;
  /** Accounts too large for any fair share: the figures of metrics are those of the other territories beside them. */
  readonly oversized?: readonly { account: string; territory: string }[];
  readonly meanKm: number | null;
  readonly p90Km: number | null;
  readonly gap: number | null;
  /** Territories in one piece, where they were to be. */
  readonly connected?: { readonly whole: number; readonly of: number };
  /** Changes of owner as the column Moved? says them, in all and by kind. */
  readonly moved: ChangesOfOwner;
  readonly columns: Readonly<Record<string, string>>;
  readonly sheets: Readonly<Record<string, string>>;
  readonly mapping: Readonly<Record<string, string>>;
  readonly seconds: { readonly read: number; readonly design: number; readonly write: number };
  readonly run: {
    readonly seed: number;
    readonly version: string;
    readonly inputHash: string;
    readonly resultHash: string;
  };
  /** Quotas, where a plan number was said: the bridge, and a line a seat. */
  readonly quota?: QuotaJson;
  /** Territories that wait for their owner, and what covering them asks of people besides their own. */
  readonly open: OpenJson;
  readonly warnings: readonly string[];
  /** Every finding in the data: what was read, what was understood. */
  readonly findings: readonly CodedLine[];
  readonly output: string;
}

/** Money in currency units. */
export interface QuotaJson extends Bridge {
  readonly lines: readonly Bridge[];
  /** The same bridge of the seats of each manager, and of each segment. */
  readonly byManager: readonly PartBridge[];
  readonly bySegment: readonly PartBridge[];
  readonly seats: readonly {
    readonly territory: string;
    readonly owner: string;
    /** Line of the plan, from 1. */
    readonly line: number;
    readonly potential: number;
    /** Deployed share, 0 … 1. */
    readonly share: number;
    readonly fullYear: number;
    readonly calculated: number;
    readonly override: number | null;
    /** What the inputs say, and what is in force: the same until quotas are issued. */
    readonly final: number;
    readonly inForce: number;
    /** Ramp × capacity × skill match, and the last of these, 0 … 1; null where nobody knows. */
    readonly capability: number | null;
    readonly skillMatch: number | null;
  }[];
  /** Reps who share seats: `split`, `fullYear` and `inForce` are null while their parts are no whole. */
  readonly shared: readonly {
    readonly territory: string;
    readonly rep: string;
    readonly split: number | null;
    readonly fullYear: number | null;
    readonly inForce: number | null;
  }[];
}

/** Days are ISO, null where nobody knows; names are blank for nobody. */
export interface OpenJson {
  readonly territories: readonly {
    readonly territory: string;
    readonly state: 'open' | 'starts' | 'away';
    readonly owner: string;
    readonly interim: string;
    readonly future: string;
    readonly from: string | null;
  }[];
  /** Parts of a fair share of what is balanced first, and whether that is above the cap. */
  readonly interim: readonly { readonly person: string; readonly part: number; readonly aboveCap: boolean }[];
}

function openJson(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  { plan, record }: Pick<DesignedPlan, 'plan' | 'record'>,
): OpenJson {
  const day = openDay(understanding, record, dateSerial(new Date(record.designedAt)));
  const seats = openSeats(understanding, record, day);
  const { cap } = understanding.settings.open ?? USUAL_OPEN;
  const [metric] = plan.metrics;
  const owners = ownersIn(understanding, record);
  const loads = metric === undefined ? [] : interimLoads(seats, owners, metric.load, metric.target);
  return {
    territories: seats.map(({ territory, state, owner, interim, future, from }) => ({
      territory,
      state,
      owner,
      interim,
      future,
      from: from === undefined ? null : serialDay(from),
    })),
    interim: loads.map(({ person, part }) => ({ person, part: roundTo(part, 6), aboveCap: part > cap })),
  };
}

/** How the writing went. */
interface Outcome {
  readonly seconds: HeadlessSummary['seconds'];
  /** Codes of what the copy could not carry. */
  readonly lost: readonly string[];
  /** The input held a plan that was neither kept nor reverted; it counts as kept. */
  readonly isKept: boolean;
  /** What stands in the workbook and could not be used. */
  readonly refused: readonly Failure[];
  /** False: the formulas are in the file without values. */
  readonly calculate: boolean;
  readonly output: string;
}

export function summaryJson(
  understanding: Understanding,
  { plan, record }: DesignedPlan,
  names: LayerNames,
  { seconds, lost: notCarried, refused, isKept, calculate, output }: Outcome,
): HeadlessSummary {
  const say = speak(understanding.settings.language);
  const plain = numbers(understanding.settings.language);
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const quota = understanding.settings.quota && quotaJson(understanding, record, plan.assignment, say);
  return {
    headline: headlineOf(plan, say, plain),
    accounts: understanding.list.accounts.count,
    placed: plan.placed,
    unassigned: plan.unassigned,
    territories: plan.territories.length,
    proposed: understanding.choices.proposed,
    located: locatedOf(understanding),
    metrics: plan.metrics.map(({ spec, worstDeviation, cv }) => ({
      name: spec.id,
      tolerance: spec.tolerance,
      worstDeviation,
      cv,
    })),
    met: plan.withinTolerance,
    ...(plan.oversized === undefined
      ? {}
      : {
          oversized: Array.from(plan.oversized, (i) => ({
            account: accountLabel(understanding.list.accounts, i),
            territory: plan.territories[plan.assignment[i] ?? -1]?.name ?? '',
          })),
        }),
    meanKm: finite(plan.meanKm),
    p90Km: finite(plan.p90Km),
    gap: finite(plan.gap),
    ...(plan.pieces === undefined
      ? {}
      : { connected: { whole: wholeOf(plan.pieces), of: plan.territories.length } }),
    moved: changesOf({ plan, record, from: understanding }),
    columns: names.columns,
    sheets: names.sheets,
    mapping: Object.fromEntries([
      ...Object.entries(understanding.list.mapping).map(
        ([field, c]) => [field, understanding.list.source.headers[c] ?? ''] as const,
      ),
      ...[...(understanding.list.beside ?? [])].map(([field, { label }]) => [field, label] as const),
    ]),
    seconds,
    run: {
      seed: record.seed,
      version: record.version,
      inputHash: record.inputHash,
      resultHash: record.resultHash,
    },
    ...(quota === undefined ? {} : { quota: quota.json }),
    open: openJson(understanding, { plan, record }),
    warnings: [
      ...(isKept ? [say('notice.keptBefore')] : []),
      ...refused.map((failure) => wordFailure(say, plain, failure)),
      ...(understanding.choices.proposed ? [teamSentence(understanding, say)] : []),
      ...plan.notices.map((notice) => wordNotice(say, plain, notice)),
      ...countedFindings(understanding),
      ...(quota?.remarks ?? []),
      ...lostInWords(say, notCarried),
      ...(calculate ? [] : [say('notice.notCalculated')]),
    ],
    findings: qualityLines(understanding),
    output,
  };
}

function quotaJson(
  understanding: Understanding,
  record: DesignedPlan['record'],
  assignment: Int32Array,
  say: Say,
): { readonly json: QuotaJson; readonly remarks: readonly string[] } {
  const basis = quotaBasis(understanding, record);
  const figures = quotaFigures(understanding, basis, assignment);
  const { quotas, seats, fits } = figures;
  const { capability } = payFigures(basis, figures);
  const part = (of: number | undefined): number | null => (of === undefined ? null : roundTo(of, 9));
  // As cells show it: what floating point leaves behind the last digit is no money.
  const amount = (of: number): number => roundTo(of, basis.quota.digits ?? CENTS);
  const json = {
    ...quotas.bridge,
    lines: quotas.lines,
    ...quotaBridges(basis, figures, say),
    seats: quotas.rows.map(({ line, seat, share, fullYear, calculated, override, final, inForce }) => ({
      territory: basis.seats[seat]?.territory ?? '',
      owner: basis.seats[seat]?.owner ?? '',
      line: line + 1,
      potential: amount(seats[seat]?.potential ?? 0),
      share: roundTo(share, 9),
      fullYear: amount(fullYear),
      calculated: amount(calculated),
      override: override ?? null,
      final,
      inForce,
      capability: part(capability[seat]),
      skillMatch: part(fits[seat]),
    })),
    shared: sharedQuotas(basis, figures).map(({ seat, ...one }) => ({
      territory: basis.seats[seat]?.territory ?? '',
      ...one,
    })),
  };
  return { json, remarks: quotaRemarks(understanding, basis, figures, say) };
}

function locatedOf({ list: { accounts } }: Pick<Understanding, 'list'>): HeadlessSummary['located'] {
  const { latitude, country } = accounts.places;
  let points = 0;
  let regions = 0;
  latitude.forEach((degrees, i) => {
    if (!Number.isNaN(degrees)) points++;
    else if ((country.codes[i] ?? -1) >= 0) regions++;
  });
  return { points, regions };
}

/** Findings by kind: how many, and where the first is. */
function countedFindings(
  understanding: Pick<Understanding, 'settings' | 'list' | 'team' | 'choices'>,
): string[] {
  const say = speak(understanding.settings.language);
  return findingKinds(findingsOf(understanding)).map(({ code, severity, count, listed }) =>
    say('findings.counted', { title: titleOf(say, code), count, severity, row: listed[0]?.row ?? 0 }),
  );
}

function wordPart(say: ReturnType<typeof speak>, code: string): string {
  const id = `part.${code}`;
  return isMessageId(id) ? say(id satisfies MessageId) : code;
}

/** What the written workbook could not carry. @param codes as the workbench names them */
export const lostInWords = (say: Say, codes: readonly string[]): string[] =>
  codes.length === 0
    ? []
    : [say('notice.notCarried', { items: codes.map((code) => wordPart(say, code)).join(', ') })];
