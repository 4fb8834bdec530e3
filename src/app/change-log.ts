import * as v from 'valibot';
import { changeId, ChangeLogSchema, nextNumber, type LoggedChange } from '../plan/change-log';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { UNASSIGNED } from '../plan/territory';
import { buildSheet, sourcesOf } from '../reports/sheet';
import { changeLog } from '../reports/change-log';
import { metricLabel } from '../reports/context';
import { speak } from '../text/say';
import { knownBy, sharesOf, type Change } from './changes';
import { editOrder } from './edit-order';
import { objectionsTo, wordObjection } from './objections';
import { readOwnTable, refuseRenamed } from './own-table';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** Name under which the workbook keeps the log: the sheet may be deleted, or sorted. */
const LOG_KEY = 'changeLog';

/** What is said of changes that are accepted together. */
export interface Acceptance {
  readonly by: string;
  readonly reason: string;
  /** ISO day. */
  readonly effective: string;
}

/** The log as the workbook keeps it. @throws Failure `damagedLog` where it is there and cannot be read */
export async function readLog(workbook: WorkbookPort): Promise<readonly LoggedChange[]> {
  const stored = await workbook.load(LOG_KEY);
  if (stored === undefined) return [];
  const parsed = v.safeParse(ChangeLogSchema, stored);
  if (!parsed.success) throw new Failure('damagedLog');
  return parsed.output;
}

/** Accepts what is proposed: the column of what is accepted, and a row on the log for each, in one job. */
export async function acceptanceOrder(
  changes: readonly Change[],
  { by, reason, effective }: Acceptance,
  understanding: Understanding,
  standing: StandingPlan,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<WriteOrder> {
  const say = speak(understanding.settings.language);
  const before = await readLog(workbook);
  const shares = sharesOf(changes, standing, understanding);
  const at = clock.now().toISOString();
  const first = nextNumber(before);
  const names = standing.record.territories;
  const shareOf = (territory: number): LoggedChange['fromShare'] => {
    const [was, is] = shares.get(territory) ?? [];
    return was === undefined || is === undefined || !Number.isFinite(was + is) ? null : [was, is];
  };
  const against = objectionsTo(changes, understanding, standing);
  const log = [
    ...before,
    ...changes.map((change, n): LoggedChange => ({
      id: changeId(first + n),
      at,
      by: by.trim(),
      account: knownBy(understanding, change.account, change.label),
      name: change.label,
      from: change.was,
      to: names[change.to]?.name ?? UNASSIGNED,
      reason: reason.trim() !== '' ? reason.trim() : change.was === '' ? say('log.newAccount') : '',
      against: (against.get(change.account) ?? []).map((one) => wordObjection(say, one)).join('; '),
      effective,
      fromShare: shareOf(change.from),
      toShare: shareOf(change.to),
    })),
  ];
  await refuseRenamed([changeLog], understanding.book.survey, workbook);
  const notes = await notesIn(understanding, workbook);
  const [metric] = standing.metrics;
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
  // One word in both columns, as the plan has it: neither blanks around it nor another case tells them apart.
  const words = new Map(changes.map(({ account, to }) => [account, names[to]?.name ?? UNASSIGNED]));
  const wordOf = (account: number) => words.get(account);
  const { layer, rows, cells } = editOrder(understanding, 'accepted', wordOf);
  const { cells: proposed } = editOrder(understanding, 'territory', wordOf);
  return {
    layer,
    sheets: [await buildSheet(changeLog, sources)],
    edit: { layer, rows, cells: [...cells, ...proposed] },
    decision: false,
    remember: { [LOG_KEY]: log },
  };
}

/** What users wrote beside changes, by their ids, wherever rows stand by now. */
async function notesIn(
  { book: { survey } }: Understanding,
  workbook: WorkbookPort,
): Promise<Map<string, string>> {
  const table = await readOwnTable(workbook, survey, changeLog.key, 'changeLog');
  if (table === undefined) return new Map();
  const ids = table.needed('id');
  const notes = table.needed('note');
  return new Map(ids.map((id, n) => [String(id), String(notes[n] ?? '')]));
}
