import { numberAt } from '../plan/columns';
import { changeId, nextNumber, ofAccounts, type LoggedChange } from '../plan/change-log';
import { MAIN_LAYER } from '../plan/layer';
import { isLeftOut } from '../plan/rules/lock-kinds';
import { UNASSIGNED } from '../plan/territory';
import { buildSheet, sourcesOf } from '../reports/sheet';
import { changeLog } from '../reports/change-log';
import { balance } from '../reports/balance';
import { metricLabel } from '../reports/context';
import { SHEETS } from '../reports/registry';
import type { SheetSpec } from '../reports/spec';
import { territoryPlan } from '../reports/territory-plan';
import { speak } from '../text/say';
import { approvalEdit, approvalsIn } from './approval';
import { changesIn, knownBy, sharesOf, type Change } from './changes';
import { editOrder } from './edit-order';
import { objectionsTo, wordObjection } from './objections';
import { readOwnTable, refuseUnread } from './own-table';
import { HOLD_COLUMNS, hasHoldColumns, holdCells } from './holds';
import { datedFor } from './dated';
import { DATED_KEY, LOG_KEY, NOTHING_LOGGED, readLog } from './logged';
import type { Clock, EditOrder, WorkbookPort, WriteOrder } from './ports';
import { isSummed } from './plain-columns';
import { quotaCarried } from './quota-moves';
import { heldIn } from './quota-held';
import { payCarried } from './pay-effect';
import { quotaBasis } from './quota-sources';
import { standingSheets } from './standing-sheets';
import { ourColumn } from './understanding/our-column';
import type { StandingMetric, StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What is said of changes that are accepted together. */
export interface Acceptance {
  readonly by: string;
  readonly reason: string;
  /** ISO day. */
  readonly effective: string;
}

/**
 * Accepts what is proposed: the column of what is accepted, a row on the log for each, and who keeps until when what is
 * still to come, in one job. What was proposed for a day of its own is accepted for that.
 */
export async function acceptanceOrder(
  changes: readonly Change[],
  said: Acceptance,
  understanding: Understanding,
  standing: StandingPlan,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<WriteOrder> {
  const before = await readLog(workbook);
  const at = clock.now().toISOString();
  const names = standing.record.territories;
  const basis = quotaBasis(understanding, standing.record);
  const log = [...before, ...rowsOf(changes, said, understanding, standing, { before, at, basis })];
  const heldThen = heldIn(understanding, standing.record, basis.quota, basis.year, ofAccounts(log)).length;
  // One word in both columns, as the plan has it: neither blanks around it nor another case tells them apart.
  const words = new Map(changes.map(({ account, to }) => [account, names[to]?.name ?? UNASSIGNED]));
  const wordOf = (account: number) => words.get(account);
  const { layer, rows, cells } = editOrder(understanding, 'accepted', wordOf);
  const { cells: proposed } = editOrder(understanding, 'territory', wordOf);
  const locks = lockWords(changes, said, understanding, standing);
  const accepted = new Set(changes.map(({ account, label }) => knownBy(understanding, account, label)));
  const stillOpen = new Set(
    changesIn(understanding, standing).flatMap(({ account }) => (words.has(account) ? [] : [account])),
  );
  return {
    layer,
    sheets: [
      // Before they are issued they follow the Territory cells by themselves.
      // What is to come in the course of the year counts by its day.
      ...(basis.quota.issued === undefined && basis.held.length + heldThen === 0
        ? []
        : await quotaSheets(log, understanding, workbook, clock)),
      await logSheet(log, understanding, standing, workbook, at),
    ],
    edit: {
      layer,
      rows,
      cells: [
        ...cells,
        ...proposed,
        ...(locks.size === 0 ? [] : editOrder(understanding, 'lock', (i) => locks.get(i)).cells),
        ...holdEdit(understanding, standing, log, at.slice(0, 10), wordOf),
        ...approvalEdit(understanding, new Map(), stillOpen),
      ],
    },
    decision: false,
    remember: { [LOG_KEY]: log, [DATED_KEY]: standing.dated.filter(({ account }) => !accepted.has(account)) },
  };
}

/** The rows that accepted changes have on the log, each with what is known of it on that day. @param at ISO time */
function rowsOf(
  changes: readonly Change[],
  said: Acceptance,
  understanding: Understanding,
  standing: StandingPlan,
  {
    before,
    at,
    basis,
  }: {
    readonly before: readonly LoggedChange[];
    readonly at: string;
    readonly basis: ReturnType<typeof quotaBasis>;
  },
): LoggedChange[] {
  const say = speak(understanding.settings.language);
  const { by, reason } = said;
  const shares = sharesOf(changes, standing, understanding);
  const shareOf = (territory: number): LoggedChange['fromShare'] => {
    const [was, is] = shares.get(territory) ?? [];
    return was === undefined || is === undefined || !Number.isFinite(was + is) ? null : [was, is];
  };
  const quotaOf = quotaCarried(understanding, basis, before);
  const payOn = payCarried(understanding, basis);
  const quotaWith = (change: Change, known: string): Pick<LoggedChange, 'quota' | 'pay'> => {
    const quota = quotaOf(change, known);
    return { ...(quota === undefined ? {} : { quota }), ...payOn(quota, change.from, change.to) };
  };
  const booked = isSummed(understanding.list, 'bookingsYtd')
    ? understanding.list.accounts.number.bookingsYtd
    : undefined;
  const against = objectionsTo(changes, understanding, standing);
  const decided = new Map(
    approvalsIn(understanding, standing, changes).flatMap(({ change, state, by: who }) =>
      state === 'approved' ? [[change.account, who] as const] : [],
    ),
  );
  const first = nextNumber(before);
  return datedFor(changes, said, understanding, standing).map(
    ({ change, known, effective, until, reason: own }, n): LoggedChange => {
      const decidedBy = decided.get(change.account);
      return {
        id: changeId(first + n),
        at,
        by: by.trim(),
        account: known,
        name: change.label,
        from: change.was,
        to: standing.record.territories[change.to]?.name ?? UNASSIGNED,
        reason:
          [own ?? '', reason.trim()].filter((word) => word !== '').join('; ') ||
          (change.was === '' ? say('log.newAccount') : ''),
        ...(decidedBy === undefined ? {} : { decidedBy }),
        against: (against.get(change.account) ?? []).map((one) => wordObjection(say, one)).join('; '),
        effective,
        ...(until === undefined ? {} : { until }),
        ...quotaWith(change, known),
        ...(booked === undefined ? {} : { booked: numberAt(booked, change.account) ?? 0 }),
        fromShare: shareOf(change.from),
        toShare: shareOf(change.to),
      };
    },
  );
}

/** What Lock says of what is gone, so that no design places it again, and of what comes back. */
function lockWords(
  changes: readonly Change[],
  said: Acceptance,
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  standing: StandingPlan,
): ReadonlyMap<number, string> {
  const say = speak(understanding.settings.language);
  const { list, book, choices } = understanding;
  if (!ourColumn({ whole: list.whole, owned: book.owned }, 'lock').isThere) return new Map();
  return new Map(
    datedFor(changes, said, understanding, standing).flatMap(({ change: { account, to }, lock }) =>
      lock !== undefined
        ? [[account, say(`lock.${lock}`)] as const]
        : to >= 0 && isLeftOut(choices.locks.kind(account))
          ? [[account, ''] as const]
          : [],
    ),
  );
}

/** The sheets of quota that stand, with what has moved since they were issued. */
export async function quotaSheets(
  log: readonly LoggedChange[],
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<readonly SheetSpec[]> {
  const { book } = understanding;
  const stands = standingSheets(understanding);
  const modules = SHEETS.filter((module) => module.source === 'quota' && stands(module));
  // Without Balance and the plan they have nothing to compute from: the next plan brings all of them.
  if (modules.length === 0 || ![balance, territoryPlan].every(stands)) return [];
  const { sheetsAlone } = await import('./write-order');
  const now = { ...understanding, book: { ...book, logged: { ...NOTHING_LOGGED, ...book.logged, log } } };
  return (await sheetsAlone(modules, now, workbook, clock)).sheets;
}

/** Cells that say who keeps what until when; none where the list has no columns for it. */
export function holdEdit(
  understanding: Understanding,
  standing: StandingPlan,
  log: readonly LoggedChange[],
  today: string,
  accepted?: (account: number) => string | undefined,
): EditOrder['cells'] {
  if (!hasHoldColumns(understanding)) return [];
  const cells = holdCells(understanding, standing, log, today, accepted);
  return HOLD_COLUMNS.flatMap((key) => editOrder(understanding, key, (i) => cells[key].get(i)).cells);
}

/** The sheet of the log, as of a moment. @param at ISO time */
export async function logSheet(
  log: readonly LoggedChange[],
  understanding: Pick<Understanding, 'settings' | 'book'>,
  { metrics: [metric] }: { readonly metrics: readonly Pick<StandingMetric, 'spec'>[] },
  workbook: WorkbookPort,
  at: string,
): Promise<SheetSpec> {
  const say = speak(understanding.settings.language);
  await refuseUnread([changeLog], understanding.book.survey, workbook);
  const notes = await notesIn(understanding, workbook);
  const sources = sourcesOf({
    log: () => ({
      layer: MAIN_LAYER,
      say,
      metric: metric === undefined ? '' : metricLabel(say, metric.spec),
      log,
      notes,
      at,
    }),
  });
  return buildSheet(changeLog, sources);
}

/** What users wrote beside changes, by their ids, wherever rows stand by now. */
async function notesIn(
  { book: { survey } }: Pick<Understanding, 'book'>,
  workbook: WorkbookPort,
): Promise<Map<string, string>> {
  const table = await readOwnTable(workbook, survey, changeLog.key, 'changeLog');
  if (table === undefined) return new Map();
  const ids = table.needed('id');
  const notes = table.needed('note');
  return new Map(ids.map((id, n) => [String(id), String(notes[n] ?? '')]));
}
