import type { SourceTable } from '../plan/cells';
import type { OnProgress, TableRef } from '../app/ports';
import { Failure } from '../plan/failures';
import { eachInTurn } from './cells';
import { askStore } from './hidden-store';
import { RECORD_SHEET } from './journal';
import { withExcel } from './office';
import { FORMATTED_CELLS, askTable, cellsOf } from './read';

/** Something that is asked, and who waits for it. */
interface Asked<T> {
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
}
type Store = ReadonlyMap<string, unknown>;
interface AskedTable extends Asked<SourceTable> {
  readonly ref: TableRef;
  readonly onProgress: OnProgress | undefined;
}
interface Batch {
  readonly tables: readonly AskedTable[];
  readonly stores: readonly Asked<Store>[];
}

/**
 * Tables, and what the workbook keeps of ours: whatever is asked for before anything is awaited goes with one request,
 * since each costs a round trip. Every answer is of a moment after its question.
 */
export class AskedTogether {
  private batch: { readonly tables: AskedTable[]; readonly stores: Asked<Store>[] } | undefined;

  table(ref: TableRef, onProgress?: OnProgress): Promise<SourceTable> {
    return new Promise((resolve, reject) => {
      this.open().tables.push({ ref, onProgress, resolve, reject });
    });
  }

  store(): Promise<Store> {
    return new Promise((resolve, reject) => {
      this.open().stores.push({ resolve, reject });
    });
  }

  private open() {
    if (this.batch === undefined) {
      this.batch = { tables: [], stores: [] };
      queueMicrotask(() => {
        const { batch } = this;
        this.batch = undefined;
        if (batch !== undefined) void send(batch);
      });
    }
    return this.batch;
  }
}

async function send(batch: Batch): Promise<void> {
  try {
    await withExcel((context) => answer(context, batch));
  } catch (error) {
    const parts = partsOf(batch);
    // What one is refused for is not the others'. Whoever has an answer already hears of no other.
    if (parts.length > 1) await eachInTurn(parts, send);
    else for (const { reject } of [...batch.tables, ...batch.stores]) reject(error);
  }
}

const partsOf = ({ tables, stores }: Batch): readonly Batch[] => [
  ...tables.map((one) => ({ tables: [one], stores: [] })),
  ...(stores.length === 0 ? [] : [{ tables: [], stores }]),
];

async function answer(context: Excel.RequestContext, { tables, stores }: Batch): Promise<void> {
  const open = stores.length === 0 ? undefined : askStore(context, RECORD_SHEET);
  let room = FORMATTED_CELLS;
  const asked = tables.map((one) => {
    const isSmall = one.ref.rowCount > 0 && cellsOf(one.ref) <= room;
    if (isSmall) room -= cellsOf(one.ref);
    return { ...one, take: askTable(context, one.ref, isSmall) };
  });
  await context.sync();
  const store = await open?.();
  if (store !== undefined) for (const { resolve } of stores) resolve(store.entries);
  await eachInTurn(asked, async ({ take, onProgress, resolve, reject }) => {
    try {
      resolve(await take(onProgress));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      reject(error);
    }
  });
}
