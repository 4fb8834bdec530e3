import type { OnProgress, RevertReport } from '../app/ports';
import { Failure } from '../plan/failures';
import { anchor, isOfList, readAnchors } from './anchors';
import { eachInTurn } from './cells';
import {
  drop,
  readCheckpoint,
  setStatus,
  unusable,
  CHECKPOINT_SHEET,
  type CheckpointName,
  type Status,
} from './checkpoint';
import { RECORD_SHEET, type Journal } from './journal';
import { openHidden } from './hidden';
import { beating, type Desk } from './lease';
import { withExcel } from './office';
import { keptCells } from './kept-list';
import { restoreAccounts, unlike } from './restore-accounts';
import { planAccounts, type AccountsPlan } from './revert-accounts';
import { brokenFormulas, brokenSince, type BrokenFormulas } from './references';
import { planSheets, planShifted, standsAsPlanned, type SheetPlan } from './plan-sheets';
import { hasMoved, isUnlike, raiseBefore, restoreSheet } from './restore-sheets';
import { contentsBefore } from './sheet-rooms';
import { movedOn } from './make-room';
import { planNames } from './plan-names';
import { MOST_TRIES } from './read-steadily';
import { giveNames, takeNames } from './revert-names';
import { lookAtFills, unfillCells } from './unfill-cells';
import { writeStore } from './hidden-store';
import { sideBySide } from './side-by-side';
import {
  giveSpoken,
  isNothing,
  notedOf,
  NOTHING_SPOKEN,
  spokenBeside,
  type Spoken,
} from './spoken-elsewhere';
import { REFUSED } from './verify-sheets';

/** What Revert is going to do, and what it cannot: found before anything is touched. */
interface RevertPlan {
  readonly accounts: AccountsPlan | undefined;
  readonly sheets: readonly SheetPlan[];
  readonly renamed: NonNullable<Status['renamed']>;
  readonly report: RevertReport;
  /** What of the user's speaks of tables that are raised elsewhere. */
  readonly spoken?: Spoken;
}

/** What sheets are called, and were. */
const namesOf = (sheets: readonly SheetPlan[]): ReadonlySet<string> =>
  new Set(sheets.flatMap(({ name, isNow = name }) => [name, isNow]));

/** @throws Failure when something stands in the way; nothing has been touched then */
async function planRevert(
  context: Excel.RequestContext,
  journal: Journal,
  { phase, renamed: earlier, rooms, met, areSheetsUntouched }: Status,
): Promise<RevertPlan> {
  await openHidden(context);
  const anchors = await readAnchors(context);
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  await lookAtFills(context, journal.fills ?? []);
  const accounts = journal.accounts && (await planAccounts(context, journal.accounts, phase, met?.columns));
  const sheets = await planSheets(
    context,
    journal.sheets.filter(({ next }) => areSheetsUntouched !== true || next === undefined),
    anchors,
    phase,
    rooms,
    met?.sheets,
  );
  // Where no sheet has been touched yet, nothing has been asked for.
  if (sheets.length === 0) await context.sync();
  const goes = new Set(sheets.flatMap(({ before, stays, isNow }) => (before || stays ? [] : [isNow])));
  if (!worksheets.items.some(({ name, visibility }) => visibility === 'Visible' && !goes.has(name)))
    throw new Failure('noVisibleSheet');
  const isKept = (journal.accounts?.kept.length ?? 0) > 0 || journal.sheets.some(({ before }) => before);
  const renamed = earlier ?? (isKept ? await planNames(context, journal, accounts, sheets) : []);
  return { accounts, sheets, renamed, report: reportOf({ accounts, sheets, renamed }) };
}

/** @param gone how many cells that users have filled go with columns, as far as that is known */
function reportOf(
  { accounts, sheets, renamed }: Omit<RevertPlan, 'report'>,
  gone = accounts?.typedGone ?? 0,
): RevertReport {
  const typedGone = sheets.reduce((sum, { room }) => sum + (room.typedGone ?? 0), gone);
  return {
    isUntouched:
      (accounts?.isUntouched ?? true) &&
      (accounts?.met.size ?? 0) === 0 &&
      sheets.every(({ isAsBefore }) => isAsBefore) &&
      typedGone === 0 &&
      renamed.length === 0,
    ...(accounts === undefined ? {} : accounts.report),
    ...(typedGone > 0 && { typedGone }),
    sheetsStay: sheets
      .filter(({ stays, holdsObjects }) => stays && !holdsObjects)
      .map(({ isNow, name }) => isNow ?? name),
    objectsStay: sheets.filter(({ holdsObjects }) => holdsObjects).map(({ isNow, name }) => isNow ?? name),
    moved: sheets.flatMap(({ isNow, name, room }) => movedOn(isNow ?? name, room)),
  };
}

