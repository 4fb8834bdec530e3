import { first } from './first';
import { rest } from './rest';

/** English: the first language, and the list of every sentence there is. ICU message format. */
export const en = { ...first, ...rest } as const;
