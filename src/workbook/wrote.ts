import type { Wrote } from '../app/ports';
import type { Journal } from './journal';

/** What a job wrote that waits for a decision, by its journal. */
export function wroteIn({ accounts, sheets }: Pick<Journal, 'accounts' | 'sheets'>): Wrote {
  const columns = [...(accounts?.kept ?? []), ...(accounts?.added ?? [])];
  return {
    isPlan: columns.some(({ key }) => key === 'territory'),
    sheets: sheets.map(({ name }) => name),
    columns: columns.map(({ header }) => header),
  };
}
