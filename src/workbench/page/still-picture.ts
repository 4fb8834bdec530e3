import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import type { Host } from '../host';
import type { PageEngine } from './engine';

/** A burst of writing is over when nothing was written for so long. */
const QUIET_MS = 120;
/** Long jobs show how far they are so often. */
const LONGEST_MS = 1500;

/**
 * Holds the picture of the sheet still while an add-in writes: it would be drawn anew after each request, half built, and
 * that takes a third of the time of a job. What somebody does at the sheet is drawn at once.
 * @returns a function that stops holding it
 */
export function holdStill({ univer, api }: PageEngine, { book }: Host): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const draws = (does: boolean) => {
    const unit = api.getActiveWorkbook()?.getId() ?? '';
    const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unit);
    if (render !== null && render !== undefined) render.engine.renderEvenInBackground = does;
  };
  const release = () => {
    clearTimeout(timer);
    timer = undefined;
    draws(true);
  };
  const writing = book.spreadsheet.commands.onCommandExecuted((_, options) => {
    if (options?.onlyLocal !== true || options.fromFormula === true) return;
    const now = performance.now();
    if (timer === undefined) {
      since = now;
      draws(false);
    }
    clearTimeout(timer);
    timer = setTimeout(release, Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - now)));
  });
  return () => {
    writing.dispose();
    release();
  };
}
