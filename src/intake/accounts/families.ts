import { foldText } from '../../geo';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { AccountMapping, AccountNumberField } from '../../plan/fields';
import type { FindingCode, Severity } from '../../plan/findings';
import { MONEY_FIELDS } from '../../plan/metrics';
import type { FindingList } from '../cells/finding-list';
import { idKey } from '../cells/identity';

/**
 * Finds which accounts belong together: by ultimate parent where stated, else along parents. Notes
 * duplicate ids and names, parents that are not in the table, circles of parents, and parents whose
 * numbers are the sum of their children's.
 *
 * @param columns 1-based worksheet column of each field, for the findings
 * @returns a family number ≥ 0 per account, −1 for an account alone
 */
export function resolveFamilies(
  accounts: Accounts,
  columns: AccountMapping,
  findings: FindingList,
): Int32Array {
  const families = new Families(accounts, columns, findings);
  families.indexIds();
  families.noteDuplicateNames();
  families.join();
  families.noteUnknownParents();
  families.noteCircles();
  families.noteRollUps();
  return families.numbers();
}

const ROLL_UP_FIELDS: readonly AccountNumberField[] = [...MONEY_FIELDS, 'employees'];

class Families {
  /** First row of an id, by its key in lower case; keys that differ from that by case only, apart. */
  private readonly rowOfFold = new Map<string, number>();
  private readonly rowOfOther = new Map<string, number>();
  private keyOfCode: readonly string[] = [];
  private readonly rowOfName = new Map<string, number>();
  /** Row of the parent in this table, −1 without. */
  private readonly parentRow: Int32Array;
  /** Union–find over accounts, then parents outside the table. */
  private readonly leader: number[];
  private readonly outside = new Map<string, number>();
  private readonly unknownParents: { i: number; column: number; read: string }[] = [];

  constructor(
    private readonly accounts: Accounts,
    private readonly columns: AccountMapping,
    private readonly findings: FindingList,
  ) {
    this.parentRow = new Int32Array(accounts.count).fill(-1);
    this.leader = Array.from({ length: accounts.count }, (_, i) => i);
  }

  indexIds(): void {
    const ids = this.accounts.text.accountId;
    if (ids === undefined) return;
    const column = this.columns.accountId ?? 0;
    this.keyOfCode = ids.pool.map(idKey);
    for (let i = 0; i < this.accounts.count; i++) {
      const code = ids.codes[i] ?? -1;
      const key = this.keyOfCode[code];
      const id = ids.pool[code];
      if (key === undefined || id === undefined) {
        this.note(i, column, 'noId', 'warning', '');
        continue;
      }
      const first = this.rowWithId(key);
      if (first !== undefined) {
        const same = textAt(ids, first) === id;
        const found = same ? 'duplicateId' : 'sameIdOtherForm';
        this.note(i, column, found, 'warning', id, undefined, this.rowParams(first));
        continue;
      }
      const fold = key.toLowerCase();
      const other = this.rowOfFold.get(fold);
      if (other === undefined) this.rowOfFold.set(fold, i);
      else {
        this.rowOfOther.set(key, i);
        this.note(i, column, 'idsDifferByCase', 'note', id, undefined, this.rowParams(other));
      }
    }
  }

  /** First row of exactly this id key: case counts. */
  private rowWithId(key: string): number | undefined {
    const row = this.rowOfFold.get(key.toLowerCase());
    if (row === undefined) return undefined;
    const code = this.accounts.text.accountId?.codes[row] ?? -1;
    return this.keyOfCode[code] === key ? row : this.rowOfOther.get(key);
  }

  /** Parents that are not in the table. Where most are not, it gets one finding in all. */
  noteUnknownParents(): void {
    const [first] = this.unknownParents;
    if (first === undefined) return;
    if (this.isRule(this.unknownParents.length)) {
      this.noteAll('unknownParent', first.column, first.read, this.unknownParents.length);
      return;
    }
    for (const { i, column, read } of this.unknownParents)
      this.note(i, column, 'unknownParent', 'note', read);
  }

  /** Names that occur again. A table of branches, where most names do, gets one finding in all. */
  noteDuplicateNames(): void {
    const names = this.accounts.text.accountName;
    if (names === undefined) return;
    const column = this.columns.accountName ?? 0;
    const foldOfCode = names.pool.map(foldText);
    const again: { i: number; first: number }[] = [];
    for (let i = 0; i < this.accounts.count; i++) {
      const fold = foldOfCode[names.codes[i] ?? -1];
      if (fold === undefined || fold === '') continue;
      const first = this.rowOfName.get(fold);
      if (first === undefined) this.rowOfName.set(fold, i);
      else again.push({ i, first });
    }
    if (this.isRule(again.length)) {
      this.noteAll('duplicateName', column, textAt(names, again[0]?.i ?? 0) ?? '', again.length);
      return;
    }
    for (const { i, first } of again) {
      this.note(i, column, 'duplicateName', 'note', textAt(names, i) ?? '', undefined, this.rowParams(first));
    }
  }

  join(): void {
    const { text } = this.accounts;
    for (let i = 0; i < this.accounts.count; i++) {
      const top = this.find(
        i,
        textAt(text.ultimateParentId, i),
        textAt(text.ultimateParentName, i),
        'ultimate',
      );
      if (top !== undefined) this.unite(i, top);
      const parent = this.find(i, textAt(text.parentId, i), textAt(text.parentName, i), 'parent');
      if (parent === undefined) continue;
      this.unite(i, parent);
      if (parent < this.accounts.count) this.parentRow[i] = parent;
    }
  }

