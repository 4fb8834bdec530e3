import { IntlMessageFormat } from 'intl-messageformat';
import type { en } from './en';

export type MessageId = keyof typeof en;
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Params = Readonly<Record<string, string | number | boolean | Date>>;

/** Words a code and its parameters in one language. */
export type Say = (id: MessageId, params?: Params) => string;

/** All sentences of a language. */
export type Catalogue = Readonly<Record<MessageId, string>>;

const locales: Record<Language, string> = { en: 'en-US', de: 'de-DE' };
const catalogues = new Map<Language, Partial<Catalogue>>();
const spoken = new Map<Language, Say>();

/** From here on these sentences can be said in the language, beside those that were taught before. */
export function teach(language: Language, sentences: Partial<Catalogue>): void {
  const catalogue = catalogues.get(language);
  if (catalogue !== undefined) Object.assign(catalogue, sentences);
  else {
    const known = { ...sentences };
    catalogues.set(language, known);
    spoken.set(language, sayer(language, known));
  }
}

/**
 * The sentences of a language.
 * @throws if nobody taught it (`text/learn.ts`): a mistake of ours
 */
export function speak(language: Language): Say {
  const say = spoken.get(language);
  if (say === undefined) throw new Error(`Nobody taught ${language} yet.`);
  return say;
}

/**
 * Formats are compiled once and kept.
 * @throws if nobody taught the sentence yet: a mistake of ours
 */
function sayer(language: Language, catalogue: Partial<Catalogue>): Say {
  const compiled = new Map<MessageId, IntlMessageFormat>();
  return (id, params) => {
    let message = compiled.get(id);
    if (message === undefined) {
      const words = catalogue[id];
      if (words === undefined) throw new Error(`Nobody taught ${id} in ${language} yet.`);
      message = new IntlMessageFormat(words, locales[language], undefined, { ignoreTag: true });
      compiled.set(id, message);
    }
    return String(message.format(params));
  };
}

/** True if a code has a sentence: codes come from other rooms as plain strings. */
export function isMessageId(id: string): id is MessageId {
  const [any] = catalogues.values();
  return any !== undefined && Object.hasOwn(any, id);
}
