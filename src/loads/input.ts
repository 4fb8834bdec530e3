import type { Cell } from '../plan/cells';
import type { Exports } from './exports';
import type { FileKey, LoadProblem, ProblemCode, Target } from './file';
import type { OverlayKind } from '../plan/overlays';
import { idKey, type Person, type People } from './people';

/** An account with who owns it in the CRM, and where the accepted plan has it. */
export interface LoadAccount {
  /** 1-based worksheet row. */
  readonly row: number;
  readonly id: string;
  /** It was a number of more digits than a number has. */
  readonly isDamaged?: boolean;
  /** Its name, else its id, else its cell. */
  readonly label: string;
  /** As the list says; blank where it says nothing. */
  readonly owner: string;
  readonly ownerId: string;
  readonly territory: string;
  /** Whom a loader has given it to since the list was exported: id or e-mail. */
  readonly loadedTo?: string;
  /** Index of the territory that was accepted, −1 none. */
  readonly to: number;
  /** ISO day from which it is there, where that was accepted for itself; absent: as the plan. */
  readonly since?: string;
  /** It is promised for a day to come: until then it is in another territory, −1 none; the last day on which it is. */
  readonly held?: { readonly to: number; readonly until: string };
  readonly country: string;
  readonly state: string;
  readonly postalCode: string;
  readonly city?: string;
  readonly industry?: string;
  /** Employees, or what a year brings in, as the header of all sizes says; undefined where nobody knows. */
  readonly size?: number;
}

/** A territory and who is to own its accounts from the effective date. */
export interface LoadTerritory {
  readonly name: string;
  /** The owner; of an open seat, or one that is filled later, who covers it until then; blank where nobody does. */
  readonly owner: string;
  /** What the team list says of that person. */
  readonly userId?: string;
  readonly email?: string;
}

/** Quotas in force, as files say them. Money in the plan's currency, days ISO. */
export interface LoadQuotas {
  /** Day of the issue; undefined where they are not issued. */
  readonly issued?: string;
  readonly currency?: string;
  /** Periods of four and five weeks. */
  readonly isWeekly: boolean;
  readonly periods: readonly { readonly start: string; readonly end: string }[];
  /** Who has each seat, whoever covers it, and what is due in each period. */
  readonly seats: readonly (LoadTerritory & {
    /** Index of the territory. */
    readonly territory: number;
    readonly amounts: readonly number[];
  })[];
}

/** Somebody who helps in a territory, besides its owner. */
export interface Helper {
  readonly kind: OverlayKind;
  /** What the role is called on the sheet of overlays. */
  readonly role: string;
  readonly person: string;
  /** Industries, in small letters, that are helped with; absent: all but those of `but`. */
  readonly industries?: ReadonlySet<string>;
  readonly but: ReadonlySet<string>;
}

/** What every file is made from. */
export interface LoadInput {
  readonly target: Target;
  /** ISO. */
  readonly effective: string;
  readonly accounts: readonly LoadAccount[];
  readonly territories: readonly LoadTerritory[];
  readonly people: People;
  readonly exports: Exports;
  /** Undefined where nobody has said what there is to sell. */
  readonly quotas?: LoadQuotas;
  /** By territory; undefined where nobody was put anywhere. */
  readonly helpers?: readonly (readonly Helper[])[];
  /** People of the team list in those roles of which somebody helps somewhere: where one of them does not, he is not to help. */
  readonly helpTeam?: readonly string[];
  /** What sizes are: the list's own header. */
  readonly sizeHeader?: string;
  /** A cell of the list by header, as it stands, and its number format. */
  readonly cell: (header: string, account: number) => Cell;
  readonly formatOf: (header: string) => string | undefined;
}

/** Where problems go. */
export type Tell = (problem: LoadProblem) => void;

/** An account that the plan gives to somebody else. */
export interface Change {
  readonly account: LoadAccount;
  readonly index: number;
  readonly territory: LoadTerritory;
  readonly owner: Person;
}

/** Tells why an account is not in a file. @param blocks false: it is, and should be looked at */
export function tellAccount(
  tell: Tell,
  file: FileKey,
  { row, label }: LoadAccount,
  code: ProblemCode,
  parameters: LoadProblem['parameters'] = {},
  blocks = true,
): void {
  tell({ file, code, blocks, parameters, row, account: label });
}

/**
 * Ids of accounts that stand twice, in territories of which not all are the same; each is told.
 * @param file which it is therefore not in
 */
export function tornIn({ accounts }: Pick<LoadInput, 'accounts'>, file: FileKey, tell: Tell): Set<string> {
  const first = new Map<string, LoadAccount>();
  const torn = new Set<string>();
  for (const account of accounts) {
    const key = idKey(account.id);
    const before = first.get(key);
    if (before === undefined) first.set(key, account);
    else if (key !== '' && before.to !== account.to && !torn.has(key)) {
      torn.add(key);
      tellAccount(tell, file, before, 'idTwice', { id: account.id });
    }
  }
  return torn;
}
