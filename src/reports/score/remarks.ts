import type { Say } from '../../text/say';
import type { ScoreContext } from './context';

/** What the list does not have, what in it says too little, and what is no formula: a sentence each. */
export const scoreRemarks =
  ({
    missing,
    unusable,
    factors,
    values,
  }: Pick<ScoreContext, 'missing' | 'unusable' | 'values'> & {
    readonly factors: readonly Pick<ScoreContext['factors'][number], 'id' | 'frozen'>[];
  }) =>
  (say: Say): string[] => {
    const named = (ids: readonly ScoreContext['missing'][number][]) => ({
      names: ids.map((id) => say(`score.factor.${id}`)).join(', '),
      count: ids.length,
    });
    const frozen = factors.filter((factor) => factor.frozen !== undefined).map(({ id }) => id);
    return [
      ...(missing.length === 0 ? [] : [say('score.missing', named(missing))]),
      ...(unusable.length === 0 ? [] : [say('score.unusable', named(unusable))]),
      ...(values !== undefined
        ? [say('score.values')]
        : frozen.length === 0
          ? []
          : [say('score.frozen', named(frozen))]),
    ];
  };
