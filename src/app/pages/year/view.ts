import { csvOf } from '../../../loads/csv';
import { isWritten } from '../../../loads/file';
import { accountLabel } from '../../../plan/accounts';
import { MAIN_LAYER } from '../../../plan/layer';
import { namesOf } from '../../../plan/ownership';
import { loadFiles } from '../../../reports/loads';
import { FILE_NAMES } from '../../../reports/loads/layout';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { hasStandingPlan } from '../../actions/write-sheet';
import { changesIn, isAccepted, knownBy, newAccounts, type Change } from '../../changes';
import { emptyTerritories } from '../../closed';
import { proposedMoney, shareLines } from '../../effects';
import { HOLD_KINDS, holdableIn, type HoldKind } from '../../deal-holds';
import { datesOf } from '../../logged';
import { objectionsTo, wordObjection } from '../../objections';
import { outOfPlace } from '../../out-of-place';
import { outOfBandIn } from '../../out-of-band';
import { exportsIn, type Refresh } from '../../refresh';
import { leftInWords } from '../../refresh-words';
import { scheduleIn, type Schedule } from '../../schedule';
import { approvalIn, NO_APPROVAL, withDecision, type ApprovalView } from './approval';
import { openIn, type OpenView } from './open';
import { systemsIn } from '../../systems';
import { copiesIn, type CopiedMove, type Whose } from '../../merge-copy';
import type { MismatchPack } from '../../mismatch-sources';
import { managersOf } from '../../planning-copy-sources';
import { FIX_NAMES } from '../../../reports/mismatches/layout';
import { signOffIn, type SignOffView } from './sign-off';
import { NO_SEATS, seatsIn, type SeatsView } from './seats';
import type { StandingPlan } from '../../standing-plan';
import { isOpen, type PaneState } from '../../state';
import type { Understanding } from '../../understanding/understand';

/** A file that was written, to be downloaded. */
export interface FileLine {
  readonly name: string;
  readonly rows: string;
  /** What a loader has answered; undefined where nothing is known of it. */
  readonly answered: string | undefined;
  /** The file as it is saved: made when it is asked for. */
  readonly text: () => string;
}

/** What is proposed, and what accepting it means. */
export interface Proposed {
  readonly count: number;
  /** How many cells name a territory that there is not: these cannot be accepted. */
  readonly strange: number;
  /** Whether some hold from the day that is said of all: others have one of their own. */
  readonly isUndated: boolean;
  readonly listed: readonly string[];
  /** How many more there are than are listed; undefined for none. */
  readonly more: string | undefined;
  /** How many go against a rule of the plan; undefined for none. */
  readonly against: string | undefined;
  /** How far managers are with it, where they are asked. */
  readonly approval: ApprovalView;
  /** What all of it does to the territories that it touches, and to quotas and pay. */
  readonly shares: readonly string[];
  readonly quotas: readonly string[];
  readonly pays: readonly string[];
}

/** Moves that have days of their own. */
export interface Scheduled {
  /** How many have a day of their own, due or to come. */
  readonly count: number;
  /** What is due today; undefined where nothing is. */
  readonly due: string | undefined;
  /** What is due first, then what is to come, the next day first. */
  readonly listed: readonly string[];
  readonly more: string | undefined;
}

/** What a newer export would change. */
export interface Refreshing {
  readonly text: string;
  /** Cells that change, column by column. */
  readonly columns: readonly string[];
  /** What of it is left as it is, and why. */
  readonly left: readonly string[];
  /** There is something to take over. */
  readonly isNew: boolean;
}

/** What a returned planning copy would change. */
export interface Merging {
  readonly text: string;
  readonly takes: readonly string[];
  readonly more: string | undefined;
  readonly conflicts: readonly {
    readonly key: string;
    readonly text: string;
    readonly decided: Whose | undefined;
  }[];
  /** What of it is left out, and why. */
  readonly left: readonly string[];
  /** There is something to propose, and everything is decided. */
  readonly isReady: boolean;
}

