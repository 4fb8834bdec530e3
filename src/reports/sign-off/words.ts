import type { Cell } from '../../plan/cells';
import { DECISIONS, TRADED_SINCE } from '../../plan/sign-off';
import { named } from '../../text/heard';
import type { MessageId, Say } from '../../text/say';

/** A code as it is said in cells; what is no code stands as it was typed. */
const said =
  <Code extends string>(codes: readonly Code[], id: (code: Code) => MessageId) =>
  (say: Say, word: string): string => {
    const code = codes.find((one) => one === word);
    return code === undefined ? word : say(id(code) as 'compare.agreed');
  };

/** The code of a word in any of our languages; what is none comes back as it is. */
const heard =
  <Code extends string>(codes: readonly Code[], id: (code: Code) => MessageId) =>
  (cell: Cell): string =>
    named(codes, cell, (say, code) => say(id(code) as 'compare.agreed')) ?? String(cell).trim();

const ofDecision = (code: (typeof DECISIONS)[number]) => `compare.${code}` as const;
const ofSince = (code: (typeof TRADED_SINCE)[number]) => `signOff.since.${code}` as const;

export const decisionSaid = said(DECISIONS, ofDecision);
export const decisionHeard = heard(DECISIONS, ofDecision);
export const sinceSaid = said(TRADED_SINCE, ofSince);
export const sinceHeard = heard(TRADED_SINCE, ofSince);
