import { scoreName } from '../names';
import { settingCell } from '../setting-table';
import { columnRef, literal } from '../spec';
import type { HealthContext } from './context';
import { SETTING_WORDS, USUAL, type HealthSetting } from './layout';

/** A setting as it stands in its blue cell; the usual where that is blank or no number. */
export function set(context: HealthContext, setting: HealthSetting): string {
  const cell = settingCell(context, 'healthSettings', context.say(SETTING_WORDS[setting]));
  return USUAL[setting] === '' ? cell : `IF(ISNUMBER(${cell}),${cell},${USUAL[setting]})`;
}

/** Criteria of renewals from today on. */
export function renews(context: HealthContext): string {
  const column = columnRef(context.table, context.renewal ?? '');
  return `${column},">="&TODAY(),${column},"<="&TODAY()+${set(context, 'renewals')}`;
}

/** Accounts on whom nobody has called for longer than the cadence, or never. @param who criteria: whom it is asked of */
export function neglected(context: HealthContext, who: string): string {
  const { table, activity = '', keyHeader, column } = context;
  const last = columnRef(table, activity);
  // A blank row of the table is nobody.
  const someone = `${columnRef(table, keyHeader ?? column.territory)},"<>"`;
  return (
    `COUNTIFS(${last},"<"&TODAY()-${set(context, 'cadence')}${who})` +
    `+COUNTIFS(${someone}${who},${last},"")`
  );
}

/** How many accounts criteria speak of, blank rows of the table left out. */
export function whoCounts({ table, keyHeader, column }: HealthContext, who: string): string {
  return `COUNTIFS(${columnRef(table, keyHeader ?? column.territory)},"<>"${who})`;
}

export const columnSum = (table: string, header: string): string => `SUM(${columnRef(table, header)})`;

/** Won of all that were decided; blank where none were. */
export const conversion = (won: string, lost: string): string => `IFERROR(${won}/(${won}+${lost}),"")`;

/** Criteria of accounts of the best tier, as its table of tiers has it today. */
export const inTopTier = ({ table, layer }: HealthContext, tier: string): string =>
  `,${columnRef(table, tier)},INDEX(${scoreName(layer, 'tierNames')},MATCH(100,${scoreName(layer, 'tierFrom')},1))&""`;

/** Criteria of customers, or where nobody tells these of the largest accounts. */
export function whoMatters(context: HealthContext): string {
  const { table, standing, metricHeaders, say } = context;
  if (standing !== undefined) return `,${columnRef(table, standing)},${literal(say('standing.customer'))}`;
  const [header] = metricHeaders[0] ?? [];
  if (header === undefined) return '';
  const column = columnRef(table, header);
  return `,${column},">="&PERCENTILE(${column},MAX(0,MIN(1,1-${set(context, 'largest')})))`;
}
