import type { Cell } from '../../plan/cells';
import { metricsOf, type RunRecord } from '../../plan/run-record';
import { wordsFor, type TerritoryWords } from '../../plan/settings';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import type { COLUMNS } from './layout';
import { metricIdOf, settingOf, settingWord, SHEET_SETTINGS, sheetSetting } from './settings';
import { numberTyped } from './typed';

/** Columns of the territory list that are words on a seat, and what they are called in the settings. */
const SEAT_WORDS = {
  owner: 'owner',
  manager: 'manager',
  share: 'share',
  capacity: 'capacityHours',
  objective: 'objective',
  measure: 'measure',
  support: 'support',
} as const satisfies Partial<Record<keyof typeof COLUMNS.territories, keyof TerritoryWords>>;
const SEAT_COLUMNS = Object.keys(SEAT_WORDS) as (keyof typeof SEAT_WORDS)[];

/** The blue cells of this sheet as Apply wrote them, by key. */
export function inputsWritten(record: RunRecord): InputCells {
  const { settings, territories } = record;
  return new Map<string, Cell>([
    ...SHEET_SETTINGS.map(
      (key) => [`setting.${key}`, settingWord(key, sheetSetting(settings, key))] as const,
    ),
    ['balance', JSON.stringify(metricsOf(record).map(({ metric, tolerance }) => [metric, tolerance]))],
    ...Object.entries(settings.fx ?? {}).flatMap(([code, rate]) => [
      [`fx.${code}`, rate] as const,
      [`fxFrom.${code}.date`, settings.fxFrom?.[code]?.date ?? ''] as const,
      [`fxFrom.${code}.source`, settings.fxFrom?.[code]?.source ?? ''] as const,
    ]),
    ...territories.map(({ id, name }) => [`name.${id}`, name] as const),
    ...territories.flatMap((territory) => seatWritten(territory, wordsFor(settings, territory.id))),
  ]);
}

/** A row of the list; without what a record of an earlier version did not keep. */
function seatWritten(
  { id, owner = '', manager, share = 1, capacityHours }: RunRecord['territories'][number],
  { objective = '', measure = '', support = '' }: TerritoryWords,
): (readonly [string, Cell])[] {
  const kept = manager === undefined ? {} : { owner, manager, share, capacityHours: capacityHours ?? '' };
  return Object.entries({ ...kept, objective, measure, support }).map(
    ([part, cell]) => [`seat.${id}.${part}`, cell] as const,
  );
}

/** The same cells as they stand now. */
export function inputsRead(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const inputs = new Map<string, Cell>();
  const settings = tableOf('settings');
  for (const row of filledRows(settings, 'setting')) {
    const key = settingOf(String(settings?.cell('setting', row)));
    inputs.set(`setting.${key}`, settingWord(key, settings?.cell('value', row) ?? ''));
  }
  const rates = tableOf('rates');
  for (const row of filledRows(rates, 'code')) {
    const code = String(rates?.cell('code', row)).trim();
    inputs.set(`fx.${code}`, numberTyped(rates?.cell('rate', row) ?? ''));
    for (const part of ['date', 'source']) inputs.set(`fxFrom.${code}.${part}`, rates?.cell(part, row) ?? '');
  }
  readTerritories(tableOf('territories'), inputs);
  const metrics = tableOf('metrics');
  if (metrics !== undefined) {
    const rows = filledRows(metrics, 'metric').map((row) => [
      metricIdOf(String(metrics.cell('metric', row))),
      numberTyped(metrics.cell('tolerance', row)),
    ]);
    inputs.set('balance', JSON.stringify(rows));
  }
  return inputs;
}

/** Rows with an id that the plan does not know are new ones too, whatever somebody has put there. */
export function withNewRows(now: InputCells, { territories }: RunRecord): InputCells {
  const known = new Set<string>(territories.map(({ id }) => id));
  const isNew = (key: string) => {
    const [kind = '', id = ''] = key.split('.');
    return (kind === 'name' || kind === 'seat') && !known.has(id);
  };
  const cells = new Map([...now].filter(([key]) => !isNew(key)));
  let added = [...now.keys()].filter((key) => key.startsWith('row.')).length;
  for (const [key, name] of now) {
    if (!key.startsWith('name.') || !isNew(key)) continue;
    const id = key.slice('name.'.length);
    const words = SEAT_COLUMNS.map((column) => now.get(`seat.${id}.${SEAT_WORDS[column]}`) ?? '');
    cells.set(`row.${++added}`, JSON.stringify([name, ...words]));
  }
  return cells;
}

/** Rows of a table in which a column is filled. */
const filledRows = (table: OwnTable | undefined, column: string): number[] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row).filter(
    (row) => String(table?.cell(column, row) ?? '').trim() !== '',
  );

/** The list of territories by id, wherever a row stands; rows that nobody has given an id are new, as JSON. */
function readTerritories(table: OwnTable | undefined, inputs: Map<string, Cell>): void {
  let added = 0;
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const cell = (column: string): Cell => {
      const typed = table?.cell(column, row) ?? '';
      return column === 'share' || column === 'capacity' ? numberTyped(typed) : typed;
    };
    const id = String(cell('id')).trim().toUpperCase();
    if (id !== '' && !inputs.has(`name.${id}`)) {
      inputs.set(`name.${id}`, cell('territory'));
      for (const column of SEAT_COLUMNS) inputs.set(`seat.${id}.${SEAT_WORDS[column]}`, cell(column));
      continue;
    }
    const words = ['territory', ...SEAT_COLUMNS].map(cell);
    if (words.every((word) => String(word).trim() === '')) continue;
    inputs.set(`row.${++added}`, JSON.stringify(words));
  }
}
