import { LANGUAGES, teach, type Catalogue, type Language } from './say';

/** Each language is a file of its own: the pane starts with the reader's, and learns the others while it looks. */
const books: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import(/* webpackChunkName: "text-en" */ './en')).en,
  de: async () => (await import(/* webpackChunkName: "text-de" */ './de')).de,
};

export async function learn(language: Language): Promise<void> {
  teach(language, await books[language]());
}

/** Sheets may be in another language than the pane, and words in cells in any. */
export async function learnAll(): Promise<void> {
  await Promise.all(LANGUAGES.map(learn));
}
