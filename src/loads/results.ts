import { columnKey, type CrmExport } from './exports';
import type { Answered, FileKey, LoadFile } from './file';
import { idKey } from './people';
import { dayOf } from './quotas';

/** What a loader answered, and the headers that it answered with. */
export interface LoaderResult {
  readonly headers: readonly string[];
  readonly rows: CrmExport;
}

interface Answer {
  readonly isLoaded: boolean;
  /** It made a record that was not there; undefined where the result does not tell. */
  readonly isCreated: boolean | undefined;
  /** Id of what was made. */
  readonly id: string;
  /** What it said, where it refused the row. */
  readonly error: string;
}

/** What became of a row that gives an account to somebody. */
export interface Outcome {
  readonly file: FileKey;
  /** By which the row knows the account. */
  readonly id: string;
  readonly result: 'open' | 'loaded' | 'failed';
  readonly error: string;
}

/** Files whose rows begin with the account that somebody gets. */
const BY_ACCOUNT: readonly FileKey[] = ['owners', 'join'];

/**
 * What became of each row of these files, as they are before a loader has answered; of a list for other systems alone where
 * there is no other file.
 */
export function outcomesOf(files: readonly LoadFile[], results: readonly LoaderResult[]): Outcome[] {
  const loads = files.filter(({ key }) => BY_ACCOUNT.includes(key));
  const told = loads.length > 0 ? loads : files.filter(({ key }) => key === 'moves');
  return told.flatMap((file) => {
    const answers = answersTo(file, results);
    const taken = (file.taken ?? []).map((row): Outcome => ({
      file: file.key,
      id: String(row[0] ?? ''),
      result: 'loaded',
      error: '',
    }));
    const others = file.rows.map((row, n): Outcome => {
      const answer = answers?.[n];
      // What was loaded once, and is among its rows none the less, has been taken back since.
      const done = file.taken === undefined ? 'loaded' : 'open';
      return {
        file: file.key,
        id: String(row[0] ?? ''),
        result: answer === undefined ? 'open' : answer.isLoaded ? done : 'failed',
        error: answer?.error ?? '',
      };
    });
    return [...taken, ...others];
  });
}

/** Columns of a result that say whose an account is: Salesforce's, and HubSpot's. */
const OWNERS = [
  ['Id', 'OwnerId'],
  ['Record ID', 'Company owner'],
] as const;

/** Whom loaders have given accounts (and deals, and contacts) to, by the keys of their ids; the last one holds. */
export function ownersLoaded(results: readonly LoaderResult[]): ReadonlyMap<string, string> {
  const loaded = new Map<string, string>();
  for (const { rows } of results) {
    const columns = OWNERS.find((names) => names.every((name) => rows.has(name)));
    if (columns === undefined) continue;
    for (let row = 0; row < rows.rowCount; row++) {
      const [id, owner] = [rows.text(columns[0], row), rows.text(columns[1], row)];
      if (id !== '' && owner !== '' && isLoaded(rows, row) === true) loaded.set(idKey(id), owner);
    }
  }
  return loaded;
}

/** What takes a file of updates back row by row, in the same order. Records that are made and deleted: `records.ts`. */
const MIRRORED: Readonly<Partial<Record<FileKey, FileKey>>> = {
  owners: 'ownersBack',
  deals: 'dealsBack',
  contacts: 'contactsBack',
  quotas: 'quotasBack',
};

/**
 * Files of updates after a loader has answered: what is left of each are the rows that it refused or has not spoken of; what
 * takes it back covers the rows that it took or has not spoken of: giving an account to whom it is with does no harm.
 * A file of which no result speaks stays as it is. Of several results of one row the last holds, a rollback's too; a row
 * that went in once stays in, though it was refused before or afterwards, loaded twice: sheets stand in any order.
 */
export function reconciled(files: readonly LoadFile[], results: readonly LoaderResult[]): LoadFile[] {
  if (results.length === 0) return [...files];
  const out = new Map(files.map((file) => [file.key, file]));
  for (const file of files) {
    const back = MIRRORED[file.key];
    const answers = back === undefined ? undefined : answersTo(file, results);
    const undoing = back === undefined ? undefined : out.get(back);
    if (answers === undefined || undoing === undefined) continue;
    const loaded = answers.map((answer) => answer?.isLoaded === true);
    const answered: Answered = {
      loaded: loaded.filter(Boolean).length,
      failed: answers.filter((answer) => answer?.isLoaded === false).length,
      open: answers.filter((answer) => answer === undefined).length,
    };
    out.set(file.key, { ...file, answered, rows: file.rows.filter((_, n) => loaded[n] !== true) });
    const made = out.get('quotasNewBack');
    if (file.key === 'quotas' && made !== undefined) {
      const before = new Set(undoing.rows.map((row) => recordOf(file, row.map(String))));
      const rows = file.rows.flatMap((row, n) => {
        const answer = answers[n];
        const isNew = !before.has(recordOf(file, row.map(String))) && answer?.isCreated === true;
        return answer?.isLoaded === true && isNew && answer.id !== '' ? [[answer.id]] : [];
      });
      out.set(made.key, { ...made, rows });
    }
    out.set(undoing.key, {
      ...undoing,
      rows: backRows(
        file,
        undoing,
        answers.map((answer) => answer?.isLoaded === false),
      ),
    });
  }
  return [...out.values()];
}

