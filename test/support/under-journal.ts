import { HIDDEN_SHEETS, CHECKPOINT_SHEET, UNDO_SHEET } from '../../src/workbook/checkpoint';
import type { OpenWorkbook } from './office';

/** The wire: an object is reached by a path over that of its parent; actions are carried out in their order. */
interface Path {
  readonly Name?: string;
  readonly ObjectPathType: number;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] | null };
}
interface Action {
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] | null };
}
interface Body {
  readonly Actions?: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<string, Path>>;
}
const INSTANTIATE = 1;
const METHOD = 3;
const SET = 4;
const METHOD_PATH = 3;
/** They change nothing in a workbook. */
const HARMLESS = /^(_\w+|Activate|Select|Untrack|Track|Get\w*|Load)$/;
const JOURNALS: readonly string[] = [CHECKPOINT_SHEET, UNDO_SHEET];

/**
 * Watches what is written from now on: whatever is not on a hidden sheet of ours is written while a whole journal of it
 * stands there, or not at all.
 * @returns what was written without one, request by request
 */
export function watchJournal({ host }: OpenWorkbook): () => readonly string[] {
  const request = host.request.bind(host);
  const strays: string[] = [];
  host.request = (text, flags) => {
    // Once a sheet has been read the client library calls it by its id.
    const named = (argument: string) => host.book.sheetWithId(argument)?.name ?? argument;
    strays.push(...straysIn(JSON.parse(text) as Body, hasJournal(host), named));
    return request(text, flags);
  };
  return () => {
    host.request = request;
    return strays;
  };
}

const hasJournal = ({ book }: OpenWorkbook['host']): boolean =>
  JOURNALS.some((name) => String(book.sheetNamed(name)?.cells.raw(0, 0)?.v ?? '').startsWith('~'));

function straysIn(
  { Actions = [], ObjectPaths = {} }: Body,
  isBegun: boolean,
  named: (argument: string) => string,
): string[] {
  let isUnder = isBegun;
  const strays: string[] = [];
  const chainOf = (id: number): Path[] => {
    const path = ObjectPaths[id];
    return path === undefined ? [] : [path, ...chainOf(path.ParentObjectPathId ?? 0)];
  };
  for (const { ActionType, Name = '', ObjectPathId, ArgumentInfo } of Actions) {
    const chain = chainOf(ObjectPathId);
    const [own] = chain;
    const isAdded = ActionType === INSTANTIATE && own?.ObjectPathType === METHOD_PATH && own.Name === 'Add';
    const isWriting = ActionType === SET || (ActionType === METHOD && !HARMLESS.test(Name)) || isAdded;
    if (!isWriting) continue;
    const sheet = chain
      .flatMap((path) => path.ArgumentInfo?.Arguments ?? [])
      .map((argument) => named(String(argument)))
      .find((argument) => HIDDEN_SHEETS.includes(argument));
    if (sheet === undefined && !isUnder)
      strays.push(`${chain.map((path) => path.Name).join(' of ')}.${Name}`);
    if (sheet === undefined || !JOURNALS.includes(sheet)) continue;
    if (Name === 'Delete') isUnder = false;
    else if (JSON.stringify(ArgumentInfo ?? '').includes('~{\\"schema')) isUnder = true;
  }
  return strays;
}
