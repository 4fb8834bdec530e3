import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './de';
import { en } from './en';

export type MessageId = keyof typeof en;
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Params = Readonly<Record<string, string | number | boolean | Date>>;

/** Words a code and its parameters in one language. */
export type Say = (id: MessageId, params?: Params) => string;

const catalogues: Record<Language, Record<MessageId, string>> = { en, de };
const locales: Record<Language, string> = { en: 'en-US', de: 'de-DE' };

/** The sentences of a language. Formats are compiled once and kept. */
export function speak(language: Language): Say {
  const catalogue = catalogues[language];
  const compiled = new Map<MessageId, IntlMessageFormat>();
  return (id, params) => {
    let message = compiled.get(id);
    if (message === undefined) {
      message = new IntlMessageFormat(catalogue[id], locales[language], undefined, { ignoreTag: true });
      compiled.set(id, message);
    }
    return String(message.format(params));
  };
}

/** True if a code has a sentence: codes come from other rooms as plain strings. */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}
