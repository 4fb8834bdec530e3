import type { Cell } from '../../plan/cells';
import { GOAL_MEASURES, MARKET_FIELDS, SIZE_FIELDS, WORD_FIELDS } from '../../plan/segments';
import { named } from '../../text/heard';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped, trimmed } from '../settings-typed';
import { flagTyped, numberTyped, textTyped } from '../territory-plan/typed';
import { COLUMNS, SETTINGS_LISTED } from './layout';

/** The blue cells as they stand: `segments/deadZone`; rules and goals as JSON. */
export function segmentInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  for (const [key, value] of settingsTyped(
    tableOf('segmentSettings'),
    SETTINGS_LISTED,
    (one) => `segments.set.${one}`,
  )) {
    if (key === 'market') cells.set('segments/market', marketOf(value));
    else cells.set(`segments/${key}`, key === 'family' ? flagTyped(value) : numberTyped(value));
  }
  const rules = tableOf('segmentRules');
  if (rules !== undefined) cells.set('segments/rules', rulesIn(rules));
  const goals = tableOf('segmentGoals');
  if (goals !== undefined) cells.set('segments/goals', goalsIn(goals));
  return cells;
}

const marketOf = (value: Cell): Cell =>
  named(MARKET_FIELDS, value, (say, field) => say(`field.${field}`)) ?? value;

const listOf = (rows: readonly object[]): string => (rows.length === 0 ? '' : JSON.stringify(rows));

/** Rows without a name are none. */
function rulesIn(table: OwnTable): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => {
    const part = <Field extends string>(fields: readonly Field[], of: (field: Field) => Cell) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = of(field);
          return value === '' ? [] : [[field, value]];
        }),
      );
    const size = (bound: string) =>
      part(SIZE_FIELDS, (field) => numberTyped(trimmed(table.cell(`${bound}:${field}`, row))));
    return {
      name: trimmed(table.cell('segment', row)),
      from: size('from'),
      below: size('below'),
      is: part(WORD_FIELDS, (field) => textTyped(trimmed(table.cell(`is:${field}`, row)))),
    };
  });
  return listOf(rows.filter(({ name }) => name !== ''));
}

function goalsIn(table: OwnTable): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => {
    const measure = trimmed(table.cell('measure', row));
    const target = numberTyped(trimmed(table.cell('target', row)));
    const known = named(GOAL_MEASURES, measure, (say, key) => say(COLUMNS.segments[key]));
    return {
      goal: trimmed(table.cell('goal', row)),
      ...(measure === '' ? {} : { measure: known ?? measure }),
      segment: trimmed(table.cell('segment', row)),
      ...(target === '' ? {} : { target }),
    };
  });
  const said = rows.map(
    ({ goal, measure, target }) => goal !== '' || measure !== undefined || target !== undefined,
  );
  return listOf(rows.slice(0, said.lastIndexOf(true) + 1));
}
