import type { Cell, SourceTable } from '../plan/cells';

/** A table that a CRM has exported, by the names of its columns. */
export interface CrmExport {
  readonly rowCount: number;
  /** Trimmed text of a cell; blank where there is no such column. */
  readonly text: (column: string, row: number) => string;
  readonly has: (column: string) => boolean;
}

/** What a CRM exports that files are made with, and the columns that tell it. Names as Salesforce's loader has them. */
const EXPORTS = {
  users: [
    ['Id', 'UserId'],
    ['Name', 'LastName', 'Full Name'],
    ['IsActive', 'Active', 'Username'],
  ],
  territories: [['Id'], ['DeveloperName'], ['Territory2ModelId']],
  associations: [['Id'], ['ObjectId'], ['Territory2Id']],
  userAssociations: [['Id'], ['UserId'], ['Territory2Id']],
  teamMembers: [['Id'], ['AccountId'], ['UserId'], ['TeamMemberRole']],
  deals: [['Id'], ['AccountId'], ['OwnerId'], ['StageName', 'IsClosed']],
  quotas: [['Id'], ['QuotaOwnerId'], ['StartDate'], ['QuotaAmount']],
  forecastTypes: [['Id'], ['DeveloperName', 'MasterLabel'], ['IsAmount', 'RoleType', 'DateType']],
  contacts: [['Id'], ['AccountId'], ['OwnerId'], ['LastName', 'Email']],
} as const satisfies Record<string, readonly (readonly string[])[]>;
export type ExportKey = keyof typeof EXPORTS;
export type Exports = Readonly<Partial<Record<ExportKey, CrmExport>>>;

/** What a table is by its headers; undefined for one that no file needs. */
export function exportKind(headers: readonly string[]): ExportKey | 'result' | undefined {
  const there = new Set(headers.map(columnKey));
  if (isResult(there)) return 'result';
  const kinds = Object.entries(EXPORTS) as [ExportKey, readonly (readonly string[])[]][];
  return kinds.find(([, groups]) =>
    groups.every((names) => names.some((name) => there.has(columnKey(name)))),
  )?.[0];
}

/** Columns that files for loaders have, and that their results therefore may have. */
const LOADED =
  /^(?:id\d*|ownerid|objectid|territory2id|associationcause|userid|roleinterritory2|teammemberrole|status|error|sf__\w+|__(?:status|id|action|errors)|recordid|companyowner|quotaownerid|startdate|quotaamount|forecastingtypeid|currencyisocode)$/;

/** Columns that results of one kind of file have besides, by the column that tells the kind. */
const LOADED_WITH: readonly (readonly [string, RegExp])[] = [
  ['teammemberrole', /^(?:accountid|(?:account|opportunity|case|contact)accesslevel)$/],
  ['territory2modelid', /^(?:name|developername|territory2modelid|territory2typeid|parentterritory2id)$/],
];

/** What a loader has answered: a word of its own, beside what it was given and nothing else. */
const isResult = (there: ReadonlySet<string>): boolean =>
  ['status', 'error', 'sf__error', 'sf__created', '__status'].some((name) => there.has(name)) &&
  [...there].every(
    (name) =>
      name === '' ||
      LOADED.test(name) ||
      LOADED_WITH.some(([kind, columns]) => there.has(kind) && columns.test(name)),
  );

/** `Account.Id`, `ACCOUNTID` and `AccountId` are one. */
export const columnKey = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s"]+/g, '');

export function crmExport({
  headers,
  columns,
  rowCount,
}: Pick<SourceTable, 'headers' | 'columns' | 'rowCount'>): CrmExport {
  const at = new Map(headers.map((header, c) => [columnKey(header), c] as const).reverse());
  const cell = (column: string, row: number): Cell => columns[at.get(columnKey(column)) ?? -1]?.[row] ?? '';
  return {
    rowCount,
    text: (column, row) => String(cell(column, row)).trim(),
    has: (column) => at.has(columnKey(column)),
  };
}

/** Exports say it in many ways; a blank says nothing. */
export function flagOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (['true', '1', 'yes', 'y', 'active', 'ja', 'wahr', 'aktiv'].includes(word)) return true;
  if (['false', '0', 'no', 'n', 'inactive', 'nein', 'falsch', 'inaktiv', 'disabled'].includes(word))
    return false;
  return undefined;
}
