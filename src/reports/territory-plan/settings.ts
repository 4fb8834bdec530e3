import type { Cell } from '../../plan/cells';
import { BALANCE_FIELDS } from '../../plan/metrics';
import { AIMS, ALIKE, featuresIn, WEIGHTS, type Alike, type Settings } from '../../plan/settings';
import { UNITS } from '../../plan/together';
import { codeOrNamed } from '../../text/heard';
import { speak, type Say } from '../../text/say';
import { planNameIn } from '../plan-name';
import { flagTyped, languageTyped, numberTyped, textTyped } from './typed';

/** Settings that stand in the sheet one a row. Metrics have a table of their own. */
export const SHEET_SETTINGS = [
  'planName',
  'territories',
  'seed',
  'effort',
  'aim',
  'continuity',
  'weightCustomers',
  'weightActive',
  'weightUntouched',
  'keepFamilies',
  'unit',
  'connected',
  'alike',
  'bySegment',
  'byRegion',
  'bySkill',
  'namedSeats',
  'sharedSeats',
  'includeHiddenRows',
  'country',
  'capAccounts',
  'capMoney',
  'capCustomers',
  'capActive',
  'capUntouched',
  'bookAccounts',
  'bookHours',
  'effectiveFrom',
  'approval',
  'language',
] as const;
export type SheetSetting = (typeof SHEET_SETTINGS)[number];

/** Parts of settings that have a row of their own: where they are in the settings. */
export const SETTING_PARTS = {
  capAccounts: ['cap', 'accounts'],
  capMoney: ['cap', 'money'],
  capCustomers: ['cap', 'customers'],
  capActive: ['cap', 'active'],
  capUntouched: ['cap', 'untouched'],
  weightCustomers: ['moveWeights', 'customers'],
  weightActive: ['moveWeights', 'active'],
  weightUntouched: ['moveWeights', 'untouched'],
  bookAccounts: ['book', 'accounts'],
  bookHours: ['book', 'hours'],
} as const satisfies Partial<Record<SheetSetting, readonly [keyof Settings, string]>>;

const isPart = (key: SheetSetting): key is keyof typeof SETTING_PARTS => Object.hasOwn(SETTING_PARTS, key);

/** The value of a setting as it stands in the sheet. Absent is an empty cell. */
export function sheetSetting(settings: Settings, key: SheetSetting): string | number | boolean {
  if (isPart(key)) {
    const [whole, part] = SETTING_PARTS[key];
    const said = (settings[whole] as Readonly<Record<string, number | undefined>> | undefined)?.[part];
    return said ?? (whole === 'moveWeights' ? WEIGHTS[part] : '');
  }
  if (key === 'effectiveFrom') return serialOf(settings.effectiveFrom);
  if (key === 'planName') return planNameIn(speak(settings.language), settings);
  if (key === 'aim')
    return settings.aim === undefined ? '' : speak(settings.language)(`plans.${settings.aim}`);
  if (key === 'unit')
    return settings.unit === undefined ? '' : speak(settings.language)(`unit.${settings.unit}`);
  if (key === 'alike')
    return (featuresIn(settings.alike ?? '') ?? [])
      .map((feature) => alikeWord(speak(settings.language), feature))
      .join(', ');
  return settings[key] ?? '';
}

/** What a feature is called by which accounts go together. */
export const alikeWord = (say: Say, feature: Alike): string =>
  say(feature === 'size' ? 'alike.size' : `field.${feature}`);

/** Features by their names in any language, with commas between; what is none comes back as it is, to be refused by name. */
function alikeTyped(cell: Cell): Cell {
  const words = String(cell)
    .split(/[,;+]/)
    .filter((word) => word.trim() !== '');
  const features = words.map((word) => codeOrNamed(ALIKE, word, alikeWord));
  return features.every((feature) => feature !== undefined) ? features.join('+') : cell;
}

/** A unit by its name in any language; empty: none. */
const unitTyped = (cell: Cell): Cell => codeOrNamed(UNITS, cell, (say, unit) => say(`unit.${unit}`)) ?? cell;

/** Looks of the cells of settings that are no plain numbers or words. */
export const SETTING_FORMATS: Readonly<Partial<Record<SheetSetting, string>>> = {
  continuity: '0%',
  weightCustomers: '0%',
  weightActive: '0%',
  weightUntouched: '0%',
  capAccounts: '0%',
  capMoney: '0%',
  capCustomers: '0%',
  capActive: '0%',
  capUntouched: '0%',
};

/** Day 0 of Excel's dates, so that days count as it counts them from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** An ISO date as Excel has it; empty for none. */
const serialOf = (iso: string | undefined): number | '' =>
  iso === undefined ? '' : Math.round((Date.parse(iso) - EPOCH) / DAY);

/** A cell that holds a date, as ISO; what is none comes back as it is, to be refused by name. */
export function isoOf(cell: Cell): Cell {
  if (typeof cell !== 'number') return typeof cell === 'string' ? cell.trim() : cell;
  const date = new Date(EPOCH + Math.floor(cell) * DAY);
  return cell > 0 && cell < 2_958_466 ? date.toISOString().slice(0, 10) : cell;
}

/** An aim by its name in any language; empty, or by the name of the plan as it is set: none. */
function aimTyped(cell: Cell): Cell {
  const aim = codeOrNamed(['set', ...AIMS], cell, (say, one) => say(`plans.${one}`));
  return aim === 'set' ? '' : (aim ?? cell);
}

/** How what was typed for each setting is understood. */
const TYPED: Readonly<Record<SheetSetting, (cell: Cell) => Cell>> = {
  planName: textTyped,
  territories: numberTyped,
  seed: numberTyped,
  effort: numberTyped,
  aim: aimTyped,
  continuity: numberTyped,
  weightCustomers: numberTyped,
  weightActive: numberTyped,
  weightUntouched: numberTyped,
  keepFamilies: flagTyped,
  unit: unitTyped,
  connected: flagTyped,
  alike: alikeTyped,
  bySegment: flagTyped,
  byRegion: flagTyped,
  bySkill: flagTyped,
  namedSeats: flagTyped,
  sharedSeats: flagTyped,
  includeHiddenRows: flagTyped,
  country: (cell) => (typeof cell === 'string' ? cell.trim().toUpperCase() : cell),
  capAccounts: numberTyped,
  capMoney: numberTyped,
  capCustomers: numberTyped,
  capActive: numberTyped,
  capUntouched: numberTyped,
  bookAccounts: numberTyped,
  bookHours: numberTyped,
  effectiveFrom: isoOf,
  approval: flagTyped,
  language: languageTyped,
};

/** What a cell says of a setting: its value, or the cell as it is where that is none. */
export const settingWord = (key: string, cell: Cell): Cell =>
  SHEET_SETTINGS.find((setting) => setting === key) === undefined ? cell : TYPED[key as SheetSetting](cell);

/** Which setting a row speaks of: by its label in any of our languages, or by its key, as earlier versions wrote it. */
export const settingOf = (text: string): string =>
  codeOrNamed(SHEET_SETTINGS, text, (say, setting) => say(`plan.label.${setting}`)) ?? text.trim();

/** Which metric a row speaks of: by its name in any of our languages, or by its id. */
export function metricIdOf(text: string): string {
  const fields = text
    .split('+')
    .map((part) =>
      codeOrNamed([...BALANCE_FIELDS, 'count'] as const, part, (say, field) =>
        say(field === 'count' ? 'metric.count' : `field.${field}`),
      ),
    );
  return fields.every((field) => field !== undefined) ? fields.join('+') : text.trim();
}
