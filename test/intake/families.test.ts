import fc from 'fast-check';

import { mapAccountColumns, readAccounts } from '../../src/intake';
import { idKey } from '../../src/intake/cells/identity';
import type { FindingCode } from '../../src/plan/findings';
import { textTable } from './table';

function read(text: string) {
  const source = textTable(text);
  const { accounts, findings } = readAccounts(source, mapAccountColumns(source).mapping);
  const codes = (code: FindingCode) => findings.filter((f) => f.code === code);
  return { accounts, family: [...accounts.family], codes };
}

describe('the identity of accounts', () => {
  it('takes the 15- and the 18-character form of a Salesforce id for one account', () => {
    expect(idKey('0015f00000AbCdEAAV')).toBe(idKey('0015f00000AbCdE'));
    expect(idKey('0015f00000AbCdEAAV')).not.toBe(idKey('0015f00000aBcDe'));
    const { codes } = read(`
Account ID|Account Name
0015f00000AbCdEAAV|Alder
0015f00000AbCdE|Alder Works`);
    expect(codes('sameIdOtherForm')).toMatchObject([{ row: 3, column: 1, params: { otherRow: 2 } }]);
  });

  it('leaves an 18-character id alone when its checksum is wrong', () => {
    expect(idKey('0015f00000AbCdEZZZ')).toBe('0015f00000AbCdEZZZ');
  });

  it('compares Dynamics ids without braces and case', () => {
    expect(idKey('{1B3F0A10-2222-4444-8888-ABCDEFABCDEF}')).toBe('1b3f0a10-2222-4444-8888-abcdefabcdef');
  });

  it('lists duplicate ids, and ids that differ by case only as different accounts', () => {
    const { codes, accounts } = read(`
Account ID|Account Name
A-1|Alder
A-2|Birch
A-1|Cedar
a-2|Dune`);
    expect(accounts.count).toBe(4);
    expect(codes('duplicateId')).toMatchObject([{ row: 4, read: 'A-1', params: { otherRow: 2 } }]);
    expect(codes('idsDifferByCase')).toMatchObject([{ row: 5, read: 'a-2', params: { otherRow: 3 } }]);
  });

  it('lists accounts without an id, and duplicate names', () => {
    const { codes } = read(`
Account ID|Account Name
A-1|Alder
|Birch
A-3|ALDER `);
    expect(codes('noId')).toMatchObject([{ row: 3 }]);
    expect(codes('duplicateName')).toMatchObject([{ row: 4, params: { otherRow: 2 } }]);
  });

  it('does not list every branch of a chain as a duplicate name', () => {
    const { codes } = read(
      `Store Number|Store Name\n${Array.from({ length: 50 }, (_, i) => `${i + 1}|Cup Co`).join('\n')}`,
    );
    expect(codes('duplicateName')).toMatchObject([{ row: 0, params: { count: 49 } }]);
  });
});

describe('families of accounts', () => {
  it('joins children to parents over several steps, and leaves singles alone', () => {
    const { family } = read(`
Account ID|Account Name|Parent Account ID
1|Alder|
2|Birch|1
3|Cedar|2
4|Dune|`);
    expect(family).toEqual([0, 0, 0, -1]);
  });

  it('joins by ultimate parent, also one that is not in the table', () => {
    const { family } = read(`
Account ID|Account Name|Ultimate Parent Account ID
1|Alder|X9
2|Birch|X9
3|Cedar|3`);
    expect(family).toEqual([0, 0, -1]);
  });

  it('joins by the name of the parent where there is no id', () => {
    const { family } = read(`
Company|Parent Company
Alder Group|
Alder West|ALDER GROUP
Birch|`);
    expect(family).toEqual([0, 0, -1]);
  });

  it('does not make one family of all accounts whose parent is N/A', () => {
    const { family } = read(`
Account ID|Account Name|Parent Account ID
1|Alder|N/A
2|Birch|N/A
3|Cedar|-`);
    expect(family).toEqual([-1, -1, -1]);
  });

  it('matches a parent given in the other form of its id', () => {
    const { family, codes } = read(`
Id|Name|ParentId
0015f00000AbCdEAAV|Alder|
0015f00000AbCdFAAV|Birch|0015f00000AbCdE`);
    expect(family).toEqual([0, 0]);
    expect(codes('unknownParent')).toEqual([]);
  });

  it('lists parents that are not in the table', () => {
    const { codes, family } = read(`
Account ID|Account Name|Parent Account ID
1|Alder|77
2|Birch|77`);
    expect(codes('unknownParent')).toMatchObject([{ row: 2, read: '77' }, { row: 3 }]);
    expect(family).toEqual([0, 0]);
  });

  it('says once that most parents are not in the table', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i}|Firm ${i}|P${i % 3}`).join('\n');
    const { codes, family } = read(`
Account ID|Account Name|Parent Account ID
${rows}`);
    expect(codes('unknownParent')).toMatchObject([{ row: 0, read: 'P0', params: { count: 30 } }]);
    expect(new Set(family).size).toBe(3);
  });

  it('survives circles of parents and lists each once', () => {
    const { codes, family } = read(`
Account ID|Account Name|Parent Account ID
1|Alder|3
2|Birch|1
3|Cedar|2
4|Dune|4`);
    expect(codes('parentCycle')).toHaveLength(1);
    expect(codes('parentCycle')[0]?.params).toEqual({ accounts: 3 });
    expect(family).toEqual([0, 0, 0, -1]);
  });

  it('detects a parent whose money is the sum of its children', () => {
    const { codes } = read(`
Account ID|Account Name|Parent Account ID|ARR
1|Alder|| 300
2|Birch|1|100
3|Cedar|1|200
4|Dune||50
5|Elm|4|10
6|Fir|4|20`);
    expect(codes('rollUp')).toMatchObject([
      { row: 2, column: 4, params: { field: 'arr', children: 2, sum: 300 } },
    ]);
  });

  it('gives two accounts one family exactly if a chain of parents joins them', () => {
    const parents = fc.array(fc.integer({ min: -1, max: 11 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(parents, (parentOf) => {
        const rows = parentOf.map((p, i) => `${i}|Firm ${i}|${p < 0 ? '' : p}`).join('\n');
        const { family } = read(`Account ID|Account Name|Parent Account ID\n${rows}`);
        const group = parentOf.map((_, i) => i);
        for (let pass = 0; pass < 12; pass++) {
          parentOf.forEach((p, i) => {
            if (p < 0) return;
            const least = Math.min(group[i]!, group[p]!);
            group[i] = least;
            group[p] = least;
          });
        }
        for (let a = 0; a < 12; a++) {
          for (let b = 0; b < a; b++)
            expect(family[a] === family[b] && family[a] !== -1).toBe(group[a] === group[b]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