/** What is decided once, and holds if reverting has to be begun again. */
const decided = ({
  renamed,
  sheets,
}: Pick<RevertPlan, 'renamed' | 'sheets'>): Pick<Status, 'renamed' | 'rooms'> => ({
  renamed,
  rooms: Object.fromEntries(sheets.map(({ key, room }) => [key, { ...room, stay: [] }])),
});

/**
 * Gives back the workbook as the journal found it, as far as it is ours. Every step looks first whether it is
 * still needed, so it can be run again after a break, and after a job that broke off anywhere.
 */
async function carryOut(
  context: Excel.RequestContext,
  name: CheckpointName,
  desk: Desk,
  journal: Journal,
  plan: RevertPlan,
  before: BrokenBefore,
  status: Status,
  onProgress: OnProgress,
): Promise<RevertReport> {
  let said = status;
  const note: Note = (more) => {
    said = { ...said, ...more, ...(more.met && { met: { ...said.met, ...more.met } }) };
    setStatus(context, name, said);
  };
  const stop = beating(context, name, desk);
  let given: Given;
  let found: Pick<RevertReport, 'broken' | 'isBrokenUnknown'>;
  try {
    given = await giveBack(context, journal, plan, status, note, onProgress);
    found = await lookForBroken(context, journal, given.sheets, before);
  } finally {
    stop();
  }
  context.workbook.application.calculationMode = journal.calculation;
  drop(context, name);
  await context.sync().catch(async (error: unknown) => {
    // It may have been carried out although its answer was an error.
    const { kind } = await withExcel((other) => readCheckpoint(other, name));
    if (kind !== 'none') throw error;
  });
  onProgress(1);
  const more = { ...given.report, ...found };
  return {
    ...given.plan,
    ...more,
    isUntouched: given.plan.isUntouched && given.isAllOurs && Object.keys(more).length === 0,
  };
}

/** What said `#REF!` before; a number after a break. Absent: nobody could speak of what was taken away yet. */
type BrokenBefore = BrokenFormulas | number | null | 'none';

/** Formulas of the user's that spoke of what is not there any more. */
async function lookForBroken(
  context: Excel.RequestContext,
  { accounts }: Journal,
  sheets: readonly SheetPlan[],
  before: BrokenBefore,
): Promise<Pick<RevertReport, 'broken' | 'isBrokenUnknown'>> {
  if (before === 'none') return {};
  if (before === undefined || before === null) return { isBrokenUnknown: true };
  const own = new Map<string, Set<number>>();
  for (const { before: was, isNow, name } of sheets)
    if (was !== undefined) own.set(isNow ?? name, new Set(contentsBefore(was).keys()));
  if (accounts !== undefined) {
    const cells = await keptCells(context, accounts);
    if (cells !== undefined) own.set(cells.sheet, cells.cells);
  }
  const now = await brokenFormulas(context, (sheet) => own.get(sheet) ?? new Set());
  if (now === undefined) return { isBrokenUnknown: true };
  if (typeof before === 'number') {
    const count = now.length - before;
    return count > 0 ? { broken: { count } } : {};
  }
  const [first, ...others] = brokenSince(before, now);
  return first === undefined ? {} : { broken: { count: 1 + others.length, first: first.address } };
}

/** What was found while all was given back. */
interface Given {
  readonly sheets: readonly SheetPlan[];
  /** What was planned, and met on the way. */
  readonly plan: RevertReport;
  readonly report: Pick<RevertReport, 'differs' | 'formulasLost'>;
  /** Nothing of the user's was met. */
  readonly isAllOurs: boolean;
}

async function giveBack(
  context: Excel.RequestContext,
  journal: Journal,
  first: RevertPlan,
  status: Status,
  note: Note,
  onProgress: OnProgress,
): Promise<Given> {
  await unfillCells(context, journal.fills ?? []);
  await takeNames(context, first.renamed);
  const { sheets, formulasLost, areWidthsTheirs, typedGone } = await giveBackCells(
    context,
    journal,
    first,
    note,
    onProgress,
  );
  const plan: RevertPlan = { ...first, sheets };
  const differs = await compare(context, journal, plan);
  // Columns that were renamed are found by these until they have their names again.
  const isTouched = ({ formula }: Journal['names'][number]) =>
    status.areSheetsUntouched !== true || formula === null;
  const isLast = ({ name, formula }: Journal['names'][number]) =>
    formula === null && anchor.isReference(name);
  await restoreNames(
    context,
    journal.names.filter((one) => isTouched(one) && !isLast(one)),
  );
  await giveNames(context, plan.renamed);
  await restoreNames(context, journal.names.filter(isLast));
  onProgress(0.8);
  await writeStore(context, RECORD_SHEET, new Map(journal.record), journal.place);
  onProgress(0.9);
  await verify(context, journal, plan);
  return {
    sheets,
    plan: reportOf(plan, typedGone),
    isAllOurs: !areWidthsTheirs,
    report: { ...(differs.length > 0 && { differs }), ...(formulasLost.length > 0 && { formulasLost }) },
  };
}

