import type { en } from '../en';
import { first } from './first';
import { rest } from './rest';

/** German: proof that every sentence can be translated. */
export const de: Record<keyof typeof en, string> = { ...first, ...rest };
