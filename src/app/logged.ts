import * as v from 'valibot';
import { ChangeLogSchema, type LoggedChange } from '../plan/change-log';
import { Failure } from '../plan/failures';
import { isDay } from '../plan/settings';
import { isSamePlace } from '../plan/schedule';
import type { WorkbookPort } from './ports';

/** Name under which the workbook keeps the log: the sheet may be deleted, or sorted. */
export const LOG_KEY = 'changeLog';
/** The same for days that were said of moves that are proposed. */
export const DATED_KEY = 'proposedDates';

const day = v.pipe(v.string(), v.isoDate(), v.check(isDay));
const DatedSchema = v.array(
  v.object({
    /** What the account is known by, and where it is to go: of another proposal these are not the days. */
    account: v.string(),
    to: v.string(),
    effective: day,
    until: v.optional(day),
    /** Why, for the log. */
    reason: v.optional(v.string()),
    /** A lock that the account gets once it is accepted. */
    lock: v.optional(v.literal('none')),
  }),
);

/** From which day a proposed move is to hold, and up to which it covers. */
export type DatedMove = v.InferOutput<typeof DatedSchema>[number];

/** What the workbook keeps of the year. */
export interface Logged {
  /** Oldest first; none where it cannot be read: whoever writes it says so. */
  readonly log: readonly LoggedChange[];
  readonly dated: readonly DatedMove[];
}

export const NOTHING_LOGGED: Logged = { log: [], dated: [] };

/** The log as the workbook keeps it. @throws Failure `damagedLog` where it is there and cannot be read */
export async function readLog(workbook: Pick<WorkbookPort, 'load'>): Promise<readonly LoggedChange[]> {
  const stored = await workbook.load(LOG_KEY);
  if (stored === undefined) return [];
  const parsed = v.safeParse(ChangeLogSchema, stored);
  if (!parsed.success) throw new Failure('damagedLog');
  return parsed.output;
}

export async function readLogged(workbook: Pick<WorkbookPort, 'load'>): Promise<Logged> {
  const [log, stored] = await Promise.all([
    readLog(workbook).catch((error: unknown): readonly LoggedChange[] => {
      if (error instanceof Failure && error.code === 'damagedLog') return [];
      throw error;
    }),
    workbook.load(DATED_KEY),
  ]);
  const dated = v.safeParse(DatedSchema, stored);
  return { log, dated: dated.success ? dated.output : [] };
}

/**
 * What the workbook keeps of the year where territories have other names by now: a log that goes on calling them as before
 * would not tell any more who is held, or covered.
 * @param names new name by the old one
 * @returns by key; only what speaks of one of them
 */
export function loggedUnder(
  { log, dated }: Logged,
  names: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const given = new Map([...names].map(([before, name]) => [before.toLowerCase(), name]));
  const named = (name: string) => given.get(name.trim().toLowerCase()) ?? name;
  const isOne = (name: string) => given.has(name.trim().toLowerCase());
  const ofSeat = ({ kind }: LoggedChange) => kind === 'seat';
  const then = log.map((change): LoggedChange =>
    // Of a seat these are people.
    ofSeat(change)
      ? { ...change, name: named(change.name) }
      : { ...change, from: named(change.from), to: named(change.to) },
  );
  const speaks = log.some((change) =>
    ofSeat(change) ? isOne(change.name) : isOne(change.from) || isOne(change.to),
  );
  return {
    ...(speaks ? { [LOG_KEY]: then } : {}),
    ...(dated.some(({ to }) => isOne(to))
      ? { [DATED_KEY]: dated.map((one) => ({ ...one, to: named(one.to) })) }
      : {}),
  };
}

/** The days that were said of a move; undefined where none were. */
export const datesOf = (dated: readonly DatedMove[], account: string, to: string): DatedMove | undefined =>
  dated.find((one) => one.account === account && isSamePlace(one.to, to));
