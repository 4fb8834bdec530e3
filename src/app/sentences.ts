import type { Failure } from '../plan/failures';
import { featuresIn, isDay } from '../plan/settings';
import type { Notice } from '../plan/design';
import type { Finding, FindingCode } from '../plan/findings';
import { metricFields } from '../plan/metrics';
import { metricLabel } from '../reports/context';
import { alikeWord, SETTING_PARTS } from '../reports/territory-plan/settings';
import type { ApplyReport, Moved, PendingState, RevertReport } from './ports';
import type { Numbers } from '../text/numbers';
import { isMessageId, type MessageId, type Say } from '../text/say';

/** Parameters as a reader wants them: metrics by name, numbers in the language's form. */
function readable(
  say: Say,
  numbers: Numbers,
  params: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (key === 'metric' && typeof value === 'string') return [key, metricName(say, value)];
      if (key === 'field' && typeof value === 'string' && isMessageId(`field.${value}`)) {
        return [key, say(`field.${value}` as 'field.owner')];
      }
      if (key === 'repField' && typeof value === 'string' && isMessageId(`rep.${value}`)) {
        return [key, say(`rep.${value}` as 'rep.repName')];
      }
      if ((key === 'alike' || key === 'could') && typeof value === 'string')
        return [key, alikeWords(say, value)];
      if (key === 'path' && typeof value === 'string') return [key, settingName(say, value)];
      if (key === 'limit' && params['expected'] === 'oneOf') return [key, choicesOf(say, params)];
      if (typeof value === 'number' && WORDED_NUMBERS.has(key)) return [key, numbers.short(value)];
      // Of accounts a limit allows whole ones.
      if (typeof value === 'number' && (key === 'allowed' || key === 'needed'))
        return [
          key,
          MONEY_LIMITS.has(String(params['by']))
            ? numbers.short(value)
            : numbers.whole(key === 'allowed' ? Math.floor(value) : Math.ceil(value)),
        ];
      if (FRACTIONS.has(key) && typeof value === 'number') return [key, numbers.percent(value)];
      if (key === 'date' && typeof value === 'string' && isDay(value))
        return [key, numbers.date(new Date(value))];
      return [key, value];
    }),
  );
}

/** `region+size` as these are called; a word that is none as it is. */
const alikeWords = (say: Say, alike: string): string =>
  (featuresIn(alike) ?? []).map((feature) => alikeWord(say, feature)).join(', ') || alike;

export function metricName(say: Say, id: string): string {
  const fields = metricFields(id);
  return fields === undefined ? id : metricLabel(say, { fields });
}

/** The words to choose from as they stand in the drop-down of a cell, where they do. */
function choicesOf(say: Say, { path, limit }: Readonly<Record<string, string | number>>): string {
  const setting = String(path).split('.').at(-1) ?? '';
  return String(limit)
    .split(', ')
    .map((code) => {
      const id = [`quota.${setting}.${code}`, `${setting}.${code}`].find(isMessageId);
      // The words of choices ask for nothing.
      return id === undefined ? code : say(id as 'language.en');
    })
    .join(', ');
}

/** Where a setting of quota stands: `Start (T07)`, `Plan (line 2)`, `Rounding unit`. */
function quotaName(say: Say, [name = '', ...parts]: readonly string[]): string | undefined {
  const word = (key: string): string | undefined => {
    const ids = [`quota.set.${key}`, `quota.${QUOTA_WORDS[key] ?? key}`];
    const id = ids.find(isMessageId);
    return id === undefined ? undefined : say(id);
  };
  if (parts.length === 0) return word(name);
  const what = word(parts.at(-1) ?? '');
  if (what === undefined) return undefined;
  const where =
    name === 'lines' ? say('quota.lineNth', { number: Number(parts[0]) + 1 }) : parts.slice(0, -1).join('.');
  return `${what} (${where})`;
}

/** Parts of a setting that are called otherwise on the sheet. */
const QUOTA_WORDS: Readonly<Record<string, string>> = { overAssignment: 'over' };

/** Settings that stand on a sheet are called as they are there. */
function settingName(say: Say, path: string): string {
  const [setting = '', ...parts] = path.split('.');
  const [first = '', second = ''] = parts;
  const label = `plan.label.${PATHS[`${setting}.${first}`] ?? setting}`;
  if (isMessageId(label)) return say(label as 'plan.label.seed');
  const column = LIST_COLUMNS[second];
  if (setting === 'territoryList' && column !== undefined) return `${say(column)} (${first})`;
  if (setting === 'balance' && second === 'tolerance')
    return `${say('plan.tolerance')} (${metricName(say, first)})`;
  if (setting === 'balance' && first === 'metric') return say('plan.metric');
  if (setting === 'quota') return quotaSettingName(say, first, parts) ?? quotaName(say, parts) ?? path;
  if (setting === 'score') return scoreSettingName(say, parts) ?? path;
  if (setting === 'segments') return segmentSettingName(say, first, parts);
  const ofWorkload = `workload.set.${first}`;
  if (setting === 'workload')
    return isMessageId(ofWorkload) ? say(ofWorkload as 'workload.set.speed') : say('workload.tiers');
  if (setting === 'open')
    return first === 'seats'
      ? `${say('open.future')} (${second})`
      : say(`open.set.${first}` as 'open.set.cap');
  if (setting === 'signOff') return signOffSettingName(say, first, parts);
  if (setting === 'objectives') return say(`objectives.set.${first}` as 'objectives.set.pipeline');
  if (setting === 'overlays') return overlaySettingName(say, parts);
  if (setting === 'fx') return `${say('plan.rate.rate')} (${first})`;
  return path;
}

