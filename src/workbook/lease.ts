import { Failure } from '../plan/failures';
import {
  CHECKPOINT_SHEET,
  readStatus,
  setStatus,
  UNDO_SHEET,
  type CheckpointName,
  type Status,
} from './checkpoint';

/** Who writes, and when. */
export interface Desk {
  /** Tells this pane from others that are open on the same workbook. */
  readonly pane: string;
  now(): Date;
  /**
   * For how long after its last sign of life another pane's unfinished job is asked about, in ms. 0: nobody else can be
   * there, so what is silent has broken off.
   */
  readonly patience: number;
  /** A pane that gives a new sign within so many ms writes at this moment. */
  readonly silence: number;
}

/** After so long a pane that wrote is taken to be gone. */
export const PATIENCE_MS = 5 * 60_000;

/** So long a request may take. */
export const SILENCE_MS = 500;

/**
 * Lets every request of a job say that its pane still writes, and when, so that no other pane takes it for one that
 * broke off. It is a hint: no lock can be had. @returns what ends it: before the request that removes the checkpoint
 */
export function beating(context: Excel.RequestContext, name: CheckpointName, desk: Desk): () => void {
  const sync = context.sync.bind(context);
  let beat = 0;
  context.sync = ((value) => {
    context.workbook.worksheets.getItem(name).getRange('C1:D1').values = [[++beat, desk.now().getTime()]];
    return sync(value);
  }) as typeof context.sync;
  return () => {
    context.sync = sync;
  };
}

/**
 * The same, and whether anybody has begun anything at all: most of the time nothing is open, which one request tells.
 * @returns `none` where there is no checkpoint
 */
export async function lookForJobs(
  context: Excel.RequestContext,
  desk: Desk,
): Promise<Date | 'none' | undefined> {
  const before = await lookAtBeats(context);
  return before.size === 0 ? 'none' : lookAmong(context, desk, before);
}

/** What another pane left unfinished is this one's from now on: nobody asks about it again. */
export async function takeOver(context: Excel.RequestContext, desk: Desk): Promise<void> {
  for (const [name, { status }] of await lookAtBeats(context))
    if (status !== undefined && status.phase !== 'applied')
      setStatus(context, name, { ...status, pane: desk.pane });
  await context.sync();
}

/**
 * Whether another pane has begun something and not finished it.
 * @returns when it last gave a sign, if it may be there still; undefined if there is none, or it is surely gone
 * @throws Failure `otherPane` while it writes
 */
export async function lookForOther(context: Excel.RequestContext, desk: Desk): Promise<Date | undefined> {
  return lookAmong(context, desk, await lookAtBeats(context));
}

async function lookAmong(
  context: Excel.RequestContext,
  desk: Desk,
  before: Beats,
): Promise<Date | undefined> {
  const others = [...before].filter(
    ([, { status }]) => status?.pane !== desk.pane && status?.phase !== 'applied',
  );
  if (others.length === 0) return undefined;
  const last = Math.max(...others.map(([, { time }]) => time));
  const age = desk.now().getTime() - last;
  await new Promise((resolve) => setTimeout(resolve, desk.silence));
  const after = await lookAtBeats(context);
  const writes = others.some(([name, { beat }]) => {
    const now = after.get(name);
    return now !== undefined && now.status?.phase !== 'applied' && now.beat !== beat;
  });
  if (writes) throw new Failure('otherPane');
  return age < desk.patience ? new Date(last) : undefined;
}

type Beats = ReadonlyMap<
  CheckpointName,
  { readonly status: Status | undefined; readonly beat: unknown; readonly time: number }
>;

async function lookAtBeats(context: Excel.RequestContext): Promise<Beats> {
  const tops = ([UNDO_SHEET, CHECKPOINT_SHEET] as const).map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    const top = sheet.getRange('B1:D1');
    top.load('values');
    return { name, sheet, top };
  });
  await context.sync();
  return new Map(
    tops.flatMap(({ name, sheet, top }) => {
      if (sheet.isNullObject) return [];
      const [status, beat, time] = top.values[0] ?? [];
      return [
        [name, { status: readStatus(status), beat: beat as unknown, time: Number(time) || 0 }] as const,
      ];
    }),
  );
}