/** Puts what was met on the way into the request: it is given back if reverting has to be begun again. */
type Note = (more: Pick<Status, 'met' | 'rooms'>) => void;

/** Cells of the list and of our sheets. Where others type or move rows meanwhile, all is given back once more. */
async function giveBackCells(
  context: Excel.RequestContext,
  journal: Journal,
  plan: RevertPlan,
  note: Note,
  onProgress: OnProgress,
): Promise<{
  readonly sheets: readonly SheetPlan[];
  readonly formulasLost: readonly string[];
  readonly areWidthsTheirs: boolean;
  readonly typedGone: number;
}> {
  const { accounts } = plan;
  let { sheets } = plan;
  let areWidthsTheirs = false;
  let typedGone = accounts?.typedGone ?? 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    let isAgain = false;
    const done: SheetPlan[] = [];
    const shifted = new Set<number>();
    let formulasLost: readonly string[] = [];
    const act = async (): Promise<void> => {
      await eachInTurn(sheets, async (sheet, n) => {
        if (await raiseBefore(context, sheet)) shifted.add(n);
      });
      await giveSpoken(context, plan.spoken ?? NOTHING_SPOKEN, namesOf(sheets));
      if (journal.accounts && accounts) {
        const list = await restoreAccounts(context, journal.accounts, accounts, (columns) => {
          note({ met: { columns } });
        });
        ({ formulasLost } = list);
        if (list.areWidthsTheirs) areWidthsTheirs = true;
        typedGone = Math.max(typedGone, list.typedGone);
      }
      onProgress(0.5);
      await eachInTurn(sheets, async (sheet) => {
        const one = await restoreSheet(context, sheet, accounts?.gone ?? [], journal);
        if (one.areWidthsTheirs) areWidthsTheirs = true;
        if (one.isAgain) isAgain = true;
        done.push(one.plan);
      });
    };
    try {
      await act();
    } catch (error) {
      // A row that others put in: formulas do not find what they speak of.
      if (!(error instanceof OfficeExtension.Error) || !REFUSED.includes(error.code)) throw error;
      await eachInTurn(sheets, async (sheet, n) => {
        if (await hasMoved(context, sheet)) shifted.add(n);
      });
      if (shifted.size === 0) throw error;
      done.push(...sheets.slice(done.length));
    }
    if (shifted.size > 0) isAgain = true;
    for (const n of shifted) {
      const sheet = done[n];
      if (sheet !== undefined && sheet.before !== undefined)
        done[n] = { ...sheet, shifted: sheet.shifted ?? [] };
    }
    if (!isAgain) return { sheets: done, formulasLost, areWidthsTheirs, typedGone };
    const next: SheetPlan[] = [];
    await eachInTurn(done, async (sheet) => {
      next.push(
        sheet.shifted === undefined ? sheet : ((await planShifted(context, sheet, journal.sheets)) ?? sheet),
      );
    });
    sheets = next;
    note(decided({ renamed: plan.renamed, sheets }));
  }
  throw new Failure('sheetMoved', { sheet: sheets.find(({ shifted }) => shifted)?.name ?? '' });
}

/** Takes back the plan that was applied. @throws Failure before anything is touched, or when it breaks */
export async function revertApplied(desk: Desk, onProgress: OnProgress): Promise<RevertReport> {
  return withExcel(async (context) => {
    const found = await readCheckpoint(context, CHECKPOINT_SHEET);
    if (found.kind === 'damaged') throw unusable(found);
    if (found.kind !== 'whole') throw new Failure('nothingPending');
    const { application } = context.workbook;
    application.load('calculationMode');
    const before = await brokenFormulas(context);
    await context.sync();
    const { journal, status } = found;
    const plan = await planSteadily(context, journal, status);
    const calculation =
      status.phase === 'applied' ? application.calculationMode : (status.calculation ?? journal.calculation);
    const spoken = await spokenBeside(
      context,
      plan.sheets.map((sheet) => ({
        names: [...namesOf([sheet])],
        now: sheet.tablesNow,
        next: sheet.before?.tables ?? [],
        was: sheet.next,
        willBe: sheet.before?.spec,
      })),
    );
    // From here on a break means: finish reverting on the next opening.
    const reverting: Status = {
      phase: 'reverting',
      pane: desk.pane,
      calculation,
      ...decided(plan),
      broken: before === undefined ? null : before.length,
      ...(!isNothing(spoken) && { spoken: notedOf(spoken) }),
    };
    setStatus(context, CHECKPOINT_SHEET, reverting);
    application.calculationMode = 'Manual';
    await context.sync();
    return carryOut(
      context,
      CHECKPOINT_SHEET,
      desk,
      { ...journal, calculation },
      { ...plan, spoken },
      before,
      reverting,
      onProgress,
    );
  });
}