/** As it is called on the sheet of sign-offs. */
function signOffSettingName(say: Say, first: string, [, , part = '']: readonly string[]): string {
  const label = `signOff.set.${first}`;
  if (isMessageId(label)) return say(label as 'signOff.set.due');
  return part === 'on' ? say('signOff.on') : say(first === 'teams' ? 'signOff.teams' : 'signOff.trades');
}

/** As it is called on the sheet of overlays. */
function overlaySettingName(say: Say, [first = '', at = '', part = '']: readonly string[]): string {
  if (first === 'pods') return `${say('overlays.pods')} (${at})`;
  if (first === 'roles') return `${say(part === 'by' ? 'overlays.by' : 'overlays.ratio')} (${at})`;
  return say('overlays.set.tolerance');
}

/** As it is called on the sheets of quota; undefined where it has no line of its own there. */
function quotaSettingName(
  say: Say,
  name: string,
  [, at = '', part = '', deeper = '']: readonly string[],
): string | undefined {
  const label = `quota.set.${name}`;
  if (isMessageId(label)) return say(label as 'quota.set.unit');
  if (name === 'ramps') {
    const where = say('quota.lineNth', { number: Number(at) + 1 });
    const month =
      part === 'months' && deeper !== '' ? ` ${say('quota.month', { month: Number(deeper) + 1 })}` : '';
    return `${say('quota.ramps.short')} (${where})${month}`;
  }
  if (name === 'season' && at !== '') return `${say('quota.season')} (${Number(at) + 1})`;
  const column = TIER_COLUMNS[part];
  if (name !== 'tiers') return undefined;
  return column === undefined
    ? say('quota.tiers.title')
    : `${say('quota.tiers.title')}, ${Number(at) + 1}: ${say(column)}`;
}

/** As it is called on the sheet of segments: `Employees from (rule 2)`. */
function segmentSettingName(
  say: Say,
  name: string,
  [, at = '', part = '', field = '']: readonly string[],
): string {
  const setting = `segments.set.${name}`;
  if (isMessageId(setting)) return say(setting as 'segments.set.family');
  if (name === 'goals') {
    const what = `segments.${part}`;
    return isMessageId(what) ? say(what as 'segments.target') : say('segments.goals');
  }
  const id = part === 'is' ? `field.${field}` : `segments.${part}.${field}`;
  const what = isMessageId(id) ? say(id as 'field.industry') : say('plan.segment');
  return say('segments.ruleNth', { what, number: Number(at) + 1 });
}

/** As it is called on the sheet of scores: `Weight (Industry)`, `As at`. */
function scoreSettingName(say: Say, [name = '', at = '', ...deeper]: readonly string[]): string | undefined {
  if (name === 'tiers') return say('score.tiers');
  if (name === 'asAt') return say('score.set.asAt');
  const factor = `score.factor.${at}`;
  const part = `score.${name === 'points' ? 'points' : (deeper[0] ?? '')}`;
  if (!isMessageId(factor) || !isMessageId(part)) return undefined;
  return `${say(part as 'score.weight')} (${say(factor as 'score.factor.type')})`;
}

const TIER_COLUMNS: Readonly<Record<string, MessageId>> = {
  from: 'quota.tiers.from',
  to: 'quota.tiers.to',
  multiplier: 'quota.tiers.multiplier',
};

/** Parts of settings that have a line of their own on the sheet. */
const PATHS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SETTING_PARTS).map(([name, place]) => [place.join('.'), name]),
);
const LIST_COLUMNS: Readonly<Record<string, MessageId>> = {
  owner: 'plan.owner',
  manager: 'plan.manager',
  share: 'plan.share',
  capacityHours: 'plan.capacity',
};

const FRACTIONS = new Set(['tolerance', 'worst', 'floor', 'worstWith', 'floorWith']);
const WORDED_NUMBERS = new Set(['value', 'limit']);

/** Limits on moves that are amounts. */
const MONEY_LIMITS = new Set(['money', 'arr']);

/** A coded message in words. A code without a sentence is our mistake: it shows as it is. */
function word(
  say: Say,
  numbers: Numbers,
  id: string,
  params: Readonly<Record<string, string | number>>,
): string {
  return isMessageId(id) ? say(id, readable(say, numbers, params)) : id;
}

export const wordNotice = (say: Say, numbers: Numbers, { code, params }: Notice): string =>
  word(say, numbers, `notice.${code}`, { alike: 'none', could: 'none', unit: 'none', ...params });

