import type { Say } from '../../../text/say';
import type { YearView } from './view';

/** What is closed until somebody opens it. */
export type YearFold =
  | 'refresh'
  | 'account'
  | 'leaver'
  | 'joiner'
  | 'leave'
  | 'open'
  | 'carve'
  | 'merge'
  | 'schedule'
  | 'loads'
  | 'system'
  | 'signOff'
  | 'approval'
  | 'copies'
  | 'health'
  | 'verify';

/** The page with what its headings say. */
export interface FoldedYear extends YearView {
  readonly today: YearToday;
  readonly about: Readonly<Record<YearFold, string>>;
}

/** What stands first on the page. */
export interface YearToday {
  /** How much needs a decision, in words. */
  readonly title: string;
  /** That all is well, where it is; undefined where something needs a decision. */
  readonly calm: string | undefined;
  /** What waits to be accepted, in words; undefined for nothing. */
  readonly proposed: string | undefined;
  /** Territories that nobody looks after; undefined for none. */
  readonly uncovered: string | undefined;
}

export const foldedYear = (view: YearView, say: Say): FoldedYear => ({
  ...view,
  today: yearToday(view, say),
  about: yearFolds(view, say),
});

function yearToday(view: YearView, say: Say): YearToday {
  const { newAccounts, strays, scheduled, proposed, out, open } = view;
  const bare = (open?.lines ?? []).filter(({ interim }) => interim === '');
  const isOut = out !== undefined && out.count > 0;
  const count = [
    newAccounts !== undefined,
    strays !== undefined,
    scheduled.due !== undefined,
    proposed.listed.length > 0,
    isOut,
    bare.length > 0,
  ].filter(Boolean).length;
  return {
    title: say('year.today', { count }),
    calm: count > 0 ? undefined : say('year.calm', { told: out === undefined ? 'no' : 'yes' }),
    proposed:
      proposed.listed.length === 0
        ? undefined
        : say('year.proposedCount', { count: proposed.count, strange: proposed.strange }),
    uncovered:
      bare.length === 0
        ? undefined
        : say('year.uncovered', {
            count: bare.length,
            names: bare.map(({ territory }) => territory).join(', '),
          }),
  };
}

/** In a few words, with a number where one is known: what is found under each heading. */
function yearFolds(view: YearView, say: Say): Readonly<Record<YearFold, string>> {
  const { exports, seats, open, closable, scheduled, files, held, systems, mismatches } = view;
  const lines = open?.lines ?? [];
  return {
    refresh: say('year.about.refresh', { count: exports.length, name: exports[0] ?? '' }),
    account: say('year.about.account'),
    leaver: say('year.about.leaver'),
    joiner: say('year.about.joiner', { count: seats.open.length, name: seats.open[0] ?? '' }),
    leave: say('year.about.leave', { count: seats.away.length }),
    open: say('year.about.open', {
      count: lines.length,
      bare: lines.filter(({ interim }) => interim === '').length,
    }),
    carve: say('year.about.carve'),
    merge: say('year.about.merge', { empty: closable.empty.length, closed: closable.closed.length }),
    schedule: say('year.about.schedule', { count: scheduled.count }),
    loads: say('year.about.loads', { count: files.length, held }),
    system:
      mismatches === undefined
        ? say('year.about.system', { count: systems.length, name: systems[0] ?? '' })
        : say('year.about.mismatches', { count: mismatches.differ, name: mismatches.name }),
    approval: say('year.about.approval', {
      on: view.proposed.approval.isOn ? 'yes' : 'no',
      open: view.proposed.approval.open,
    }),
    signOff: (view.signOff?.counts ?? []).join('. '),
    copies: say('year.about.copies', { count: view.managers.length, copies: view.copies.length }),
    health: say('year.about.health'),
    verify: say('year.about.verify'),
  };
}
