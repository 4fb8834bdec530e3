import { accountLabel } from '../../../plan/accounts';
import { quoteSheet } from '../../../plan/cells';
import type { MetricSpec } from '../../../plan/metrics';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { AccountList } from '../../understanding/account-list';

/** Accounts with a place, in their territories: what the map shows. */
export interface MapPreview {
  /** N values each: degrees and territory index; accounts without a place are left out. */
  readonly longitude: Float32Array;
  readonly latitude: Float32Array;
  readonly territory: Int16Array;
  /** Territory index of today's owner, −1 where there is none or the plan has no seat for one. */
  readonly today: Int16Array;
  /** Account index of each point, for labels and selection. */
  readonly account: Int32Array;
  readonly centres: readonly {
    readonly longitude: number;
    readonly latitude: number;
    readonly name: string;
    /** Blank for an open seat. */
    readonly owner: string;
  }[];
  /** What is said of a point; made when asked. */
  about(point: number): AccountOnMap;
  /** The point of the account in a row of the list, −1 for none. */
  pointIn(sheet: string, row: number): number;
}

/** An account as the map tells of it. */
export interface AccountOnMap {
  readonly name: string;
  /** `Potential 48,200`; undefined where accounts are only counted. */
  readonly value: string | undefined;
  /** Its row in the sheet. */
  readonly address: string;
}

/** What of a plan a map is made from. */
export interface Mapped {
  /** N values: territory of each account and of its owner today; −1 none. */
  readonly assignment: Int32Array;
  readonly current: Int32Array;
  readonly centres: readonly { readonly latitude: number; readonly longitude: number }[];
  readonly territories: readonly { readonly name: string; readonly owner?: string | undefined }[];
  /** What is told of each account beside its name. */
  readonly value?: { readonly spec: MetricSpec; readonly weight: Float64Array };
}

/** Undefined where no account has a place. */
export function mapOf(list: AccountList, plan: Mapped, say: Say, numbers: Numbers): MapPreview | undefined {
  const { accounts } = list;
  const { latitude, longitude } = accounts.places;
  const located: number[] = [];
  for (let i = 0; i < accounts.count; i++) if (!Number.isNaN(latitude[i] ?? NaN)) located.push(i);
  if (located.length === 0) return undefined;
  const { value } = plan;
  const placeOf = placesOf(list);
  return {
    account: Int32Array.from(located),
    latitude: Float32Array.from(located, (i) => latitude[i] ?? 0),
    longitude: Float32Array.from(located, (i) => longitude[i] ?? 0),
    territory: Int16Array.from(located, (i) => plan.assignment[i] ?? -1),
    today: Int16Array.from(located, (i) => plan.current[i] ?? -1),
    centres: plan.centres.map((centre, j) => ({
      ...centre,
      name: plan.territories[j]?.name ?? '',
      owner: plan.territories[j]?.owner ?? '',
    })),
    about: (point) => {
      const i = located[point] ?? 0;
      const isCounted = value === undefined || value.spec.fields.length === 0;
      return {
        name: accountLabel(accounts, i),
        value: isCounted
          ? undefined
          : `${metricLabel(say, value.spec)} ${numbers.whole(value.weight[i] ?? 0)}`,
        address: rowOf(list, i),
      };
    },
    pointIn: (sheet, row) =>
      located.findIndex((i) => {
        const place = placeOf(i);
        return place.row === row && place.sheet === sheet;
      }),
  };
}

/** The row of an account in its sheet, as an address. */
export function rowOf(list: AccountList, account: number): string {
  const { sheet, row } = placesOf(list)(account);
  return `${quoteSheet(sheet)}!${row}:${row}`;
}

/** Where an account stands in the workbook: in a list that is summed up from another, the first row of that. */
const placesOf =
  ({ accounts, derived, source }: AccountList) =>
  (i: number): { readonly sheet: string; readonly row: number } => {
    const at = { sheet: accounts.sheet, row: accounts.sheetRow[i] ?? 0, column: source.firstColumn };
    return derived === undefined ? at : derived.traced({ code: 'more', severity: 'note', read: '', ...at });
  };
