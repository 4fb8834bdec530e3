import type { AccountField } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { BALANCE_FIELDS, type MetricSpec } from '../../plan/metrics';
import type { Understanding } from './understand';

/** Fields that every plan looks at; amounts play a part where they are balanced. */
const ALWAYS = new Set<AccountField>([
  'accountId',
  'accountName',
  'parentId',
  'parentName',
  'ultimateParentId',
  'ultimateParentName',
  'owner',
  'ownerId',
  'workloadHours',
  'currentTerritory',
  'street',
  'city',
  'county',
  'state',
  'postalCode',
  'country',
  'latitude',
  'longitude',
  'currency',
  'arr',
  'segment',
  'excludeFromReassignment',
  'lock',
  'coverage',
]);

/** True if a plan looks at a field: what is noticed in other columns need not trouble anybody. */
export const playsAPart = (field: AccountField, metrics: readonly MetricSpec[]): boolean =>
  ALWAYS.has(field) || metrics.some(({ fields }) => fields.some((balanced) => balanced === field));

/**
 * Everything noticed in the data, in the order of reading; nothing of columns that play no part in the plan, but for why
 * one that could be balanced has no numbers.
 */
export const findingsOf = ({
  list,
  team,
  choices,
}: Pick<Understanding, 'list' | 'team' | 'choices'>): readonly Finding[] => {
  const { source, mapping, derived } = list;
  const idle = new Set(
    (Object.keys(mapping) as AccountField[])
      .filter((field) => !playsAPart(field, choices.metrics))
      .map((field) => source.firstColumn + (mapping[field] ?? 0)),
  );
  const balanced = new Set(BALANCE_FIELDS.map((field) => source.firstColumn + (mapping[field] ?? -1)));
  const findings = [
    ...list.findings.filter(
      ({ sheet, column, code, row }) =>
        sheet !== source.sheet ||
        !idle.has(column) ||
        (code === 'dateNotNumber' && row === 0 && balanced.has(column)),
    ),
    ...team.findings,
    ...choices.findings,
  ];
  return derived === undefined ? findings : findings.map(derived.traced);
};
