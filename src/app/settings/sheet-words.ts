import type { Cell } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import type { RunRecord } from '../../plan/run-record';
import type { Settings } from '../../plan/settings';
import type { InputCells } from '../../reports/inputs';
import { SETTING_PARTS } from '../../reports/territory-plan/settings';
import { countedWord, type CountedWord } from './counted-words';
import { metricsSaid } from './metric-words';
import { ofSeat, rowsSaid } from './new-rows';
import { mergeNamed, refusalOf, refusalOfName, type Said } from './said';

/** What the user said on the sheet Territory Plan since it was last looked at. */
export interface SheetWords {
  readonly said: Said;
  /** The cells that say it, and all those before them, as they stand now. */
  readonly taken: Readonly<Record<string, Cell>>;
  /** Cells whose value cannot be, told again at each look: left alone, but for those of quota, which count as blank. */
  readonly refused: readonly Failure[];
}

/**
 * Only a cell that differs from what we last wrote there, or last took from there, is a word of the user's:
 * so the pane and the sheet never fight.
 * @param written the blue cells as Apply wrote them
 * @param now the same cells as they stand; none where the sheet is gone
 * @param balance the metrics in force: a row of the sheet speaks of its own metric alone
 * @param record the plan that stands, for rows that are new in its list of territories
 * @param promised ids that none of these may have
 */
export function sheetWords(
  written: InputCells,
  now: InputCells,
  taken: Readonly<Record<string, Cell>>,
  balance: Settings['balance'] = [],
  record?: RunRecord,
  promised: readonly string[] = [],
): SheetWords {
  let said: Said = {};
  const refused: Failure[] = [];
  // A cell that could not be read this time says nothing new when it can be again.
  const rows = record === undefined ? undefined : rowsSaid(record, now, taken, promised);
  const kept: Record<string, Cell> = Object.fromEntries(
    Object.entries(taken).filter(([key]) => !now.has(key) && rows?.gone.includes(key) !== true),
  );
  for (const [key, value] of now) {
    if (key.startsWith('name.') || key.startsWith('row.')) continue;
    // What an earlier version wrote there is not known.
    if (key.startsWith('seat.') && !written.has(key)) continue;
    const known = taken[key] ?? written.get(key) ?? '';
    if (key === 'balance') {
      const words = metricsSaid(balance, String(known), String(value));
      if (words.said !== undefined) said = mergeNamed(said, words.said);
      refused.push(...words.refused);
      if (words.taken !== (written.get(key) ?? '')) kept[key] = words.taken;
      continue;
    }
    const isNew = value !== known;
    const isOther = value !== (written.get(key) ?? '');
    // What counts as blank was taken as that: it is told again as long as it stands there.
    if (isNew || (isOther && key.startsWith(QUOTA))) {
      const { word, refused: unread } = read(key, value);
      refused.push(...unread);
      if (word === undefined) {
        if (key in taken) kept[key] = known;
        continue;
      }
      if (isNew) said = mergeNamed(said, word); // two cells may speak of parts of one setting
    }
    if (isOther) kept[key] = value;
  }
  if (rows !== undefined) {
    said = mergeNamed(said, rows.said);
    refused.push(...rows.refused);
  }
  if (record !== undefined) for (const [key, value] of now) if (key.startsWith('row.')) kept[key] = value;
  return { said, taken: kept, refused };
}

/** What a cell says as far as it can be. */
function read(key: string, value: Cell): CountedWord {
  if (key.startsWith(QUOTA)) return countedWord(key.slice(QUOTA.length), value, (cell) => wordOf(key, cell));
  const word = wordOf(key, value);
  const refusal = refusalOf(word);
  return refusal === undefined ? { word, refused: [] } : { word: undefined, refused: [refusal] };
}

/** What a cell says. An empty cell takes its setting back to the default. */
function wordOf(key: string, value: Cell): Said {
  const word = value === '' ? null : value;
  const place = Object.entries(SETTING_PARTS).find(([name]) => key === `setting.${name}`)?.[1];
  if (place !== undefined) return { [place[0]]: { [place[1]]: word } };
  if (key.startsWith('fx.')) return { fx: { [key.slice('fx.'.length)]: word } };
  if (key.startsWith('fxFrom.')) {
    const [, code = '', part = ''] = key.split('.');
    return { fxFrom: { [code]: { [part]: word } } };
  }
  if (key.startsWith(QUOTA)) return { quota: quotaWord(key.slice(QUOTA.length).split('/'), word) };
  if (key.startsWith(SCORE)) return { score: scoreWord(key.slice(SCORE.length).split('/'), word) };
  if (key.startsWith(WORKLOAD)) return { workload: scoreWord([key.slice(WORKLOAD.length)], word) };
  if (key.startsWith(OBJECTIVES)) return { objectives: scoreWord([key.slice(OBJECTIVES.length)], word) };
  if (key.startsWith(SIGN_OFF)) return { signOff: scoreWord([key.slice(SIGN_OFF.length)], word) };
  if (key.startsWith(OPEN)) return openWord(key.slice(OPEN.length).split('/'), word);
  if (key.startsWith(SEGMENTS)) return { segments: scoreWord([key.slice(SEGMENTS.length)], word) };
  if (key.startsWith(OVERLAYS))
    return { overlays: overlayWord(key.slice(OVERLAYS.length).split('/'), value) };
  if (key.startsWith('seat.')) {
    const [, id = '', part = ''] = key.split('.');
    return { territoryList: { [id]: { [part]: ofSeat(part, value) } } };
  }
  return { [key.slice('setting.'.length)]: word };
}

