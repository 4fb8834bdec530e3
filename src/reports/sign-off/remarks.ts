import type { Say } from '../../text/say';
import type { SignOffContext } from './context';

/** What is not signed by anybody, a sentence each. */
export const signOffRemarks =
  ({ teams, bare, keyHeader }: Pick<SignOffContext, 'teams' | 'bare' | 'keyHeader'>) =>
  (say: Say): string[] => [
    ...(teams.length === 0 ? [say('signOff.none')] : []),
    ...(teams.length > 0 && bare > 0 ? [say('signOff.bare', { count: bare })] : []),
    ...(keyHeader === undefined ? [say('signOff.noKeys')] : []),
  ];