export interface YearView {
  /** Names of other lists in the workbook, which may be newer exports. */
  readonly exports: readonly string[];
  /** As it was compared last; undefined where none was. */
  readonly refresh: Refreshing | undefined;
  /** Accounts that nobody has put anywhere yet; undefined for none. */
  readonly newAccounts: string | undefined;
  /** Accounts that the rules do not have where they are; undefined for none. */
  readonly strays: { readonly text: string; readonly listed: readonly string[] } | undefined;
  readonly proposed: Proposed;
  readonly scheduled: Scheduled;
  readonly seats: SeatsView;
  /** Territories that wait for their owner; undefined where none can be told. */
  readonly open: OpenView | undefined;
  /** Names of territories that are closed, and of those that are empty and may be. */
  readonly closable: { readonly closed: readonly string[]; readonly empty: readonly string[] };
  /** Names of the territories of the plan. */
  readonly territories: readonly string[];
  /** How many are out of tolerance; undefined where Balance tells nothing. */
  readonly out: { readonly count: number; readonly text: string } | undefined;
  /** ISO day from which a change holds unless somebody says otherwise. */
  readonly effective: string;
  /** Why there is nothing to do; undefined where there is. */
  readonly closed: string | undefined;
  readonly files: readonly FileLine[];
  /** Accounts that moved and renew, or close a deal, soon: they may be held. Kinds of which there are any. */
  readonly holdable: readonly { readonly kind: HoldKind; readonly text: string }[];
  /** How far the round of signatures is; undefined where nobody leads a territory. */
  readonly signOff: SignOffView | undefined;
  /** Who leads territories, copies for them that are in the workbook, and one of these as it was compared last. */
  readonly managers: readonly string[];
  readonly copies: readonly string[];
  readonly merging: Merging | undefined;
  /** Names of tables that may be another system's. */
  readonly systems: readonly string[];
  /** One of them as it was compared last. */
  readonly mismatches:
    | {
        readonly name: string;
        readonly differ: number;
        readonly text: string;
        readonly kinds: readonly string[];
        readonly files: readonly FileLine[];
      }
    | undefined;
  /** How many rows of files are held back, and why in words; undefined where none is. */
  readonly held: number;
  readonly blocked: string | undefined;
}

/** More than these are told by their number. */
const MOST_LISTED = 8;
const MOST_SHARES = 6;

const NOTHING: Omit<YearView, 'closed' | 'effective'> = {
  newAccounts: undefined,
  proposed: {
    count: 0,
    strange: 0,
    isUndated: false,
    listed: [],
    more: undefined,
    against: undefined,
    approval: NO_APPROVAL,
    shares: [],
    quotas: [],
    pays: [],
  },
  scheduled: { count: 0, due: undefined, listed: [], more: undefined },
  seats: NO_SEATS,
  open: undefined,
  closable: { closed: [], empty: [] },
  strays: undefined,
  territories: [],
  out: undefined,
  exports: [],
  refresh: undefined,
  files: [],
  holdable: [],
  signOff: undefined,
  managers: [],
  copies: [],
  merging: undefined,
  systems: [],
  mismatches: undefined,
  held: 0,
  blocked: undefined,
};

/** What of the state the page follows: how far an action is plays no part. */
export type YearState = Pick<
  PaneState,
  'understanding' | 'standing' | 'pending' | 'designed' | 'loads' | 'refresh' | 'mismatches' | 'merge'
>;