/** What stands before the path of a setting of quota: `quota/seats/T07/start`. */
const QUOTA = 'quota/';
/** Settings that stand in several cells and are one: read as JSON. */
const LISTS: readonly string[] = ['lines', 'ramps', 'tiers', 'season', 'shares'];

/** What stands before the path of a setting of scores: `score/factors/industry/weight`. */
const SCORE = 'score/';
const WORKLOAD = 'workload/';
const SEGMENTS = 'segments/';
const OVERLAYS = 'overlays/';
const OBJECTIVES = 'objectives/';
const OPEN = 'open/';
const SIGN_OFF = 'signOff/';

/** A territory that is cleared of somebody is to have nobody; a setting that is cleared is as usual. */
function overlayWord([name = '', key = '', part = '']: readonly string[], value: Cell): Said {
  if (name === 'pods') return { pods: { [key]: { [part]: String(value) } } };
  const word = value === '' ? null : value;
  return name === 'roles' ? { roles: { [key]: { [part]: word } } } : { [name]: word };
}

function scoreWord([name = '', ...deeper]: readonly string[], word: Cell | null): Said {
  // The values of a factor are one setting, and so are tiers, rules and goals.
  const isList = ['tiers', 'points', 'rules', 'goals', 'teams', 'trades'].includes(name);
  const nested = (path: readonly string[]): unknown => {
    const [first, ...rest] = path;
    if (first !== undefined) return { [first]: nested(rest) };
    return isList && word !== null ? (JSON.parse(String(word)) as unknown) : word;
  };
  return { [name]: nested(deeper) };
}

/** Who covers a seat and when it starts are words on the seat itself; who is to come, on the open territory. */
function openWord([name = '', id = '', part = '']: readonly string[], word: Cell | null): Said {
  if (name !== 'seats') return { open: { [name]: word } };
  return part === 'future'
    ? { open: { seats: { [id]: { future: word } } } }
    : { quota: quotaWord(['seats', id, part], word) };
}

function quotaWord([name = '', ...deeper]: readonly string[], word: Cell | null): Said {
  const [key = '', part = ''] = deeper;
  // What is cleared of a seat is nothing; of a setting, as usual.
  if (name === 'seats' || (name === 'rows' && part === 'lastYear'))
    return { [name]: { [key]: { [part]: word, blank: { [part]: word === null ? true : null } } } };
  if (deeper.length > 0) return { [name]: quotaWord(deeper, word) };
  return { [name]: LISTS.includes(name) && word !== null ? JSON.parse(String(word)) : word };
}

export interface NewName {
  readonly id: string;
  readonly before: string;
  readonly name: string;
}

/** What the list of territories says of their names. */
export interface NamesRead {
  readonly names: readonly NewName[];
  /** Names that cannot be: the old ones stay in force, and that is told again at the next look. */
  readonly refused: readonly Failure[];
}

/**
 * Territories whose name in the list is another than the record's, and can be the name of one. Where two would have one
 * name nothing is renamed.
 */
export function newNames(record: RunRecord, now: InputCells): NamesRead {
  const refused: Failure[] = [];
  const isRead = [...now.keys()].some((key) => key.startsWith('name.'));
  const rows = record.territories.map(({ id, name: before }) => {
    const said = now.get(`name.${id}`);
    if (isRead && said === undefined) refused.push(new Failure('territoryRowGone', { id, name: before }));
    const name = said === undefined ? before : String(said);
    const refusal = name === before ? undefined : refusalOfName(id, name, before);
    if (refusal !== undefined) refused.push(refusal);
    return { id: id as string, before, name: refusal === undefined ? name : before };
  });
  const renamed = rows.filter(({ before, name }) => name !== before);
  if (renamed.length === 0) return { names: [], refused };
  const seen = new Set<string>();
  for (const { name } of rows) {
    const key = name.toLowerCase();
    if (seen.has(key))
      return { names: [], refused: [...refused, new Failure('sameTerritoryName', { name })] };
    seen.add(key);
  }
  return { names: renamed, refused };
}

/** The record with new names in it, so that they stay in the next design. */
export function renamedRecord(record: RunRecord, names: readonly NewName[]): RunRecord {
  const given = Object.fromEntries(names.map(({ id, name }) => [id, name]));
  const settings: Settings = {
    ...record.settings,
    territoryNames: { ...record.settings.territoryNames, ...given },
  };
  return {
    ...record,
    settings,
    territories: record.territories.map((territory) => ({
      ...territory,
      name: given[territory.id] ?? territory.name,
    })),
  };
}
