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
import {
  contentsBefore,
  isUnlike,
  planSheets,
  raiseBefore,
  restoreSheet,
  type SheetPlan,
} from './revert-sheets';
import { movedOn } from './make-room';
import { planNames } from './plan-names';
import { giveNames, takeNames } from './revert-names';
import { writeStore } from './hidden-store';

/** What Revert is going to do, and what it cannot: found before anything is touched. */
interface RevertPlan {
  readonly accounts: AccountsPlan | undefined;
  readonly sheets: readonly SheetPlan[];
  readonly renamed: NonNullable<Status['renamed']>;
  readonly report: RevertReport;
}

/** @throws Failure when something stands in the way; nothing has been touched then */
async function planRevert(
  context: Excel.RequestContext,
  journal: Journal,
  { phase, renamed: earlier, rooms }: Status,
): Promise<RevertPlan> {
  await openHidden(context);
  const anchors = await readAnchors(context);
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  const accounts = journal.accounts && (await planAccounts(context, journal.accounts, phase));
  const sheets = await planSheets(context, journal.sheets, anchors, phase, rooms);
  const goes = new Set(sheets.flatMap(({ before, stays, isNow }) => (before || stays ? [] : [isNow])));
  if (!worksheets.items.some(({ name, visibility }) => visibility === 'Visible' && !goes.has(name)))
    throw new Failure('noVisibleSheet');
  const isKept = (journal.accounts?.kept.length ?? 0) > 0 || journal.sheets.some(({ before }) => before);
  const renamed = earlier ?? (isKept ? await planNames(context, journal, accounts, sheets) : []);
  const typedGone = sheets.reduce((sum, { room }) => sum + (room.typedGone ?? 0), accounts?.typedGone ?? 0);
  return {
    accounts,
    sheets,
    renamed,
    report: {
      isUntouched:
        (accounts?.isUntouched ?? true) &&
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
    },
  };
}

/** What is decided once, and holds if reverting has to be begun again. */
const decided = ({ renamed, sheets }: RevertPlan): Pick<Status, 'renamed' | 'rooms'> => ({
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
  onProgress: OnProgress,
): Promise<RevertReport> {
  const stop = beating(context, name, desk);
  let given: Given;
  let found: Pick<RevertReport, 'broken' | 'isBrokenUnknown'>;
  try {
    given = await giveBack(context, journal, plan, onProgress);
    found = await lookForBroken(context, journal, plan, before);
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
    ...plan.report,
    ...more,
    isUntouched: plan.report.isUntouched && given.isAllOurs && Object.keys(more).length === 0,
  };
}

/** What said `#REF!` before; a number after a break. Absent: nobody could speak of what was taken away yet. */
type BrokenBefore = BrokenFormulas | number | null | 'none';

/** Formulas of the user's that spoke of what is not there any more. */
async function lookForBroken(
  context: Excel.RequestContext,
  { accounts }: Journal,
  { sheets }: RevertPlan,
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
  readonly report: Pick<RevertReport, 'differs' | 'formulasLost'>;
  /** Nothing of the user's was met. */
  readonly isAllOurs: boolean;
}

async function giveBack(
  context: Excel.RequestContext,
  journal: Journal,
  plan: RevertPlan,
  onProgress: OnProgress,
): Promise<Given> {
  await takeNames(context, plan.renamed);
  await eachInTurn(plan.sheets, (sheet) => raiseBefore(context, sheet));
  const { formulasLost, areWidthsTheirs } =
    journal.accounts && plan.accounts
      ? await restoreAccounts(context, journal.accounts, plan.accounts)
      : { formulasLost: [], areWidthsTheirs: false };
  let isAllOurs = !areWidthsTheirs;
  onProgress(0.5);
  await eachInTurn(plan.sheets, async (sheet) => {
    if (await restoreSheet(context, sheet, plan.accounts?.gone ?? [], journal)) isAllOurs = false;
  });
  const differs = await compare(context, journal, plan);
  // Columns that were renamed are found by these until they have their names again.
  const isLast = ({ name, formula }: Journal['names'][number]) =>
    formula === null && anchor.isReference(name);
  await restoreNames(
    context,
    journal.names.filter((one) => !isLast(one)),
  );
  await giveNames(context, plan.renamed);
  await restoreNames(context, journal.names.filter(isLast));
  onProgress(0.8);
  await writeStore(context, RECORD_SHEET, new Map(journal.record), journal.place);
  onProgress(0.9);
  await verify(context, journal, plan);
  return {
    isAllOurs,
    report: { ...(differs.length > 0 && { differs }), ...(formulasLost.length > 0 && { formulasLost }) },
  };
}

/** Takes back the plan that was applied. @throws Failure before anything is touched, or when it breaks */
export async function revertApplied(desk: Desk, onProgress: OnProgress): Promise<RevertReport> {
  return withExcel(async (context) => {
    const found = await readCheckpoint(context, CHECKPOINT_SHEET);
    if (found.kind === 'damaged') throw unusable(found);
    if (found.kind !== 'whole') throw new Failure('nothingPending');
    const plan = await planRevert(context, found.journal, found.status);
    const { application } = context.workbook;
    application.load('calculationMode');
    const before = await brokenFormulas(context);
    await context.sync();
    const { journal, status } = found;
    const calculation =
      status.phase === 'applied' ? application.calculationMode : (status.calculation ?? journal.calculation);
    // From here on a break means: finish reverting on the next opening.
    setStatus(context, CHECKPOINT_SHEET, {
      phase: 'reverting',
      pane: desk.pane,
      calculation,
      ...decided(plan),
      broken: before === undefined ? null : before.length,
    });
    application.calculationMode = 'Manual';
    await context.sync();
    return carryOut(context, CHECKPOINT_SHEET, desk, { ...journal, calculation }, plan, before, onProgress);
  });
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
    const plan = await planRevert(context, found.journal, found.status);
    const more = found.status.renamed === undefined ? decided(plan) : {};
    setStatus(context, name, { ...found.status, ...more, pane: desk.pane });
    const { calculation = found.journal.calculation, broken = 'none' } = found.status;
    return carryOut(context, name, desk, { ...found.journal, calculation }, plan, broken, () => undefined);
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
  await eachInTurn(plan.sheets, async (sheet) => {
    if (await isUnlike(context, sheet, plan.accounts?.gone ?? [], accounts?.table ?? ''))
      differs.push(sheet.isNow ?? sheet.name);
  });
  return differs;
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
  const wrong = sheets.find(({ key, name, before }, n) => {
    const { stays, isNow: now } = plan.sheets[n] ?? { stays: false, isNow: undefined };
    if (before !== undefined) return !there.has(called(key) ?? now ?? name);
    return !stays && now !== undefined && there.has(now);
  });
  const name = left.find((item) => !item.isNullObject)?.name ?? wrong?.name;
  if (name !== undefined) throw new Failure('notReverted', { name });
}
