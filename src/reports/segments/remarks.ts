import type { Say } from '../../text/say';
import type { SegmentsContext } from './context';

type Told = Pick<SegmentsContext, 'figures' | 'channel' | 'unreadable' | 'values' | 'own'>;

/** What the list does not tell, and what is no formula: a sentence each. */
export const segmentRemarks =
  ({ figures, channel, unreadable, values, own }: Told) =>
  (say: Say): string[] => {
    const { sums, standing, former, risk, score } = figures;
    const missing = [
      ...(standing === undefined ? [say('segments.customers')] : []),
      ...(sums.wonDeals === undefined || sums.lostDeals === undefined ? [say('segments.conversion')] : []),
      ...(former === undefined && risk === undefined ? [say('segments.churned')] : []),
      ...(sums.potential === undefined ? [say('field.potential')] : []),
      ...(sums.arr === undefined ? [say('field.arr')] : []),
      ...(channel === undefined ? [say('field.leadSource')] : []),
      ...(score === undefined ? [say('segments.score')] : []),
    ];
    return [
      ...(missing.length === 0 ? [] : [say('segments.missing', { names: missing.join(', ') })]),
      ...(own !== undefined || unreadable.length === 0
        ? []
        : [
            say('segments.unreadable', {
              names: unreadable.map((field) => say(`field.${field}`)).join(', '),
            }),
          ]),
      ...(values === undefined ? [] : [say('segments.values')]),
    ];
  };