  /** Node of a stated parent: its row, or a node for a parent that is not in the table. */
  private find(i: number, id: string | undefined, name: string | undefined, kind: 'parent' | 'ultimate') {
    if (id === undefined && name === undefined) return undefined;
    const byId =
      id === undefined ? undefined : (this.rowWithId(idKey(id)) ?? this.rowOfName.get(foldText(id)));
    const row =
      byId ??
      (name === undefined || (id !== undefined && byId === undefined)
        ? undefined
        : this.rowOfName.get(foldText(name)));
    if (row !== undefined) return row === i ? undefined : row;
    const key = id === undefined ? `name:${foldText(name ?? '')}` : `id:${idKey(id)}`;
    let node = this.outside.get(key);
    if (node === undefined) {
      node = this.leader.push(this.leader.length) - 1;
      this.outside.set(key, node);
    }
    const column =
      kind === 'parent' ? (id === undefined ? this.columns.parentName : this.columns.parentId) : undefined;
    if (column !== undefined) this.unknownParents.push({ i, column, read: id ?? name ?? '' });
    return node;
  }

  noteCircles(): void {
    const state = new Uint8Array(this.accounts.count); // 1: on the way, 2: done
    for (let start = 0; start < this.accounts.count; start++) {
      const way: number[] = [];
      let at = start;
      while (at >= 0 && state[at] === 0) {
        state[at] = 1;
        way.push(at);
        at = this.parentRow[at] ?? -1;
      }
      if (at >= 0 && state[at] === 1) {
        const circle = way.slice(way.indexOf(at));
        const column = this.columns.parentId ?? this.columns.parentName ?? 0;
        const ids = this.accounts.text.parentId ?? this.accounts.text.parentName;
        this.note(at, column, 'parentCycle', 'warning', textAt(ids, at) ?? '', undefined, {
          accounts: circle.length,
        });
      }
      for (const i of way) state[i] = 2;
    }
  }

  /** A parent that stands for the sum of its children would count their money twice. */
  noteRollUps(): void {
    for (const field of ROLL_UP_FIELDS) {
      const values = this.accounts.number[field];
      const column = this.columns[field];
      if (values === undefined || column === undefined) continue;
      const sum = new Float64Array(this.accounts.count);
      const children = new Int32Array(this.accounts.count);
      for (let i = 0; i < this.accounts.count; i++) {
        const parent = this.parentRow[i] ?? -1;
        const value = values[i] ?? NaN;
        if (parent < 0 || !(value > 0)) continue;
        sum[parent] = (sum[parent] ?? 0) + value;
        children[parent] = (children[parent] ?? 0) + 1;
      }
      for (let i = 0; i < this.accounts.count; i++) {
        const value = values[i] ?? NaN;
        const total = sum[i] ?? 0;
        if ((children[i] ?? 0) < 2 || !(Math.abs(value - total) <= 0.005 * total)) continue;
        this.note(i, column, 'rollUp', 'warning', String(value), undefined, {
          field,
          children: children[i] ?? 0,
          sum: total,
        });
      }
    }
  }

  numbers(): Int32Array {
    const members = new Map<number, number>();
    for (let i = 0; i < this.accounts.count; i++) {
      const root = this.root(i);
      members.set(root, (members.get(root) ?? 0) + 1);
    }
    const numberOf = new Map<number, number>();
    const family = new Int32Array(this.accounts.count).fill(-1);
    for (let i = 0; i < this.accounts.count; i++) {
      const root = this.root(i);
      if ((members.get(root) ?? 0) < 2) continue;
      let number = numberOf.get(root);
      if (number === undefined) numberOf.set(root, (number = numberOf.size));
      family[i] = number;
    }
    return family;
  }

  private root(node: number): number {
    let root = node;
    while (this.leader[root] !== root) root = this.leader[root] ?? root;
    for (let at = node; at !== root;) {
      const next = this.leader[at] ?? root;
      this.leader[at] = root;
      at = next;
    }
    return root;
  }

  private unite(a: number, b: number): void {
    const rootA = this.root(a);
    const rootB = this.root(b);
    if (rootA !== rootB) this.leader[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** True if so many rows are the table's way, not an exception in it. */
  private isRule(rows: number): boolean {
    return rows > 20 && rows > 0.3 * this.accounts.count;
  }

  private noteAll(code: FindingCode, column: number, read: string, count: number): void {
    const { sheet } = this.accounts;
    this.findings.add({ code, severity: 'note', sheet, row: 0, column, read, params: { count } });
  }

  private rowParams(i: number | undefined): Record<string, number> {
    return { otherRow: i === undefined ? 0 : (this.accounts.sheetRow[i] ?? 0) };
  }

  private note(
    i: number,
    column: number,
    code: FindingCode,
    severity: Severity,
    read: string,
    understood?: string,
    params?: Readonly<Record<string, string | number>>,
  ): void {
    this.findings.add({
      code,
      severity,
      sheet: this.accounts.sheet,
      row: this.accounts.sheetRow[i] ?? 0,
      column,
      read,
      ...(understood === undefined ? {} : { understood }),
      ...(params === undefined ? {} : { params }),
    });
  }
}
