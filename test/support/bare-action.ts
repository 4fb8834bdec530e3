import type { ActionContext } from '../../src/app/action';
import { startState, type PaneState } from '../../src/app/state';
import type { Understanding } from '../../src/app/understanding/understand';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';

/** Something made up as far as it is looked at. */
export const part = <T>(of: unknown): T => of as T;

/** Whatever is asked of it is told, and answered by nothing. */
const telling = <T>(name: string, told: string[]): T =>
  part<T>(
    new Proxy(
      {},
      {
        get: (_, key) => {
          told.push(`${name}.${String(key)}`);
          return () => Promise.resolve(undefined);
        },
      },
    ),
  );

/**
 * Performs an action without store and workbook, and tells what it asked of whom, and what it changed.
 * @param now what a look at the workbook finds
 */
export async function done(
  perform: (context: ActionContext) => Promise<void>,
  now: Understanding | undefined,
  state: Partial<PaneState>,
  more: Partial<ActionContext> = {},
): Promise<{ readonly asked: readonly string[]; readonly changes: readonly Partial<PaneState>[] }> {
  const asked: string[] = [];
  const changes: Partial<PaneState>[] = [];
  await perform({
    workbook: telling('workbook', asked),
    solver: telling('solver', asked),
    places: telling('places', asked),
    settings: telling('settings', asked),
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
    say: speak('en'),
    numbers: numbers('en'),
    signal: new AbortController().signal,
    state: () => ({ ...startState, ...state }),
    change: (change) => {
      changes.push(change);
    },
    progress: () => undefined,
    onProgress: () => undefined,
    look: () => Promise.resolve(now),
    ...more,
  });
  return { asked, changes };
}
