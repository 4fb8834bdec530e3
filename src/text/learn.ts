import { LANGUAGES, teach, type Catalogue, type Language } from './say';

/** A part of a language, as a file of its own. */
type Part = () => Promise<Partial<Catalogue>>;

/** Each language is two files: the pane starts with the first of the reader's, and learns all others while it looks. */
const first: Record<Language, Part> = {
  en: async () => (await import(/* webpackChunkName: "text-en" */ './en/first')).first,
  de: async () => (await import(/* webpackChunkName: "text-de" */ './de/first')).first,
};
const rest: Record<Language, Part> = {
  en: async () => (await import(/* webpackChunkName: "text-en-rest" */ './en/rest')).rest,
  de: async () => (await import(/* webpackChunkName: "text-de-rest" */ './de/rest')).rest,
};

/** What is said before a workbook is looked at. */
export async function learnFirst(language: Language): Promise<void> {
  teach(language, await first[language]());
}

/** Everything in one language. */
export async function learn(language: Language): Promise<void> {
  const parts = await Promise.all([first[language](), rest[language]()]);
  for (const part of parts) teach(language, part);
}

/** Sheets may be in another language than the pane, and words in cells in any. */
export async function learnAll(): Promise<void> {
  await Promise.all(LANGUAGES.map(learn));
}
