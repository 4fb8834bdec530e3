import { ACCOUNT_HEADERS } from './accountHeaders';
import { ACCOUNT_HEADERS_ABROAD } from './accountHeadersAbroad';
import { HeaderDictionary } from './headerScore';
import { REP_HEADERS } from './repHeaders';

/** What headers mean in an account table, and in a roster. */
export const accountDictionary = new HeaderDictionary(ACCOUNT_HEADERS, ACCOUNT_HEADERS_ABROAD);
export const repDictionary = new HeaderDictionary(REP_HEADERS);
