import type { Say } from '../../text/say';
import type { OverlaysContext } from './context';
import { roleName } from './words';

/** What is not covered as it is written, and what the team list does not tell: a sentence each. */
export const overlayRemarks =
  ({ lines, record }: Pick<OverlaysContext, 'lines' | 'record'>) =>
  (say: Say): string[] => {
    const staffed = lines.filter(({ people }) => people.length > 0);
    if (staffed.length === 0) return [say('overlays.nobody')];
    const open = staffed.flatMap((line) => {
      const left = line.pods.flatMap((person, j) =>
        person === '' && line.vertical === undefined ? [record.territories[j]?.name ?? ''] : [],
      );
      return left.length === 0
        ? []
        : [
            say('overlays.left', {
              role: roleName(say, line),
              count: left.length,
              names: left.slice(0, 5).join(', '),
              more: left.length > 5 ? 'yes' : 'no',
            }),
          ];
    });
    const strangers = [...new Set(lines.flatMap((line) => line.strangers))];
    return [
      ...open,
      ...(strangers.length === 0 ? [] : [say('overlays.strangers', { names: strangers.join(', ') })]),
    ];
  };
