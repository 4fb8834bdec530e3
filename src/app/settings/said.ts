import { Failure } from '../../plan/failures';
import { metricKey } from '../../plan/metrics';
import type { QuotaSettings } from '../../plan/quota';
import { nameTrouble } from '../../plan/rules/territory-names';
import { numberOf } from '../../plan/territory-id';
import { BESIDE_PLAN, parseSettings, type Settings } from '../../plan/settings';
import { inAllLanguages } from '../../text/heard';

/**
 * Any part of the settings, as somebody said it. Null takes a setting back to its default, whatever stands
 * below. What is nested by name (`cap`, `fx`, columns, names of territories) is said name by name.
 */
export type Said = Readonly<Record<string, unknown>>;

/** The same for callers in the house, checked by the compiler. */
export type SettingsChange = {
  readonly [Key in keyof Settings]?: Settings[Key] extends readonly unknown[]
    ? Settings[Key]
    : NonNullable<Settings[Key]> extends object
      ? | { readonly [Name in keyof NonNullable<Settings[Key]>]?: NonNullable<Settings[Key]>[Name] | null }
        | null
      : Settings[Key] | null;
};

/** Settings that are said name by name; places of tables are said whole. */
const BY_NAME: ReadonlySet<string> = new Set([
  'cap',
  'moveWeights',
  'book',
  'fx',
  'fxFrom',
  'territoryList',
  'accountColumns',
  'repColumns',
  'territoryNames',
  ...BESIDE_PLAN,
] satisfies (keyof Settings)[]);

/** What is one word for all that is in it: of quotas that are issued again nothing of the last issue stays. */
const WHOLE: ReadonlySet<string> = new Set(['issued' satisfies keyof QuotaSettings]);

/** What is said in both, `over` before `under`. */
export function merge(under: Said, over: Said): Said {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = under[key];
    if (key === 'balance') merged[key] = withTolerances(value, below);
    else if (BY_NAME.has(key) && isNamed(value) && isNamed(below)) merged[key] = mergeNamed(below, value);
    else merged[key] = value;
  }
  return merged;
}

/** Two parts of a setting that is said name by name, however deep its names go. */
export const mergeNamed = (under: Said, over: Said): Said => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([name, value]) => {
      const below = under[name];
      return [name, isNamed(value) && isNamed(below) && !WHOLE.has(name) ? mergeNamed(below, value) : value];
    }),
  ),
});

/**
 * What is said of a part of something that was taken back whole: the other parts, which a plan below still names, stay taken
 * back.
 * @param said what was said before; @param below what stands below all that is said
 */
export function keepingTakenBack(change: Said, said: Said, below: Said): Said {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => {
      const [before, under] = [said[key], below[key]];
      if (!isNamed(value) || !isNamed(under)) return [key, value];
      if (before === null)
        return [key, { ...Object.fromEntries(Object.keys(under).map((name) => [name, null])), ...value }];
      return [key, isNamed(before) ? keepingTakenBack(value, before, under) : value];
    }),
  );
}

/** A list of metrics replaces the one below; a metric that stands in both keeps its tolerance if none is said. */
function withTolerances(over: unknown, under: unknown): unknown {
  if (!Array.isArray(over) || !Array.isArray(under)) return over;
  const key = ({ metric }: Said) => metricKey(String(metric));
  const before = new Map(under.filter(isNamed).map((entry) => [key(entry), entry['tolerance']]));
  return over.map((entry: unknown) =>
    isNamed(entry) && entry['tolerance'] === undefined && before.has(key(entry))
      ? { ...entry, tolerance: before.get(key(entry)) }
      : entry,
  );
}

export const isNamed = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is left when all that was taken back is gone. */
export function withoutNulls(said: Said): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      if (Array.isArray(value))
        return [[key, value.map((entry: unknown) => (isNamed(entry) ? withoutNulls(entry) : entry))]];
      return [[key, isNamed(value) ? withoutNulls(value) : value]];
    }),
  );
}

/** Settings of which only a part was said. @throws Failure `badSettings` naming the first thing that cannot be */
export function checkedSettings(said: Said): Settings {
  const settings = settingsOf(said);
  if (settings instanceof Failure) throw settings;
  return settings;
}

/** Why something cannot be said; undefined if it can. */
export function refusalOf(said: Said): Failure | undefined {
  const settings = settingsOf(said);
  return settings instanceof Failure ? settings : undefined;
}

function settingsOf(said: Said): Settings | Failure {
  if (!isNamed(said))
    return new Failure('badSettings', { path: '', expected: 'object', received: String(said) });
  const parsed = parseSettings(withoutNulls(said));
  if (parsed.ok) return parsed.settings;
  const [problem] = parsed.problems;
  return new Failure('badSettings', { ...problem, path: byMetric(problem?.path ?? '', said['balance']) });
}

/** A tolerance is named by its metric: nobody counts the rows of a list to find out which is meant. */
function byMetric(path: string, balance: unknown): string {
  const [setting, at, part] = path.split('.');
  if (setting !== 'balance' || part !== 'tolerance' || !Array.isArray(balance)) return path;
  const entry: unknown = balance[Number(at)];
  return isNamed(entry) ? `balance.${String(entry['metric'])}.tolerance` : path;
}

/**
 * Whoever says something of a territory means one of the plan's.
 * @param ids those of the plan
 * @throws Failure `noSuchTerritory`
 */
export function refuseStrangers(said: Said, ids: readonly string[]): void {
  const { quota, overlays } = said;
  const named = [
    said['territoryNames'],
    said['territoryList'],
    ...(isNamed(quota) ? [quota['seats'], quota['rows']] : []),
    ...(isNamed(overlays) ? [overlays['pods']] : []),
  ].flatMap((part) => (isNamed(part) ? Object.keys(part) : []));
  const numbers = new Set(ids.map(numberOf));
  const isOne = (id: string) => numbers.has(numberOf(id));
  // A row of quota is a territory and a line; a second rep of a seat, a territory and his number.
  const strangers = new Set(named.map((key) => key.split(/[.+]/)[0] ?? '').filter((id) => !isOne(id)));
  if (strangers.size === 0) return;
  throw new Failure('noSuchTerritory', {
    ids: [...strangers].join(', '),
    territories: ids.length,
    first: ids[0] ?? '',
    last: ids.at(-1) ?? '',
  });
}

/** Words for `Unassigned` in every language that a sheet may have. */
const reserved = () => inAllLanguages('sheet.unassigned');

/** Why a territory cannot have this name; undefined if it can. */
export function refusalOfName(id: string, name: string, before = ''): Failure | undefined {
  const why = nameTrouble(name, reserved());
  return why === undefined ? undefined : new Failure('badTerritoryName', { id, name, before, why });
}

/** @throws Failure for names that somebody gives and that cannot be, or two that are one for formulas */
export function refuseNames(said: Said): void {
  const names = said['territoryNames'];
  if (!isNamed(names)) return;
  const seen = new Set<string>();
  for (const [id, given] of Object.entries(names)) {
    // Cleared or taken back: the territory is named by its place again.
    if (typeof given !== 'string' || given.trim() === '') continue;
    const refusal = refusalOfName(id, given.trim());
    if (refusal !== undefined) throw refusal;
    const key = given.trim().toLowerCase();
    if (seen.has(key)) throw new Failure('sameTerritoryName', { name: given.trim() });
    seen.add(key);
  }
}
