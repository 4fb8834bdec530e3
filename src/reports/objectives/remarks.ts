import type { Say } from '../../text/say';
import type { ObjectivesContext } from './context';

/** Which objectives have no target, or nothing beside it, and what would give them one: a sentence each. */
export const objectivesRemarks =
  ({ hasQuota, booked, pipeline, arr, calls }: ObjectivesContext) =>
  (say: Say): string[] => [
    ...(hasQuota ? [] : [say('objectives.noQuota')]),
    ...(calls === undefined ? [say('objectives.noTier')] : []),
    ...missing(say, [
      [booked, 'field.bookingsYtd'],
      [pipeline, 'field.openPipeline'],
      [arr?.header, 'field.arr'],
      [calls === undefined ? '' : calls.activities, 'field.activities'],
    ]),
  ];

function missing(
  say: Say,
  columns: readonly (readonly [string | undefined, Parameters<Say>[0]])[],
): string[] {
  const none = columns.flatMap(([header, field]) => (header === undefined ? [say(field)] : []));
  return none.length === 0 ? [] : [say('objectives.missing', { what: none.join(', ') })];
}
