import { FILES, type FileKey } from '../../loads/file';
import type { MessageId } from '../../text/say';
import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';

export const FILE_LINES = {
  file: 'loads.file',
  object: 'loads.object',
  operation: 'loads.operation',
  rows: 'loads.rows',
  loaded: 'loads.loaded',
  failed: 'loads.failed',
  open: 'loads.open',
  takesBack: 'loads.takesBack',
} as const satisfies TableColumns;

/** What stands against rows, with how many. */
export const CAUSE_LINES = {
  file: 'loads.file',
  blocks: 'loads.blocks',
  rows: 'loads.rows',
  problem: 'loads.problem',
} as const satisfies TableColumns;

/** The same row by row. */
export const PROBLEM_LINES = {
  file: 'loads.file',
  account: 'page.account',
  blocks: 'loads.blocks',
  row: 'loads.row',
  problem: 'loads.problem',
} as const satisfies TableColumns;

export const CHECK_LINES = {
  territory: 'column.territory',
  owner: 'loads.owner',
  loaded: 'loads.inFiles',
  now: 'loads.acceptedNow',
  difference: 'compare.difference',
} as const satisfies TableColumns;

/** Name of the sheet of each file. */
export const FILE_NAMES: Readonly<Record<FileKey, MessageId>> = {
  moves: 'sheet.loadMoves',
  movesBack: 'sheet.loadMovesBack',
  territories: 'sheet.loadTerritories',
  owners: 'sheet.loadOwners',
  ownersBack: 'sheet.loadOwnersBack',
  deals: 'sheet.loadDeals',
  dealsBack: 'sheet.loadDealsBack',
  contacts: 'sheet.loadContacts',
  contactsBack: 'sheet.loadContactsBack',
  teamOut: 'sheet.loadTeamOut',
  teamOutBack: 'sheet.loadTeamOutBack',
  teamIn: 'sheet.loadTeamIn',
  teamInBack: 'sheet.loadTeamInBack',
  leave: 'sheet.loadLeave',
  leaveBack: 'sheet.loadLeaveBack',
  join: 'sheet.loadJoin',
  joinBack: 'sheet.loadJoinBack',
  usersOut: 'sheet.loadUsersOut',
  usersOutBack: 'sheet.loadUsersOutBack',
  usersIn: 'sheet.loadUsersIn',
  usersInBack: 'sheet.loadUsersInBack',
  quotas: 'sheet.loadQuotas',
  quotasBack: 'sheet.loadQuotasBack',
  quotasNewBack: 'sheet.loadQuotasNewBack',
  quotaList: 'sheet.loadQuotaList',
  teamList: 'sheet.loadTeamList',
  routing: 'sheet.loadRouting',
  zipLists: 'sheet.loadZipLists',
};

/** `ownersBack` → `load-owners-back`: the sheet in which a file stands. */
export const sheetKey = (file: FileKey): string =>
  `load-${file.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `ownersBack` → `loadOwnersBack`: its table. */
export const tableKey = (file: FileKey): TableKey =>
  `load${file.charAt(0).toUpperCase()}${file.slice(1)}` as TableKey;

export const FILE_SHEETS: readonly string[] = FILES.map(sheetKey);
