import {
  CALENDARS,
  COMPONENTS,
  LEAVE,
  METHODS,
  MID_MONTH,
  MOVES,
  OVERRIDES,
  PERIODS,
  RAMP_RATES,
  TIER_KINDS,
} from '../../plan/quota';
import type { Cell } from '../../plan/cells';
import { codeOrNamed } from '../../text/heard';
import { isMessageId, LANGUAGES, speak, type MessageId, type Say } from '../../text/say';

/** Settings that are one of a few words, by their codes in the order of the drop-down. */
export const CHOICES = {
  component: COMPONENTS,
  method: METHODS,
  periods: PERIODS,
  calendar: CALENDARS,
  midMonth: MID_MONTH,
  leave: LEAVE,
  overrides: OVERRIDES,
  moves: MOVES,
  tierKind: TIER_KINDS,
  rampRate: RAMP_RATES,
} as const;
export type Choice = keyof typeof CHOICES;

export const isChoice = (setting: string): setting is Choice => Object.hasOwn(CHOICES, setting);

/** What a choice is called. */
export const wordOf = (say: Say, choice: Choice, code: string): string => say(idOf(choice, code));

function idOf(choice: Choice, code: string): MessageId {
  const id = `quota.${choice}.${code}`;
  if (!isMessageId(id)) throw new RangeError(`There is no word for ${id}.`);
  return id;
}

/** All words that name choices: those of the sheet first, then those of our other languages, then the codes. */
export function wordsFor(say: Say, choice: Choice): readonly string[] {
  const others = LANGUAGES.map((language) => speak(language));
  return [
    ...[say, ...others].flatMap((speaker) => CHOICES[choice].map((code) => wordOf(speaker, choice, code))),
    ...CHOICES[choice],
  ];
}

/** Which choice a cell names, in any of our languages; what is none comes back as it is, to be refused by name. */
export function codeOf(choice: Choice, cell: Cell): Cell {
  const found = codeOrNamed(CHOICES[choice] as readonly string[], cell, (say, code) =>
    wordOf(say, choice, code),
  );
  return found ?? (typeof cell === 'string' ? cell.trim() : cell);
}
