import type { RunRecord } from '../plan/run-record';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Where accounts are by their Territory cells, whoever has changed these since the design; or by another column of ours. */
export function standingAssignment(
  { book: { owned }, list: { whole, accounts } }: Pick<Understanding, 'book' | 'list'>,
  record: Pick<RunRecord, 'territories'>,
  key: 'territory' | 'accepted' = 'territory',
): Int32Array {
  const territory = ourColumn({ whole, owned }, key);
  const at = new Map(record.territories.map(({ name }, j) => [name.toLowerCase(), j]));
  return accounts.sheetRow.map((row) => at.get(territory.at(row).toLowerCase()) ?? -1);
}