/** Some sentences end with what became of the workbook; what nobody told is not said. */
export function wordFailure(say: Say, numbers: Numbers, { code, params }: Failure): string {
  const { why, movedTo } = params;
  const reason =
    why === undefined ? '' : word(say, numbers, `failure.${why}`, { outcome: 'none', ...params });
  const said = word(say, numbers, `failure.${code}`, { outcome: 'none', limit: '', ...params, reason });
  return movedTo === undefined ? said : `${said} ${say('failure.movedTo', { movedTo })}`;
}

/** Something had broken off, and has been put right on opening. */
function wordRolledBack(
  say: Say,
  { report, isMinor }: { readonly report?: RevertReport; readonly isMinor?: boolean },
): string {
  if (report !== undefined) return `${say('news.revertFinished')} ${wordReport(say, report)}`;
  return say(isMinor === true ? 'news.rolledBackMinor' : 'news.rolledBack');
}

/** What is said of what stands between Apply and Keep or Revert, beside the page that asks for the decision. */
export function wordPending(
  say: Say,
  numbers: Numbers,
  pending: PendingState,
): { readonly news?: string; readonly trouble?: string } {
  switch (pending.state) {
    case 'rolledBack':
      return { news: wordRolledBack(say, pending) };
    case 'otherPane':
      return { trouble: say('pending.otherPane', { seconds: pending.seconds }) };
    case 'broken':
      return { trouble: wordFailure(say, numbers, pending.failure) };
    default:
      return {};
  }
}

/** What Revert has done, and what it left because it is the user's. */
export function wordReport(say: Say, report: RevertReport | undefined): string {
  if (report === undefined || report.isUntouched) return say('news.reverted');
  const { rowsGone = 0, rowsAdded = 0, columnsStay = [], columnsGone = [], sheetsStay } = report;
  const remarks = [
    ...(report.accountsGone === true ? [say('reverted.accountsGone')] : []),
    ...(report.isRange === true ? [say('reverted.isRange')] : []),
    ...(columnsStay.length > 0
      ? [say('reverted.columnsStay', { count: columnsStay.length, names: columnsStay.join(', ') })]
      : []),
    ...(columnsGone.length > 0
      ? [say('reverted.columnsGone', { count: columnsGone.length, names: columnsGone.join(', ') })]
      : []),
    ...(rowsAdded > 0 ? [say('reverted.rowsAdded', { count: rowsAdded })] : []),
    ...(rowsGone > 0 ? [say('reverted.rowsGone', { count: rowsGone })] : []),
    ...(report.areLooksLost === true ? [say('reverted.looksLost')] : []),
    ...sheetsStay.map((name) => say('reverted.sheetStays', { name })),
    ...(report.objectsStay ?? []).map((name) => say('reverted.objectsStay', { name })),
    ...(report.broken === undefined
      ? []
      : [say('reverted.broken', { count: report.broken.count, first: report.broken.first ?? 'none' })]),
    ...(report.isBrokenUnknown === true ? [say('reverted.brokenUnknown')] : []),
    ...(report.typedGone === undefined ? [] : [say('reverted.typedGone', { count: report.typedGone })]),
    ...wordMoved(say, report.moved),
  ];
  const { differs = [], columnsLost = [], formulasLost = [] } = report;
  const failed = [
    ...(columnsLost.length > 0
      ? [say('news.revertedLost', { count: columnsLost.length, names: columnsLost.join(', ') })]
      : []),
    ...(formulasLost.length > 0
      ? [say('news.revertedFormulas', { count: formulasLost.length, names: formulasLost.join(', ') })]
      : []),
    ...(differs.length > 0
      ? [say('news.revertedBut', { count: differs.length, names: differs.join(', ') })]
      : []),
  ];
  return [...(failed.length > 0 ? failed : [say('news.revertedOurs')]), ...remarks].join(' ');
}

/** Cells of the user's that had to make room. */
const wordMoved = (say: Say, moved: readonly Moved[] = []): string[] =>
  moved.map(({ from, to, values = 0, rules = 0 }) => say('news.moved', { from, to, values, rules }));

/** What was found on the way when a plan was applied. */
export const wordApplied = (say: Say, { remade, moved }: ApplyReport): string[] => [
  ...(remade.length > 0 ? [say('news.remade', { count: remade.length, names: remade.join(', ') })] : []),
  ...wordMoved(say, moved),
];

/** Sentences may ask for what a finding does not have: these stand in. */
const NO_PARAMETERS = {
  kind: '',
  used: '',
  reason: '',
  otherwise: '',
  row: 0,
  count: 1,
  children: 0,
  included: 1,
};

export function wordFinding(say: Say, numbers: Numbers, finding: Finding): string {
  return word(say, numbers, `finding.${finding.code}`, {
    ...NO_PARAMETERS,
    read: finding.read,
    understood: finding.understood ?? 'none',
    ...finding.params,
  });
}

/** What a kind of finding is called. */
export const titleOf = (say: Say, code: FindingCode): string => say(`findings.${code}`);
