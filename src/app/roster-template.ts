import type { RepField } from '../plan/fields';
import type { Rep } from '../plan/roster';
import { speak } from '../text/say';
import { freeSheetName } from './free-name';
import type { DataSheet, WorkbookPort } from './ports';
import type { Understanding } from './understanding/understand';

type Cell = DataSheet['rows'][number][number];

/** What a team list asks for, in this order: its number format, and what is known of a seat already. */
const COLUMNS: readonly (readonly [RepField, string, (seat: Rep) => Cell])[] = [
  ['repId', '@', ({ id }) => id ?? ''],
  ['repName', '@', ({ name, tbh }) => (tbh ? '' : name)],
  ['email', '@', ({ email }) => email ?? ''],
  ['role', '@', ({ role }) => role ?? ''],
  ['segment', '@', ({ segment }) => segment ?? ''],
  ['manager', '@', ({ manager }) => manager ?? ''],
  ['hireDate', 'yyyy-mm-dd', () => ''],
  ['startDate', 'yyyy-mm-dd', () => ''],
  ['endDate', 'yyyy-mm-dd', () => ''],
  ['capacityShare', '0%', ({ capacityShare }) => capacityShare],
  ['ramp', '0%', ({ tbh }) => (tbh ? '' : 1)],
  ['capacityHours', '#,##0', ({ capacityHours }) => capacityHours ?? ''],
  ['homeCity', '@', () => ''],
  ['homeState', '@', () => ''],
  ['homePostalCode', '@', () => ''],
  ['homeCountry', '@', () => ''],
  ['skills', '@', () => ''],
  ['coveredBy', '@', ({ coveredBy }) => coveredBy ?? ''],
  ['attainment', '0%', () => ''],
  ['base', '#,##0', () => ''],
  ['variable', '#,##0', () => ''],
  ['quota', '#,##0', () => ''],
  ['active', 'General', () => true],
];

/**
 * A team list to fill in: one row for each seat of the plan as it stands, so owners are in it already and
 * seats to be hired are rows without a name. Its headers are ones that intake recognises.
 */
export async function rosterTemplate(
  { choices: { seats }, book, settings }: Pick<Understanding, 'choices' | 'book' | 'settings'>,
  workbook: WorkbookPort,
): Promise<DataSheet> {
  const say = speak(settings.language);
  const name = await freeSheetName(workbook, book.survey, say('sheet.reps'));
  return {
    name,
    headers: COLUMNS.map(([field]) => say(`rep.${field}`)),
    formats: COLUMNS.map(([, format]) => format),
    rows: (seats.length > 0 ? seats : [OPEN]).map((seat) => COLUMNS.map(([, , cell]) => cell(seat))),
  };
}

const OPEN: Rep = { sheetRow: 0, name: '', tbh: true, active: true, capacityShare: 1 };