/** What the page In-year shows. @param today ISO day */
export function yearPage(state: YearState, say: Say, plain: Numbers, today: string): YearView {
  const { loads, understanding, standing } = state;
  const isClosed = !hasStandingPlan(state) || understanding === undefined || standing === undefined;
  const from = standing?.record.settings.effectiveFrom ?? today;
  const effective = from > today ? from : today;
  if (isClosed)
    return {
      ...NOTHING,
      effective,
      closed: say(state.designed === undefined || isOpen(state.pending) ? 'year.noPlan' : 'year.preview'),
    };
  if (!isAccepted(understanding)) return { ...NOTHING, effective, closed: say('year.noAccepted') };
  const sheet = namesOf(understanding.book.owned, MAIN_LAYER).sheets[loadFiles.key] ?? say(loadFiles.name);
  const files = (loads?.files ?? []).filter(isWritten);
  const count = loads?.problems.length ?? 0;
  const fresh = newAccounts(understanding).length;
  const schedule = scheduleIn(understanding, standing, today);
  return {
    closed: undefined,
    newAccounts: fresh === 0 ? undefined : say('year.newCount', { count: fresh }),
    strays: straysIn(understanding, standing, say),
    proposed: proposedIn(understanding, standing, effective, say, plain),
    closable: emptyTerritories(understanding, standing),
    seats: seatsIn(understanding, standing, say, today),
    open: openIn(understanding, standing, say, plain, today),
    scheduled: scheduledIn(schedule, say),
    territories: standing.record.territories.map(({ name }) => name),
    out: outIn(standing, say),
    exports: [...exportsIn(understanding).keys()],
    refresh: state.refresh && refreshingOf(state.refresh, say),
    effective,
    files: files.map((file) => ({
      name: say(FILE_NAMES[file.key]),
      rows: say('year.rows', { rows: file.rows.length }),
      answered: file.answered && say('year.answered', { ...file.answered }),
      text: () => csvOf(file),
    })),
    holdable: HOLD_KINDS.flatMap((kind) => {
      const count = holdableIn(understanding, standing, kind, today, schedule).length;
      return count === 0 ? [] : [{ kind, text: say('year.hold', { kind, count }) }];
    }),
    signOff: signOffIn(understanding, standing, say, today),
    managers: [...new Set(managersOf(understanding, standing))].filter((name) => name !== ''),
    copies: [...copiesIn(understanding).keys()],
    merging: state.merge && mergingOf(state.merge, say),
    systems: [...systemsIn(understanding).keys()],
    mismatches: state.mismatches && mismatchesOf(state.mismatches, say),
    held: count,
    blocked: count === 0 ? undefined : say('year.blocked', { count, sheet }),
  };
}

function straysIn(
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
  say: Say,
): YearView['strays'] {
  const found = outOfPlace(understanding, standing);
  if (found.size === 0) return undefined;
  return {
    text: say('year.straysCount', { count: found.size }),
    listed: [...found].slice(0, MOST_LISTED).map(([account, why]) =>
      say('year.stray', {
        label: accountLabel(understanding.list.accounts, account),
        territory: standing.record.territories[standing.assignment[account] ?? -1]?.name ?? '',
        why: wordObjection(say, why),
      }),
    ),
  };
}