/** Plans until nobody moves what stands on our sheets meanwhile. @throws Failure `sheetMoved`; nothing has been touched then */
async function planSteadily(
  context: Excel.RequestContext,
  journal: Journal,
  status: Status,
): Promise<RevertPlan> {
  let moved = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan = await planRevert(context, journal, status);
    const name = await movedSince(context, plan.sheets);
    if (name === undefined) return plan;
    moved = name;
  }
  throw new Failure('sheetMoved', { sheet: moved, outcome: 'untouched' });
}

/** The first of some sheets on which tables or blocks stand elsewhere than where they were seen. */
async function movedSince(
  context: Excel.RequestContext,
  sheets: readonly SheetPlan[],
): Promise<string | undefined> {
  const stand = await sideBySide(context, sheets, standsAsPlanned);
  const moved = sheets.find((_, n) => stand[n] === false);
  return moved && (moved.isNow ?? moved.name);
}

/** Undoes what a checkpoint says was begun; without one there is nothing to undo. */
export async function rollBack(name: CheckpointName, desk: Desk): Promise<RevertReport | undefined> {
  return withExcel(async (context) => {
    const found = await readCheckpoint(context, name);
    if (found.kind === 'damaged') throw unusable(found);
    if (found.kind === 'unfinished') {
      await openHidden(context);
      drop(context, name);
      await context.sync();
    }
    if (found.kind !== 'whole') return undefined;
    const first = await planRevert(context, found.journal, found.status);
    // What was decided when reverting began counts, else what the job that broke off had found.
    const { spoken } = found.status.phase === 'writing' ? found.journal : found.status;
    const plan: RevertPlan = { ...first, ...(spoken && { spoken }) };
    const more = found.status.renamed === undefined ? decided(plan) : {};
    const status: Status = { ...found.status, ...more, pane: desk.pane };
    setStatus(context, name, status);
    const { calculation = found.journal.calculation, broken = 'none' } = found.status;
    return carryOut(
      context,
      name,
      desk,
      { ...found.journal, calculation },
      plan,
      broken,
      status,
      () => undefined,
    );
  });
}

/** Reads again what was given back, account by account and cell by cell. @returns columns and sheets that differ */
async function compare(
  context: Excel.RequestContext,
  { accounts }: Journal,
  plan: RevertPlan,
): Promise<string[]> {
  const differs =
    accounts && plan.accounts !== undefined ? await unlike(context, accounts, plan.accounts) : [];
  const areUnlike = await sideBySide(context, plan.sheets, (context, sheet) =>
    isUnlike(context, sheet, plan.accounts?.gone ?? [], accounts?.table ?? ''),
  );
  return [
    ...differs,
    ...plan.sheets.flatMap(({ isNow, name }, n) => (areUnlike[n] === true ? [isNow ?? name] : [])),
  ];
}

async function restoreNames(context: Excel.RequestContext, names: Journal['names']): Promise<void> {
  const found = names.map(({ name, formula }) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('name');
    return { name, formula, item };
  });
  await context.sync();
  for (const { name, formula, item } of found) {
    // An anchor in the list follows its cell by itself: what it pointed to then is not where the cell is now. One that had
    // lost its cell has lost it again. Our sheets are as they were, and so are the anchors on them.
    const follows = isOfList(name);
    const isLost = formula?.includes('#REF!') === true;
    if (formula === null) {
      if (!item.isNullObject) item.delete();
    } else if (item.isNullObject) {
      context.workbook.names.add(name, formula).visible = !name.startsWith('EfAt_');
    } else if (!follows || isLost) {
      item.formula = formula;
    }
  }
  await context.sync();
}

/** Looks whether nothing of ours is left that was not there before. @throws Failure `notReverted` */
async function verify(
  context: Excel.RequestContext,
  { names, sheets }: Journal,
  plan: RevertPlan,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const made = names.filter(({ formula }) => formula === null);
  const left = made.map(({ name }) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('name');
    return item;
  });
  await context.sync();
  const there = new Set(worksheets.items.map(({ name }) => name));
  const called = (key: string) =>
    plan.renamed.find(({ kind, which }) => kind === 'sheet' && which === key)?.now;
  const wrong = sheets.find(({ key, name, before }) => {
    const planned = plan.sheets.find((one) => one.key === key && one.name === name);
    if (planned === undefined) return false;
    const { stays, isNow: now } = planned;
    if (before !== undefined) return !there.has(called(key) ?? now ?? name);
    return !stays && now !== undefined && there.has(now);
  });
  const name = left.find((item) => !item.isNullObject)?.name ?? wrong?.name;
  if (name !== undefined) throw new Failure('notReverted', { name });
}