/** Rows that take back those that may have been loaded, and those that an earlier plan has loaded. */
function backRows(file: LoadFile, undoing: LoadFile, isRefused: readonly boolean[]): LoadFile['rows'] {
  const of = (row: LoadFile['rows'][number]) => recordOf(file, row.map(String));
  const refused = new Set(file.rows.flatMap((row, n) => (isRefused[n] === true ? [of(row)] : [])));
  return undoing.rows.filter((row) => !refused.has(of(row)));
}

/** What tells a record, whatever else a row of it says. */
const recordOf = ({ known = [0] }: LoadFile, row: readonly string[]): string =>
  known.map((c) => idKey(row[c] ?? '')).join('\0');

/** By row; undefined where no result of this file is there. */
export function answersTo(
  file: LoadFile,
  results: readonly LoaderResult[],
): (Answer | undefined)[] | undefined {
  const wanted = new Set(file.rows.map((row) => keyOf(row.map(String))));
  const answers = new Map<string, Answer>();
  // What was done to a record since, by its id: a rollback makes it to be loaded again.
  const isUpdate = file.operation === 'update' || file.operation === 'upsert';
  const record = (row: readonly string[]): string => recordOf(file, row);
  let isThere = false;
  for (const { headers, rows } of results) {
    const there = new Set(headers.map(columnKey));
    if (!file.header.every((name) => there.has(columnKey(name)))) continue;
    // A file of ids alone is answered by a result that holds nothing of another kind of file.
    if (
      file.header.length === 1 &&
      ['ownerid', 'objectid', 'userid', 'quotaownerid'].some((name) => there.has(name))
    )
      continue;
    for (let row = 0; row < rows.rowCount; row++) {
      const cells = file.header.map((name) => asWritten(name, rows.text(name, row)));
      const isDone = isLoaded(rows, row);
      if (isDone === undefined) continue;
      const answer = {
        isLoaded: isDone,
        isCreated: isCreated(rows, row),
        id: idOf(rows, row),
        error: isDone ? '' : errorOf(rows, row),
      };
      if (wanted.has(keyOf(cells))) {
        const key = isUpdate ? record(cells) : keyOf(cells);
        if (isDone || answers.get(key)?.isLoaded !== true) answers.set(key, answer);
        isThere = true;
      } else if (isUpdate && isDone) answers.delete(record(cells));
    }
  }
  if (!isThere) return undefined;
  return file.rows.map((row) => answers.get(isUpdate ? record(row.map(String)) : keyOf(row.map(String))));
}

/** Where loaders write what was wrong with a row. */
const ERRORS = ['sf__Error', '__Errors', 'Error'];

const errorOf = (rows: CrmExport, row: number): string =>
  [...ERRORS, 'Status'].map((column) => rows.text(column, row)).find((text) => text !== '') ?? '';

/** Of what was made, or was there. */
export const idOf = (rows: CrmExport, row: number): string =>
  rows.text('sf__Id', row) || rows.text('__Id', row) || rows.text('Id', row);

/** Undefined where the loader has not come to it yet: Salesforce Inspector lists these, too. */
export function isLoaded(rows: CrmExport, row: number): boolean | undefined {
  if (rows.has('__Status')) {
    const status = rows.text('__Status', row);
    return /^succeeded/i.test(status) ? true : /^failed/i.test(status) ? false : undefined;
  }
  for (const column of ERRORS) if (rows.has(column)) return rows.text(column, row) === '';
  return !/^(?:error|fail)/i.test(rows.text('Status', row));
}

/** Data Loader says `Item Created` where it did not find a record, Bulk API `sf__Created`. */
function isCreated(rows: CrmExport, row: number): boolean | undefined {
  if (rows.has('sf__Created')) return /^true$/i.test(rows.text('sf__Created', row));
  const status = rows.text('__Action', row) || rows.text('Status', row);
  return status === '' ? undefined : /created/i.test(status);
}

/** Excel takes days of a result for dates, and amounts for numbers of its own spelling. */
function asWritten(name: string, text: string): string {
  if (name === 'StartDate') return dayOf(text);
  return name === 'QuotaAmount' && text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

const keyOf = (cells: readonly string[]): string => cells.map((cell) => idKey(cell)).join('\0');
