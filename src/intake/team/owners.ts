import { foldText } from '../../geo';
import type { Accounts } from '../../plan/accounts';
import { idKey } from '../cells/identity';

/**
 * Owners that are no person to carry a territory: queues, integrations, admins, house accounts. Told by
 * whole words, so that `House` is one and `Gregory House` and `Housewright` are not.
 */
const WHOLE =
  /^(?:(?:the )?house(?: account| accounts| rep)?|unassigned(?: .*)?|un assigned|not assigned|none|nobody|no owner|no rep|no representative|open|open territory|vacant(?: .*)?|tbd|tbh|tbh \d+|to be hired|n a|na|unknown|default(?: owner| user)?|system|system user|admin|administrator|sys admin|system administrator|salesforce(?: admin| administrator)?|crm(?: admin| administrator| user)?|hubspot|dynamics|marketing|marketo|pardot|eloqua|outreach|zoominfo|zapier|workato|mulesoft|boomi|data loader|dataloader|data team|data migration|migration|api|integration|sync|automation|automated process|bot|test(?: user)?|support|customer service|customer support|inside sales|sales ops|sales operations|revops|revenue operations|operations|self service|web|website|online|partner(?:s)?|channel|reseller|corporate|head office|unzugeordnet|nicht zugeordnet|nicht zugewiesen|ohne betreuer|ohne|frei|vakant|innendienst|non attribue|sin asignar|sin propietario|vacante)$/;
const PART =
  /(?:^| )(?:queue|warteschlange|cola de|integration|api user|integration user|sync user|service account|admin user|system user|automation|bot user|site guest user|platform integration|house account|house accounts|unassigned|round robin|lead pool|account pool|open pool|do not use|placeholder|sync)(?: |$)/;

/** True for an owner that stands for no person: a queue, an integration or API user, an admin, the house. */
export function isQueueOwner(owner: string): boolean {
  if (
    /^(?:.*[._-])?(?:integration|api|noreply|no-reply|admin|sync|crm|salesforce|queue)(?:[._-].*)?@/i.test(
      owner,
    )
  )
    return true;
  if (isRemark(owner)) return true;
  const name = foldText(owner.replace(/@.*$/, ''));
  return name === '' || WHOLE.test(name) || PART.test(name);
}

/**
 * True for a remark in a column of owners: `must call again in two days.`, `1/20/26 first touch`. Names have few
 * words and no days; `Jr.` and an initial end in a dot as well.
 */
function isRemark(owner: string): boolean {
  const text = owner.trim();
  const words = text.split(/\s+/);
  if (words.length >= REMARK_WORDS || HALF_QUOTED.test(text)) return true;
  if (words.length > 1 && /\d{1,4}[./-]\d{1,2}/.test(text)) return true;
  return words.length >= SHORT_REMARK && /[."!?\d]/.test(text) && !/\p{Lu}/u.test(text);
}

/** The beginning or the end of a quotation that went on in the next cell. */
const HALF_QUOTED = /^"[^"]*$|^[^"]*"$/;
/** No name has so many words, one in small letters not so many. */
const REMARK_WORDS = 8;
const SHORT_REMARK = 5;

/** True for an owner marked as gone in the name itself: `Jane Doe (inactive)`, `ZZ John Smith`. */
export function isDepartedOwner(owner: string): boolean {
  return /\((?:inactive|inaktiv|deactivated|former|left|terminated|disabled|ex)[^)]*\)|^(?:zz+[_ -]|x[_-]|ex[- ]|inactive[- ])|[- ](?:inactive|deactivated|terminated)$/i.test(
    owner.trim(),
  );
}

/**
 * `Doe, Jane`, `JANE DOE ` and `Jane Doe` are one name; `Jane Doe *` is another where both are written: whoever puts such a
 * mark behind a name tells two people apart.
 */
export const personKey = (name: string): string => `${plainKey(name)}${name.replace(/[^*?~<>=]/g, '')}`;

/** The same without marks: for a name that is nobody's with them. */
export function plainKey(name: string): string {
  const parts = name.split(',');
  const [last = '', first = ''] = parts;
  return foldText(parts.length === 2 ? `${first} ${last}` : name);
}

export interface OwnerCount {
  /** As it is mostly written. */
  readonly owner: string;
  readonly accounts: number;
  /** Where only ids say who holds what. */
  readonly isId: boolean;
}

/** Number of accounts of each owner, most first. One person in several spellings counts once. */
export function ownerCounts(accounts: Accounts): OwnerCount[] {
  const column = accounts.text.owner ?? accounts.text.ownerId;
  if (column === undefined) return [];
  const isId = accounts.text.owner === undefined;
  const counts = new Uint32Array(column.pool.length);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const owners = new Map<string, { owner: string; accounts: number; most: number }>();
  column.pool.forEach((owner, code) => {
    const count = counts[code] ?? 0;
    if (count === 0) return;
    const key = isId ? idKey(owner) : personKey(owner);
    const known = owners.get(key);
    if (known === undefined) owners.set(key, { owner, accounts: count, most: count });
    else {
      known.accounts += count;
      if (count > known.most) Object.assign(known, { owner, most: count });
    }
  });
  return [...owners.values()]
    .map(({ owner, accounts: held }) => ({ owner, accounts: held, isId }))
    .sort((a, b) => b.accounts - a.accounts || (a.owner < b.owner ? -1 : 1));
}
