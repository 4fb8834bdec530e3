import type { Failure } from '../plan/failures';
import type { Notice } from '../plan/design';
import type { Finding, FindingCode } from '../plan/findings';
import { metricFields, type MetricSpec } from '../plan/metrics';
import type { Numbers } from '../text/numbers';
import { isMessageId, type Say } from '../text/say';

/** `ARR + Open pipeline`. */
export function metricName(say: Say, { fields }: Pick<MetricSpec, 'fields'>): string {
  return fields.length === 0
    ? say('metric.count')
    : fields.map((field) => say(`metric.${field}`)).join(' + ');
}

/** Parameters as a reader wants them: metrics by name, numbers in the language's form. */
function readable(
  say: Say,
  numbers: Numbers,
  params: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (key === 'metric' && typeof value === 'string') {
        const fields = metricFields(value);
        return [key, fields === undefined ? value : metricName(say, { fields })];
      }
      if (key === 'field' && typeof value === 'string' && isMessageId(`field.${value}`)) {
        return [key, say(`field.${value}` as 'field.owner')];
      }
      if (typeof value === 'number' && WORDED_NUMBERS.has(key)) return [key, numbers.short(value)];
      if (FRACTIONS.has(key) && typeof value === 'number') return [key, numbers.percent(value)];
      return [key, value];
    }),
  );
}

const FRACTIONS = new Set(['tolerance', 'worst', 'floor']);
const WORDED_NUMBERS = new Set(['value', 'limit']);

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
  word(say, numbers, `notice.${code}`, params);

export const wordFailure = (say: Say, numbers: Numbers, { code, params }: Failure): string =>
  word(say, numbers, `failure.${code}`, params);

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
