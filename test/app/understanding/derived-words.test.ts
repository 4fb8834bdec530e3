import { mapAccountColumns } from '../../../src/intake';
import { ACCOUNT_FIELDS, type AccountField } from '../../../src/plan/fields';
import type { Cell, SourceTable } from '../../../src/plan/cells';
import { isMessageId, LANGUAGES, speak } from '../../../src/text/say';

/** Cells as a list that is made has them. */
const CELLS: Readonly<Record<string, readonly Cell[]>> = {
  money: [1823.15, 358500, '', 3463.88],
  number: [12, 15, '', 3],
  text: ['001Nq0000A', '001Nq0000B', '001Nq0000C', '001Nq0000D'],
  date: [46000, 46001, '', 46100],
  flag: [true, false, '', true],
};

const FIELDS: Readonly<Partial<Record<AccountField, readonly Cell[]>>> = {
  accountName: ['Acme Corp', 'Bell Ltd', 'Core Inc', 'Dale Foods'],
  owner: ['Ana Ruiz', 'Ben Ito', 'Ana Ruiz', 'Cy Moss'],
  city: ['Denver', 'Boise', 'Austin', 'Boston'],
  state: ['CO', 'ID', 'TX', 'MA'],
  country: ['United States', 'Germany', 'France', 'Spain'],
  postalCode: ['80202', '83702', '73301', '02108'],
  segment: ['SMB', 'Enterprise', 'SMB', 'Mid-Market'],
};

/** What `rollUp` makes: whoever sums rows up to accounts gives the list these columns. */
const MADE: readonly AccountField[] = [
  'accountId',
  'accountName',
  'owner',
  'ownerId',
  'openPipeline',
  'bookingsYtd',
  'arr',
  'lastActivity',
  'city',
  'state',
  'country',
  'postalCode',
  'segment',
];

test.each(LANGUAGES)('a list that was made is read again under its own headers (%s)', (language) => {
  const say = speak(language);
  for (const field of MADE) {
    const id = `field.${field}`;
    if (!isMessageId(id)) throw new Error(`${id} has no word.`);
    const header = say(id as 'field.owner');
    const headers = [say('field.accountName'), header].slice(field === 'accountName' ? 1 : 0);
    const kind = field === 'lastActivity' ? 'date' : ACCOUNT_FIELDS[field];
    const cells = FIELDS[field] ?? CELLS[kind] ?? CELLS['text'] ?? [];
    const source: SourceTable = {
      sheet: 'Accounts',
      table: 'Accounts',
      headerRow: 1,
      firstRow: 2,
      firstColumn: 1,
      rowCount: 4,
      headers,
      columns: headers.length === 1 ? [cells] : [['Acme', 'Bell', 'Core', 'Dale'], cells],
      formats: headers.map(() => 'General'),
      isFormula: headers.map(() => false),
      hiddenRows: [],
    };
    expect([header, mapAccountColumns(source).mapping[field]]).toEqual([header, headers.length - 1]);
  }
});