function scheduledIn({ held, ended, covered, due }: Schedule, say: Say): Scheduled {
  const isDue = ended.length + due.length > 0;
  const name = (territory: string) => (territory === '' ? say('year.nowhere') : territory);
  const lines = [
    ...[...due, ...covered].map(({ label, change, back }) => ({
      day: back,
      text: say('year.coveredLine', { label, is: change.to, was: name(change.from), day: back }),
    })),
    ...held.map(({ label, now, then, from }) => ({
      day: from,
      text: say('year.heldLine', { label, was: name(now), is: name(then), day: from }),
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const more = lines.length - MOST_LISTED;
  return {
    count: lines.length,
    due: isDue ? say('year.dueCount', { ended: ended.length, back: due.length }).trim() : undefined,
    listed: lines.slice(0, MOST_LISTED).map(({ text }) => text),
    more: more > 0 ? say('year.more', { count: more }) : undefined,
  };
}

function refreshingOf(refresh: Refresh, say: Say): Refreshing {
  const { name, changed, added, gone, both } = refresh;
  const counts = new Map<string, number>();
  for (const { header } of changed) counts.set(header, (counts.get(header) ?? 0) + 1);
  const isNew = changed.length + added.length > 0;
  return {
    text: say('year.refreshFound', {
      name,
      both,
      cells: changed.length,
      added: added.length,
      gone: gone.length,
    }),
    columns: [...counts].map(([header, count]) => say('year.refreshColumn', { header, count })),
    left: [...(isNew ? [] : [say('refresh.none')]), ...leftInWords(refresh, say)],
    isNew,
  };
}

function mergingOf({ found, decided }: NonNullable<PaneState['merge']>, say: Say): Merging {
  const { name, takes, conflicts, same, untouched, strangers, unknown } = found;
  const more = takes.length - MOST_LISTED;
  const blanks = conflicts.filter(({ isBlank }) => isBlank).length;
  const words = ({ label, was, mine, theirs, isBlank, why, tradeWith }: CopiedMove) => ({
    ...{ label, was, mine, theirs, isBlank: String(isBlank), why: why === '' ? 'none' : why },
    trade: tradeWith === '' ? 'none' : tradeWith,
  });
  const some = (list: readonly string[]) =>
    `${list.slice(0, MOST_LISTED).join(', ')}${list.length > MOST_LISTED ? ' …' : ''}`;
  return {
    text: say('year.copyFound', {
      ...{ name, same, untouched },
      takes: takes.length,
      conflicts: conflicts.length - blanks,
      blanks,
    }),
    takes: takes.slice(0, MOST_LISTED).map((move) => say('year.copyTake', words(move))),
    more: more > 0 ? say('year.more', { count: more }) : undefined,
    conflicts: conflicts.map((move) => ({
      key: move.key,
      text: say('year.copyConflict', words(move)),
      decided: decided[move.key],
    })),
    left: [
      ...(strangers.length === 0
        ? []
        : [say('year.copyStrangers', { count: strangers.length, some: some(strangers) })]),
      ...(unknown.length === 0
        ? []
        : [say('year.copyUnknown', { count: unknown.length, some: some(unknown) })]),
    ],
    isReady: takes.length + conflicts.length > 0 && conflicts.every(({ key }) => decided[key] !== undefined),
  };
}

function mismatchesOf({ name, rows, agree, kinds, files }: MismatchPack, say: Say): YearView['mismatches'] {
  const differ = kinds.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ name, differ },
    text: say('year.systemFound', { name, rows, agree, differ }),
    kinds: kinds.map(({ code, count }) =>
      say('year.systemKind', { kind: say(`mismatch.code.${code}`), count }),
    ),
    files: files.map((file) => ({
      name: say(FIX_NAMES[file.key]),
      rows: say('year.rows', { rows: file.rows.length }),
      answered: undefined,
      text: () => csvOf(file),
    })),
  };
}

function outIn(standing: StandingPlan, say: Say): YearView['out'] {
  if (standing.metrics.length === 0) return undefined;
  const count = outOfBandIn(standing);
  return { count, text: say('year.rebalanceOut', { out: count }) };
}

function proposedIn(
  understanding: Understanding,
  standing: StandingPlan,
  effective: string,
  say: Say,
  plain: Numbers,
): Proposed {
  const changes = changesIn(understanding, standing);
  const known = changes.filter(({ isKnown }) => isKnown);
  const territory = (cell: string) => (cell === '' ? say('year.nowhere') : cell);
  const more = changes.length - MOST_LISTED;
  const { of: decisions, ...approval } = approvalIn(understanding, standing, changes, say);
  const against = objectionsTo(changes, understanding, standing);
  // What goes against a rule is not left to those that are only counted.
  const isMarked = ({ account, isKnown }: Change) => !isKnown || against.has(account);
  const shown = (
    more > 0 ? [...changes.filter(isMarked), ...changes.filter((change) => !isMarked(change))] : changes
  ).slice(0, MOST_LISTED);
  return {
    count: known.length,
    strange: changes.length - known.length,
    isUndated: known.some(
      ({ account, label, is }) =>
        datesOf(standing.dated, knownBy(understanding, account, label), is) === undefined,
    ),
    listed: shown.map(({ account, label, was, is, isKnown }) => {
      const marks = isKnown
        ? (against.get(account) ?? []).map((one) => wordObjection(say, one))
        : [say('year.strange')];
      const to = isKnown ? territory(is) : is;
      const change = say('year.change', {
        label,
        was: territory(was),
        is: marks.length === 0 ? to : `${to} (${marks.join('; ')})`,
      });
      const dates = datesOf(standing.dated, knownBy(understanding, account, label), is);
      const dated =
        dates === undefined
          ? change
          : say('year.changeDated', { change, from: dates.effective, until: dates.until ?? 'none' });
      return withDecision(dated, decisions.get(account), say);
    }),
    approval,
    against: against.size === 0 ? undefined : say('year.against', { count: against.size }),
    more: more > 0 ? say('year.more', { count: more }) : undefined,
    shares: shareLines(known, standing, understanding, say, plain).slice(0, MOST_SHARES),
    ...proposedMoney(known, standing, effective, understanding, say, plain),
  };
}
