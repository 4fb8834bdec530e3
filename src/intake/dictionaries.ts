import { ACCOUNT_HEADERS } from './accountHeaders';
import { HeaderDictionary } from './headerScore';
import { REP_HEADERS } from './repHeaders';

/** What headers mean in an account table, and in a roster. */
export const accountDictionary = new HeaderDictionary(ACCOUNT_HEADERS);
export const repDictionary = new HeaderDictionary(REP_HEADERS);
