import type { Say } from '../../text/say';
import type { OpenContext } from './context';

/** Where interim owners and starts are typed, and what of the open territories is not known: a sentence each. */
export const openRemarks =
  ({ lines, hasQuotaPlan, record }: Pick<OpenContext, 'lines' | 'hasQuotaPlan' | 'record'>) =>
  (say: Say): string[] => {
    if (lines.length === 0) return [say('open.none')];
    const nameOf = (id: string) => record.territories.find((one) => one.id === id)?.name ?? id;
    const bare = lines.filter(({ interim }) => interim === '').map(({ id }) => nameOf(id));
    return [
      ...(hasQuotaPlan ? [say('open.onQuotaPlan')] : []),
      ...(bare.length === 0
        ? []
        : [say('open.bare', { count: bare.length, names: bare.slice(0, 5).join(', ') })]),
    ];
  };
