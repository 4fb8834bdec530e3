import { LANGUAGES, speak, type MessageId, type Say } from './say';

/** What a message says in each of our languages, each word once. */
export const inAllLanguages = (id: MessageId): string[] => [
  ...new Set(LANGUAGES.map((language) => speak(language)(id))),
];

/** Whether a cell holds what something is called in any of our languages, whatever the case and the blanks around it. */
export function isCalled(cell: unknown, name: (say: Say) => string): boolean {
  const word = folded(cell);
  return LANGUAGES.some((language) => name(speak(language)).toLowerCase() === word);
}

/** Whether a cell holds what a message says in any of our languages. */
export const says = (id: MessageId, cell: unknown): boolean => isCalled(cell, (say) => say(id));

/** Which of some codes a cell names, by what it is called in any of our languages. */
export const named = <Code extends string>(
  codes: readonly Code[],
  cell: unknown,
  name: (say: Say, code: Code) => string,
): Code | undefined => codes.find((code) => isCalled(cell, (say) => name(say, code)));

/** Which of some codes a cell names, by the code itself or by what it is called in any of our languages. */
export const codeOrNamed = <Code extends string>(
  codes: readonly Code[],
  cell: unknown,
  name: (say: Say, code: Code) => string,
): Code | undefined => {
  const word = folded(cell);
  return codes.find((code) => code.toLowerCase() === word) ?? named(codes, cell, name);
};

const folded = (cell: unknown): string => String(cell).trim().toLowerCase();
