import { ACCOUNT_HEADERS } from './account-headers';
import { ACCOUNT_HEADERS_ABROAD } from './account-headers-abroad';
import { HeaderDictionary } from './header-score';
import { REP_HEADERS } from './rep-headers';
import { REP_HEADERS_ABROAD } from './rep-headers-abroad';

/** What headers mean in an account table, and in a roster. */
export const accountDictionary = new HeaderDictionary(ACCOUNT_HEADERS, ACCOUNT_HEADERS_ABROAD);
export const repDictionary = new HeaderDictionary(REP_HEADERS, REP_HEADERS_ABROAD);
