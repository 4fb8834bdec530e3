import { columnKey, type CrmExport } from './exports';
import type { FileKey, LoadFile } from './file';
import { idKey } from './people';
import { answersTo, idOf, isLoaded, type LoaderResult } from './results';

/** A record of the CRM that is made and deleted, never changed: somebody's place in a territory, or in a team. */
export interface CrmRecord {
  readonly id: string;
  /** It is in no export: a loader has made it since. */
  readonly isMade: boolean;
  /** A loader has deleted it since. */
  readonly isGone: boolean;
  readonly text: (column: string) => string;
}

/**
 * Records as exported, with what loaders have made and deleted since: an id is given once, so results may stand in any order.
 * @param header columns by which what was made is known
 */
export function recordsNow(
  given: CrmExport | undefined,
  header: readonly string[],
  results: readonly LoaderResult[],
): CrmRecord[] {
  const gone = deletedIds(results);
  const of = (rows: CrmExport, row: number, id: string, isMade: boolean): CrmRecord => ({
    id,
    isMade,
    isGone: id !== '' && gone.has(idKey(id)),
    text: (column) => rows.text(column, row),
  });
  const exported = Array.from({ length: given?.rowCount ?? 0 }, (_, row) => row).flatMap((row) =>
    given === undefined ? [] : [of(given, row, given.text('Id', row), false)],
  );
  const known = new Set(exported.map(({ id }) => idKey(id)));
  const made = results.flatMap(({ headers, rows }) => {
    const there = new Set(headers.map(columnKey));
    if (!header.every((name) => there.has(columnKey(name)))) return [];
    return Array.from({ length: rows.rowCount }, (_, row) => row).flatMap((row) => {
      const id = idOf(rows, row);
      if (id === '' || isLoaded(rows, row) !== true || known.has(idKey(id))) return [];
      known.add(idKey(id));
      return [of(rows, row, id, true)];
    });
  });
  return [...exported, ...made];
}

/** Columns of results that speak of no ids alone. */
const NOT_OF_IDS = ['ownerid', 'objectid', 'userid', 'quotaownerid', 'developername'];

/** Ids of what loaders have deleted: they answer to a file of ids alone. */
function deletedIds(results: readonly LoaderResult[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { headers, rows } of results) {
    const there = new Set(headers.map(columnKey));
    if (!there.has('id') || NOT_OF_IDS.some((name) => there.has(name))) continue;
    for (let row = 0; row < rows.rowCount; row++) {
      const id = rows.text('Id', row);
      if (id !== '' && isLoaded(rows, row) === true) gone.add(idKey(id));
    }
  }
  return gone;
}

/** Records of one kind as they are to be. */
export interface Membership {
  readonly object: string;
  /** Who leaves, what takes that back, who joins, what takes that back. */
  readonly keys: readonly [out: FileKey, outBack: FileKey, into: FileKey, intoBack: FileKey];
  /** Columns of what joins, and of them those that tell one record from another. */
  readonly header: readonly string[];
  readonly known: readonly number[];
  /** Columns of what comes back, where it had more of them. */
  readonly back?: readonly string[];
  readonly records: readonly CrmRecord[];
  /** Whether a record is the plan's business, and may leave where it is not wanted. */
  readonly isOurs: (record: CrmRecord) => boolean;
  /** Whether it leaves, where nobody wants it. */
  readonly leaves: (record: CrmRecord) => boolean;
  /** What a record says when it comes back. */
  readonly comesBack: (record: CrmRecord, column: string) => string;
  /** Rows of who is to be there. */
  readonly wanted: readonly (readonly string[])[];
}

/**
 * Files that make records be as they are to be, from what they are by now; what takes them back leads to the export, however
 * many loads there were since, and covers what a loader has not spoken of, for that may have been loaded.
 */
export function membershipFiles(
  { object, keys, header, known, back = header, records, isOurs, leaves, comesBack, wanted }: Membership,
  results: readonly LoaderResult[],
): LoadFile[] {
  const rowKey = (row: readonly string[]) => known.map((c) => idKey(row[c] ?? '')).join('\0');
  const keyOf = (record: CrmRecord) => known.map((c) => idKey(record.text(header[c] ?? ''))).join('\0');
  const there = new Map(records.filter(({ isGone }) => !isGone).map((one) => [keyOf(one), one]));
  const exported = new Map(records.filter(({ isMade }) => !isMade).map((one) => [keyOf(one), one]));
  const wantedKeys = new Set(wanted.map(rowKey));
  const unwanted = records.filter((one) => !wantedKeys.has(keyOf(one)) && leaves(one) && one.id !== '');
  const leaving = unwanted.filter(({ isGone }) => !isGone);
  const missing = wanted.filter((row) => !there.has(rowKey(row)));
  const joined = wanted.filter(
    (row) => there.get(rowKey(row))?.isMade === true && !exported.has(rowKey(row)),
  );

  const into: LoadFile = { key: keys[2], object, operation: 'insert', header, known, rows: missing };
  const out: LoadFile = {
    key: keys[0],
    object,
    operation: 'delete',
    header: ['Id'],
    rows: leaving.map(({ id }) => [id]),
  };
  const refusedOf = (file: LoadFile): boolean[] => {
    const answers = answersTo(file, results);
    return file.rows.map((_, n) => answers?.[n]?.isLoaded === false);
  };
  const isStuck = refusedOf(out);
  const backKeys = new Set([
    ...[...exported].flatMap(([key, one]) => (one.isGone && isOurs(one) && !there.has(key) ? [key] : [])),
    ...leaving.filter((_, n) => isStuck[n] !== true).map(keyOf),
  ]);
  return [
    { ...out, ...answered(unwanted.length - leaving.length, isStuck) },
    {
      key: keys[1],
      object,
      operation: 'insert',
      header: back,
      rows: [...exported].flatMap(([key, one]) =>
        backKeys.has(key) ? [back.map((column) => comesBack(one, column))] : [],
      ),
    },
    { ...into, taken: joined, ...answered(joined.length, refusedOf(into)) },
    // Ids of what is not loaded yet are known when the loader has answered.
    {
      key: keys[3],
      object,
      operation: 'delete',
      header: ['Id'],
      rows: records.flatMap((one) =>
        one.isMade && !one.isGone && isOurs(one) && !exported.has(keyOf(one)) ? [[one.id]] : [],
      ),
    },
  ];
}

/** How a file was answered, as far as it was. */
function answered(loaded: number, isRefused: readonly boolean[]): Pick<LoadFile, 'answered'> {
  const failed = isRefused.filter(Boolean).length;
  return loaded + failed === 0 ? {} : { answered: { loaded, failed, open: isRefused.length - failed } };
}
