import { foldText } from '../exact/fold-text';
import { shortSalesforceId } from '../plan/salesforce-id';

/** Somebody who may own accounts in the CRM. */
export interface Person {
  readonly name: string;
  readonly id?: string;
  readonly email?: string;
  /** Undefined where nothing says so. */
  readonly active?: boolean;
  /** The CRM's own export of users has this person. */
  readonly isUser?: boolean;
}

/** Whom a name stands for. */
export type Found = { readonly person: Person } | { readonly code: 'noUser' | 'twoUsers' };

/**
 * People by name, id or e-mail, as lists write them: case, accents and blanks apart, `Last, First` as `First Last`.
 * @param sources the CRM's own export of users first, then the team list, then what the account list says of its owners
 */
export class People {
  private readonly by = new Map<string, Person[]>();

  constructor(sources: readonly (readonly Person[])[]) {
    for (const source of sources) for (const person of merged(source)) this.add(person);
  }

  /** @param word a name, an e-mail or an id */
  find(word: string): Found {
    const people = this.by.get(`n:${nameKey(word)}`) ?? this.by.get(`x:${idKey(word)}`) ?? [];
    const active = people.length > 1 ? people.filter(({ active: is }) => is !== false) : people;
    const [person] = active;
    if (person === undefined) return { code: people.length > 0 ? 'twoUsers' : 'noUser' };
    return active.length > 1 ? { code: 'twoUsers' } : { person };
  }

  /** What a later source says is taken where the earlier ones are silent. */
  private add(person: Person): void {
    const known = this.named(person);
    const joined = known.length === 1 ? known.map((one) => ({ ...person, ...withoutBlanks(one) })) : [person];
    if (known.length > 1) return;
    for (const one of joined) {
      for (const key of keysOf(one)) {
        const others = (this.by.get(key) ?? []).filter((other) => !known.includes(other));
        this.by.set(key, [...others, one]);
      }
    }
  }

  /** Those whom a new entry speaks of: of the same id, else of the same name where one of the two has none. */
  private named({ id, name }: Person): Person[] {
    const sameId = id === undefined ? undefined : this.by.get(`x:${idKey(id)}`);
    if (sameId !== undefined) return sameId;
    const sameName = this.by.get(`n:${nameKey(name)}`) ?? [];
    return sameName.filter((other) => id === undefined || other.id === undefined);
  }
}

/** Ids of Salesforce are one with 15 and with 18 characters; case counts in the first 15, and in no other system's. */
export function idKey(id: string): string {
  const text = id.trim();
  const isShort = /^[0-9A-Za-z]{15}$/.test(text);
  return shortSalesforceId(text) ?? (isShort ? text : text.toLowerCase());
}

export function nameKey(name: string): string {
  const [last, first, ...more] = name.split(',');
  return foldText(first !== undefined && more.length === 0 ? `${first} ${last ?? ''}` : name);
}

function keysOf({ name, id, email }: Person): string[] {
  return [
    ...(name === '' ? [] : [`n:${nameKey(name)}`]),
    ...(id === undefined ? [] : [`x:${idKey(id)}`]),
    ...(email === undefined ? [] : [`x:${email.trim().toLowerCase()}`]),
  ];
}

/** The same person said twice in one source is one. */
function merged(people: readonly Person[]): Person[] {
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = JSON.stringify([nameKey(person.name), person.id ?? '', person.email ?? '']);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

const withoutBlanks = (person: Person): Person =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)) as unknown as Person;
