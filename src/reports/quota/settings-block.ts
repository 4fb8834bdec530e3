import { columnLetters, type Cell } from '../../plan/cells';
import { quotaName, tableName, type TableKey } from '../names';
import type { CellsBlock, NameSpec, TableBlock, ValidationSpec } from '../spec';
import type { QuotaContext } from './context';
import type { PaySetting } from './pay-layout';
import type { QuotaSetting } from './plan-layout';
import { CHOICES, isChoice, wordOf, type Choice } from './words';

/** Where a block of settings or of choices begins: its head. */
interface Place {
  readonly row: number;
  readonly column: number;
}
type Setting = QuotaSetting | PaySetting;
type Words = Pick<QuotaContext, 'say' | 'layer'>;

/** Address of cells down one column. */
function down(row: number, column: number, rows = 1): string {
  const letters = columnLetters(column + 1);
  const first = `{sheet}!$${letters}$${row + 1}`;
  return rows === 1 ? `=${first}` : `=${first}:$${letters}$${row + rows}`;
}

/** Names of the cells of settings: formulas of every sheet speak of them. */
export const settingNames = (
  { say, layer }: Words,
  settings: readonly Setting[],
  { row, column }: Place,
): NameSpec[] =>
  settings.map((key, n) => ({
    name: quotaName(layer, key),
    formula: down(row + 1 + n, column + 1),
    comment: say(`quota.set.${key}`),
  }));

/** Names of what drop-downs choose from. */
export const choiceNames = (
  { say, layer }: Words,
  listed: readonly Choice[],
  { row, column }: Place,
): NameSpec[] =>
  listed.map((choice, c) => ({
    name: quotaName(layer, choice, 'Choices'),
    formula: down(row + 1, column + c, CHOICES[choice].length),
    comment: say('quota.choices'),
  }));

/** The drop-down of a choice. */
export function choiceList({ say, layer }: Words, choice: Choice): ValidationSpec {
  return {
    list: `=${quotaName(layer, choice, 'Choices')}`,
    prompt: { title: say('quota.choices'), message: say('quota.choose') },
    error: { title: say('quota.choices'), message: say('quota.choose') },
  };
}

export function choicesBlock({ say }: Words, listed: readonly Choice[], at: Place): CellsBlock {
  const longest = Math.max(...listed.map((choice) => CHOICES[choice].length));
  return {
    kind: 'cells',
    ...at,
    cells: [
      listed.map(() => ({ value: say('quota.choices'), style: 'label' })),
      ...Array.from({ length: longest }, (_, n) =>
        listed.map((choice) => {
          const code = CHOICES[choice][n];
          return code === undefined ? null : { value: wordOf(say, choice, code) };
        }),
      ),
    ],
  };
}

/** Settings one a row: what each is called, its value in blue, its unit, what it does. */
export function settingsTable<Key extends Setting>(
  context: QuotaContext,
  table: TableKey,
  at: Place,
  settings: readonly Key[],
  valueOf: (key: Key) => Cell,
  formats: Readonly<Partial<Record<Key, string>>>,
): TableBlock {
  const { say, layer } = context;
  return {
    kind: 'table',
    ...at,
    name: tableName(layer, table),
    rows: settings.length,
    columns: [
      {
        key: 'setting',
        header: say('plan.setting'),
        cells: settings.map((key) => say(`quota.set.${key}`)),
      },
      {
        key: 'value',
        header: say('plan.value'),
        cells: settings.map((key) => (isChoice(key) ? wordOf(say, key, String(valueOf(key))) : valueOf(key))),
        style: 'input',
        align: 'left',
        looks: settings.map((key) => {
          const format = formats[key];
          return {
            ...(format === undefined ? {} : { format }),
            ...(isChoice(key) ? { validation: choiceList(context, key) } : {}),
          };
        }),
      },
      { key: 'unit', header: say('plan.unit'), cells: settings.map((key) => say(`quota.unit.${key}`)) },
      {
        key: 'meaning',
        header: say('plan.meaning'),
        cells: settings.map((key) => say(`quota.means.${key}`)),
      },
    ],
  };
}
