import { csvOf } from '../../../loads/csv';
import { MAIN_LAYER } from '../../../plan/layer';
import { namesOf } from '../../../plan/ownership';
import { loadFiles } from '../../../reports/loads';
import { FILE_NAMES } from '../../../reports/loads/layout';
import type { Say } from '../../../text/say';
import { hasStandingPlan } from '../../actions/write-sheet';
import type { PaneState } from '../../state';

/** A file that was written, to be downloaded. */
export interface FileLine {
  readonly name: string;
  readonly rows: string;
  /** What a loader has answered; undefined where nothing is known of it. */
  readonly answered: string | undefined;
  /** The file as it is saved: made when it is asked for. */
  readonly text: () => string;
}

export interface YearView {
  /** Why there is nothing to do; undefined where there is. */
  readonly closed: string | undefined;
  readonly files: readonly FileLine[];
  /** What stands against rows; undefined where nothing does. */
  readonly blocked: string | undefined;
}

/** What the page In-year shows. */
export function yearPage(state: PaneState, say: Say): YearView {
  if (!hasStandingPlan(state)) return { closed: say('year.noPlan'), files: [], blocked: undefined };
  const { loads, understanding } = state;
  const sheet = namesOf(understanding?.book.owned, MAIN_LAYER).sheets[loadFiles.key] ?? say(loadFiles.name);
  const files = (loads?.files ?? []).filter(
    ({ rows, answered }) => rows.length > 0 || answered !== undefined,
  );
  const count = loads?.problems.length ?? 0;
  return {
    closed: undefined,
    files: files.map((file) => ({
      name: say(FILE_NAMES[file.key]),
      rows: say('year.rows', { rows: file.rows.length }),
      answered: file.answered && say('year.answered', { ...file.answered }),
      text: () => csvOf(file),
    })),
    blocked: count === 0 ? undefined : say('year.blocked', { count, sheet }),
  };
}
