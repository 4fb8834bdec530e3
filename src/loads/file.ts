import type { Cell } from '../plan/cells';
import type { Outcome } from './results';
import type { Accuracy } from './routing';

/** Where files go: the CRM that the list came from, as its ids and headers tell. */
export type Target = 'salesforce' | 'hubspot' | 'dynamics' | 'plain';

/** Every file there may be, in the order in which a load is carried out; `Back` takes the one before it back. */
export const FILES = [
  'moves',
  'movesBack',
  'territories',
  'owners',
  'ownersBack',
  'deals',
  'dealsBack',
  'contacts',
  'contactsBack',
  'teamOut',
  'teamOutBack',
  'teamIn',
  'teamInBack',
  'leave',
  'leaveBack',
  'join',
  'joinBack',
  'usersOut',
  'usersOutBack',
  'usersIn',
  'usersInBack',
  'quotas',
  'quotasBack',
  'quotasNewBack',
  'quotaList',
  'teamList',
  'routing',
  'zipLists',
] as const;
export type FileKey = (typeof FILES)[number];

/** One file for a loader, whole: what stands in its sheet is what is loaded. */
export interface LoadFile {
  readonly key: FileKey;
  /** The vendor's name of what is loaded. */
  readonly object: string;
  readonly operation: 'update' | 'insert' | 'upsert' | 'delete' | 'import' | 'table';
  /** The vendor's names of its columns, exactly. */
  readonly header: readonly string[];
  /** Number formats, by column; absent: text. */
  readonly formats?: readonly (string | undefined)[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns by which a row is the same record, whatever else it says; absent: the first. */
  readonly known?: readonly number[];
  /** Rows that loaders took, and that are therefore not among its rows. */
  readonly taken?: readonly (readonly Cell[])[];
  /** What a loader has answered to it, if its result stands in the workbook. */
  readonly answered?: Answered;
}

/** It has rows, or had some that a loader took. */
export const isWritten = ({ rows, answered }: LoadFile): boolean => rows.length > 0 || answered !== undefined;

/** How many rows of a file a loader took, refused, and has not spoken of. */
export interface Answered {
  readonly loaded: number;
  readonly failed: number;
  readonly open: number;
}

/** Why a row is not in a file (`blocks`), or what it should be looked at for. */
export interface LoadProblem {
  readonly file: FileKey;
  readonly code: ProblemCode;
  readonly blocks: boolean;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** 1-based worksheet row of the list and what the account is called; absent where it is about no account. */
  readonly row?: number;
  readonly account?: string;
}

export const PROBLEMS = [
  'noId',
  'strangeId',
  'damagedId',
  'idTwice',
  'openTerritory',
  'noUser',
  'twoUsers',
  'noUserId',
  'inactiveUser',
  'noOldOwner',
  'noOwner',
  'noClear',
  'noTerritoryId',
  'noAssociation',
  'noStamp',
  'formulaText',
  'notPlaced',
  'held',
  'loadedSince',
  'notIssued',
  'noForecastType',
  'twoForecastTypes',
  'noQuotaCurrency',
  'quotaUnknownBefore',
  'weekPeriods',
  'quotasLeft',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What is to be loaded, what takes it back, and what stands against it. */
export interface LoadPack {
  readonly target: Target;
  /** Day from which the plan holds, ISO. */
  readonly effective: string;
  readonly accounts: number;
  /** Accounts whose owner or territory changes, and those that stay as they are. */
  readonly changed: number;
  readonly unchanged: number;
  readonly files: readonly LoadFile[];
  readonly problems: readonly LoadProblem[];
  /** What became of each account that is given to somebody. */
  readonly outcomes: readonly Outcome[];
  /** How well the routing table reproduces the plan; absent where it can send nobody anywhere. */
  readonly accuracy?: Accuracy;
}
