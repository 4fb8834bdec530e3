import type { Moved } from '../app/ports';
import { Failure } from '../plan/failures';
import {
  claim,
  drop,
  readCheckpoint,
  setStatus,
  writeJournal,
  CHECKPOINT_SHEET,
  UNDO_SHEET,
  type CheckpointName,
  type Status,
} from './checkpoint';
import { openHidden } from './hidden';
import { beating, type Desk } from './lease';
import { JOURNAL_SCHEMA, type Journal } from './journal';
import type { Met } from './met';
import { broken, withExcel } from './office';
import { rollBack } from './revert';

/** What a job is about to overwrite or make, and how it writes. */
export interface Job {
  readonly journal: Omit<Journal, 'schema' | 'at' | 'calculation'>;
  /** It says with its first note that it touches sheets of ours from now on. */
  readonly tellsSheets?: true;
  /** @param note puts into the request what others filled meanwhile: it is given back if the job is rolled back */
  write(note: (met: Met) => void): Promise<void>;
  /** Puts into the last request what takes away what only a roll-back needs; not where there is a decision to come. */
  end?(): void;
}

/** A job within another, and one around it. */
export interface Around {
  /** What is written after a job, and before it ends: all of it or none of both. Excel calculates meanwhile. */
  readonly meanwhile?: () => Promise<void>;
  /** Whether the job has been ended by what was written meanwhile: it is not undone any more. */
  readonly isEnded?: () => boolean;
  /** Puts into the last request of a job what ends the one around it. */
  readonly alongside?: (context: Excel.RequestContext) => void;
}

/**
 * The one door through which everything is written. A job first looks and refuses, and has changed nothing then;
 * what it is about to change is kept whole; calculation waits; then it writes. It ends with the decision to keep or
 * revert (`applied`), or with nothing left of the journal (`done`). Whatever fails is rolled back at once if Excel
 * answers, else on the next opening; the failure says which.
 */
export async function write<J extends Job>(
  desk: Desk,
  end: 'applied' | 'done',
  prepare: (context: Excel.RequestContext) => Promise<J>,
  { meanwhile, isEnded = () => false, alongside }: Around = {},
): Promise<J> {
  // Whatever broke off is undone from the inside out: first the second, then the first.
  const isFirst = end === 'applied' || meanwhile !== undefined;
  const name: CheckpointName = isFirst ? CHECKPOINT_SHEET : UNDO_SHEET;
  let stop: () => void = () => undefined;
  let done: J | undefined;
  let reached: 'nothing' | 'claimed' | 'written' = 'nothing';
  try {
    return await withExcel(async (context) => {
      const { application } = context.workbook;
      application.load('calculationMode');
      await openHidden(context);
      const calculation = application.calculationMode;
      const job = await prepare(context);
      done = job;
      const { journal } = job;
      reached = 'claimed';
      const claimed: Status = {
        phase: 'writing',
        pane: desk.pane,
        ...(end === 'done' && { isMinor: true }),
      };
      const first: Status = job.tellsSheets === true ? { ...claimed, areSheetsUntouched: true } : claimed;
      await claim(context, name, first, desk.now()).catch((error: unknown) => {
        if (error instanceof Failure) reached = 'nothing';
        throw error;
      });
      stop = beating(context, name, desk);
      await writeJournal(context, name, {
        schema: JOURNAL_SCHEMA,
        at: desk.now().toISOString(),
        calculation,
        ...journal,
      });
      application.calculationMode = 'Manual';
      await context.sync();
      let met: Met = {};
      await job.write((more) => {
        met = { ...met, ...more };
        setStatus(context, name, { ...claimed, met });
      });
      if (meanwhile !== undefined) {
        application.calculationMode = calculation;
        await context.sync();
        await meanwhile();
      }
      stop();
      if (isEnded()) return job;
      application.calculationMode = calculation;
      if (end === 'applied') setStatus(context, name, { phase: 'applied', pane: desk.pane });
      else {
        job.end?.();
        alongside?.(context);
        drop(context, name);
      }
      reached = 'written';
      await context.sync();
      return job;
    });
  } catch (error) {
    stop();
    if (isEnded()) throw error;
    if (!(error instanceof Failure) || error.code === 'hostGone') throw error;
    if (reached === 'nothing') throw saying(error, 'untouched');
    if (reached === 'written' && done !== undefined && (await isOver(name, end))) return done;
    const report = await rollBack(name, desk).catch((cause: unknown) => {
      throw cause instanceof Failure ? broken(cause) : cause;
    });
    throw saying(error, 'back', report?.moved);
  }
}

/** A request may have been carried out although its answer was an error. */
async function isOver(name: CheckpointName, end: 'applied' | 'done'): Promise<boolean> {
  const found = await withExcel((context) => readCheckpoint(context, name));
  return end === 'done' ? found.kind === 'none' : found.kind === 'whole' && found.status.phase === 'applied';
}

/** The failure, and what became of the workbook. */
const saying = (failure: Failure, outcome: 'untouched' | 'back', moved: readonly Moved[] = []): Failure =>
  new Failure(
    failure.code,
    {
      ...failure.params,
      outcome,
      ...(moved.length > 0 && { movedTo: moved.map(({ to }) => to).join(', ') }),
    },
    { cause: failure },
  );
