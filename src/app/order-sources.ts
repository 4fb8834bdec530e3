import { once } from '../plan/once';
import type { ReportContext, StandingContext } from '../reports/context';
import type { SheetModule, Sources } from '../reports/sheet';
import { attainmentContext } from './attainment-sources';
import { compareContext } from './compare-sources';
import { decisionsIn, LISTED_KEY } from './decisions';
import { healthContext } from './health-sources';
import { objectivesContext } from './objectives-sources';
import { openContext } from './open-sources';
import type { OwnColumns } from './order-columns';
import { overlaysContext } from './overlays-sources';
import { refuseUnread } from './own-table';
import type { WorkbookPort, WriteOrder } from './ports';
import { quotaContext } from './quota-sources';
import { readScenarios } from './scenarios';
import { scenariosContext } from './scenarios-sources';
import { segmentsContext } from './segments-sources';
import { signOffContext } from './sign-off-sources';
import { standingSheets } from './standing-sheets';
import type { Understanding } from './understanding/understand';

/** What is written, over which plan, with which names. */
export interface Making {
  readonly understanding: Understanding;
  readonly modules: readonly SheetModule[];
  /** The plan that is going to stand, or the one that does; throws where there is none. */
  readonly context: () => StandingContext | ReportContext;
  /** N values: index of the territory, −1 none. */
  readonly assignment: () => Int32Array;
  /** The names that our columns have, or get, by key. */
  readonly columns: Readonly<Record<string, string>>;
  readonly own: OwnColumns;
  readonly at: Date;
  /** The day on which travel was measured, where it stays as it was then. */
  readonly keptAt?: string | undefined;
}

/**
 * What sheets over a plan are made from, whether it stands or is going to. What users typed on a sheet is read before that is
 * written anew.
 * @throws Failure `typedColumnGone`, `ownRowTwice`
 */
export async function sourcesOver(
  { understanding, modules, context, assignment, columns, own, at, keptAt }: Making,
  workbook: WorkbookPort,
): Promise<{
  readonly sources: Partial<Sources>;
  /** What was said of single accounts, and what the workbook is to remember of what is listed. */
  readonly order: Required<Pick<WriteOrder, 'read'>> & { readonly remember: () => Record<string, unknown> };
}> {
  await refuseUnread(modules, understanding.book.survey, workbook);
  const decisions = await decisionsIn(modules, understanding, workbook);
  const compared = once(() => compareContext(understanding, context(), assignment(), decisions));
  const writes = (wanted: SheetModule['source']) => modules.some(({ source }) => source === wanted);
  const stands = standingSheets(understanding);
  const has = (key: string) => modules.some((module) => module.key === key) || stands({ key });
  const day = at.toISOString();
  const health = writes('health')
    ? await healthContext(understanding, context(), workbook, { now: () => at })
    : undefined;
  const attained = writes('attainment')
    ? await attainmentContext(understanding, context(), workbook, has('quota-calendar'), day)
    : undefined;
  const saved = writes('scenarios') ? (await readScenarios(workbook)).scenarios : undefined;
  return {
    sources: {
      standing: context,
      quota: () => quotaContext(understanding, context()),
      compare: () => compared().context,
      ...(health && { health: () => health }),
      ...(attained && { attainment: () => attained }),
      ...(saved && { scenarios: () => scenariosContext(understanding, context(), saved) }),
      score: () => own.score(context(), columns),
      workload: () => own.workload(context(), assignment(), columns, keptAt),
      segments: () => segmentsContext(understanding, context(), columns, day, has),
      overlays: () => overlaysContext(understanding, context(), assignment(), columns),
      open: () => openContext(understanding, context(), columns, has('quota-plan'), at),
      signOff: () => signOffContext(understanding, context(), assignment(), columns, at),
      objectives: () => objectivesContext(understanding, context(), assignment(), columns, has('quota'), day),
    },
    order: {
      read: { sheet: 'compare', words: decisions.words },
      remember: () => (writes('compare') ? { [LISTED_KEY]: compared().listed } : {}),
    },
  };
}
