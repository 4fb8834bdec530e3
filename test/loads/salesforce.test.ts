import * as fc from 'fast-check';
import { crmExport, exportKind, type Exports } from '../../src/loads/exports';
import type { LoadFile, LoadPack } from '../../src/loads/file';
import type { LoadInput } from '../../src/loads/input';
import { planLoads } from '../../src/loads/loads';
import { People } from '../../src/loads/people';
import type { LoaderResult } from '../../src/loads/results';
import { developerName } from '../../src/loads/salesforce';

const account = (n: number) => `001000000000${String(n).padStart(3, '0')}AAA`;
const user = (n: number) => `005000000000${String(n).padStart(3, '0')}AAA`;
const territory = (n: number) => `0MI000000000${String(n).padStart(3, '0')}AAA`;

const table = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  crmExport({
    headers,
    columns: headers.map((_, c) => rows.map((row) => row[c] ?? '')),
    rowCount: rows.length,
  });

/** A plan of some accounts: who owns each, and where it goes. */
function planned(
  owned: readonly { readonly owner: number; readonly to: number }[],
  { users = 4, exports = {} }: { users?: number; exports?: Exports } = {},
): LoadInput {
  const people = Array.from({ length: users }, (_, n) => ({ name: `Rep ${n}`, id: user(n), active: true }));
  return {
    target: 'salesforce',
    effective: '2027-01-01',
    accounts: owned.map(({ owner, to }, n) => ({
      row: n + 2,
      id: account(n),
      label: `Account ${n}`,
      owner: owner < 0 ? '' : `Rep ${owner}`,
      ownerId: owner < 0 ? '' : user(owner),
      territory: '',
      to,
      country: 'US',
      state: 'TX',
      postalCode: '',
    })),
    territories: people.map(({ name }, n) => ({ name: `T0${n} Town`, owner: name })),
    people: new People([people]),
    exports,
    cell: () => '',
    formatOf: () => undefined,
  };
}

const fileOf = (pack: LoadPack, key: string): LoadFile | undefined =>
  pack.files.find((file) => file.key === key);

/** Loads a file of updates into a CRM; rows that it refuses stay as they are. @returns what the loader answers */
function update(
  crm: Map<string, string>,
  file: LoadFile | undefined,
  fails: (id: string) => boolean,
): LoaderResult {
  const rows = (file?.rows ?? []).map(([id, owner]) => {
    const isBad = fails(String(id));
    if (!isBad) crm.set(String(id), String(owner));
    return [String(id), String(owner), isBad ? 'INACTIVE_OWNER_OR_USER' : ''];
  });
  const headers = ['sf__Id', 'sf__Error', 'Id', 'OwnerId'];
  return {
    headers,
    rows: table(
      headers,
      rows.map(([id = '', owner = '', error = '']) => [id, error, id, owner]),
    ),
  };
}

const state = fc.array(
  fc.record({ owner: fc.integer({ min: 0, max: 3 }), to: fc.integer({ min: -1, max: 3 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

test('a load gives exactly the new state, and rolled back after refused rows exactly the old one', () => {
  fc.assert(
    fc.property(state, fc.array(fc.nat(39), { maxLength: 3 }), (owned, bad) => {
      const old = new Map(owned.map(({ owner }, n) => [account(n), user(owner)]));
      const wanted = new Map(owned.map(({ owner, to }, n) => [account(n), user(to < 0 ? owner : to)]));
      const input = planned(owned);
      const isBad = (id: string) => bad.some((n) => account(n) === id);

      const crm = new Map(old);
      const first = planLoads(input);
      const result = update(crm, fileOf(first, 'owners'), isBad);
      // The rest, when the loader has answered.
      const second = planLoads(input, [result]);
      const failed = (fileOf(first, 'owners')?.rows ?? []).filter(([id]) => isBad(String(id)));
      if ((fileOf(first, 'owners')?.rows.length ?? 0) > 0)
        expect(fileOf(second, 'owners')).toMatchObject({
          rows: failed,
          answered: {
            failed: failed.length,
            open: 0,
            loaded: (fileOf(first, 'owners')?.rows.length ?? 0) - failed.length,
          },
        });
      const backed = new Map(crm);
      update(backed, fileOf(second, 'ownersBack'), () => false);
      expect(backed).toEqual(old);
      update(crm, fileOf(second, 'owners'), () => false);
      expect(crm).toEqual(wanted);
    }),
  );
});

test('load after load from one export: each gives the plan of its day, and the way back is where the export was', () => {
  const plans = fc.array(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(plans, fc.array(fc.nat(5), { maxLength: 3 }), (plans, bad) => {
      const owners = [0, 1, 2, 3, 0, 1];
      const old = new Map(owners.map((owner, n) => [account(n), user(owner)]));
      const crm = new Map(old);
      const results: LoaderResult[] = [];
      plans.forEach((plan, day) => {
        const input = planned(owners.map((owner, n) => ({ owner, to: plan[n] ?? 0 })));
        // What is in no territory stays with whom it is.
        const wanted = plan.map((to, n) => [account(n), to < 0 ? crm.get(account(n)) : user(to)] as const);
        const fails = (id: string) => day % 2 === 0 && bad.some((n) => account(n) === id);
        const load = (of: typeof fails) => {
          results.push(update(crm, fileOf(planLoads(input, results), 'owners'), of));
        };
        load(fails);
        load(() => false);
        expect(crm).toEqual(new Map(wanted));
        const backed = new Map(crm);
        update(backed, fileOf(planLoads(input, results), 'ownersBack'), () => false);
        expect(backed).toEqual(old);
        expect(fileOf(planLoads(input, results), 'owners')?.rows).toEqual([]);
      });
    }),
  );
});

describe('associations, load after load from one stale export', () => {
  interface Place {
    readonly who: string;
    readonly at: string;
    readonly cause: string;
  }
  type Crm = Map<string, Place>;
  const INSERTED = {
    join: ['ObjectId', 'Territory2Id', 'AssociationCause'],
    usersIn: ['UserId', 'Territory2Id', 'RoleInTerritory2'],
  } as const;
  const told = (crm: Crm) => [...crm.values()].map(({ who, at, cause }) => `${who} ${at} ${cause}`).sort();
  const exported = (crm: Crm, [who, at, cause]: readonly [string, string, string]) =>
    table(
      ['Id', who, at, cause],
      [...crm].map(([id, one]) => [id, one.who, one.at, one.cause]),
    );
  let made = 0;
  const remove = (crm: Crm, file: LoadFile | undefined, fails: (who: string) => boolean): LoaderResult => {
    const headers = ['Id', 'sf__Error'];
    const rows = (file?.rows ?? []).map(([cell]) => {
      const id = String(cell);
      const isBad = !crm.has(id) || fails(crm.get(id)?.who ?? '');
      if (!isBad) crm.delete(id);
      return [id, isBad ? 'UNABLE_TO_LOCK_ROW' : ''];
    });
    return { headers, rows: table(headers, rows) };
  };
  const insert = (
    crm: Crm,
    file: LoadFile | undefined,
    header: readonly string[],
    fails: (who: string) => boolean,
  ): LoaderResult => {
    const headers = ['sf__Id', 'sf__Error', ...header];
    const rows = (file?.rows ?? []).map((row) => {
      const [who = '', at = '', cause = ''] = row.map(String);
      const isThere = [...crm.values()].some((one) => one.who === who && one.at === at);
      const isBad = isThere || fails(who);
      const id = `0TN${String(made++).padStart(12, '0')}AAA`;
      if (!isBad) crm.set(id, { who, at, cause });
      return [isBad ? '' : id, isBad ? 'DUPLICATE_VALUE' : '', who, at, cause];
    });
    return { headers, rows: table(headers, rows) };
  };

  const world = fc.record({
    /** Where each account was when the export was made, −1 nowhere; of the last, by a rule as well. */
    was: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 6, maxLength: 6 }),
    plans: fc.array(
      fc.record({
        to: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        /** Whose each territory is. */
        owner: fc.constantFrom([0, 1, 2, 3], [1, 0, 2, 3], [3, 1, 0, 2]),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    bad: fc.array(fc.nat(5), { maxLength: 3 }),
    isTurned: fc.boolean(),
  });

  test('each account is where the plan of the day has it, each owner in his territory, and the way back is the export', () => {
    fc.assert(
      fc.property(world, ({ was, plans, bad, isTurned }) => {
        const places: Crm = new Map(
          was.flatMap((at, n) =>
            at < 0
              ? []
              : [[`0TA${String(n)}`, { who: account(n), at: territory(at), cause: 'Territory2Manual' }]],
          ),
        );
        const byRule = { who: account(0), at: territory(0), cause: 'Territory2RuleAssociation' };
        if (was[0] !== 0) places.set('0TARULE', byRule);
        const users: Crm = new Map(
          [0, 1, 2, 3].map((n) => [`0UA${String(n)}`, { who: user(n), at: territory(n), cause: 'Owner' }]),
        );
        const exports = {
          territories: table(
            ['Id', 'Name', 'DeveloperName', 'Territory2ModelId', 'Territory2TypeId'],
            [0, 1, 2, 3].map((n) => [
              territory(n),
              `T0${String(n)} Town`,
              `T0${String(n)}_Town`,
              '0MA1',
              '0M51',
            ]),
          ),
          associations: exported(places, INSERTED.join.slice() as [string, string, string]),
          userAssociations: exported(users, INSERTED.usersIn.slice() as [string, string, string]),
        };
        const before = [told(places), told(users)];
        const results: LoaderResult[] = [];
        plans.forEach(({ to, owner }, day) => {
          const given = planned(
            to.map((one) => ({ owner: 0, to: one })),
            { exports },
          );
          const input = {
            ...given,
            territories: given.territories.map((one, j) => ({ ...one, owner: `Rep ${String(owner[j])}` })),
          };
          // Sheets of answers stand in any order.
          const plan = () => planLoads(input, isTurned ? [...results].reverse() : results);
          const load = (fails: (who: string) => boolean) => {
            const pack = plan();
            results.push(
              remove(places, fileOf(pack, 'leave'), fails),
              insert(places, fileOf(pack, 'join'), INSERTED.join, fails),
              remove(users, fileOf(pack, 'usersOut'), fails),
              insert(users, fileOf(pack, 'usersIn'), INSERTED.usersIn, fails),
            );
          };
          load((who) => day % 2 === 0 && bad.some((n) => [account(n), user(n)].includes(who)));
          load(() => false);
          to.forEach((one, n) => {
            const there = [...places.values()].filter(
              ({ who, cause }) => who === account(n) && cause !== byRule.cause,
            );
            const isThereByRule = n === 0 && one === 0 && places.has('0TARULE');
            expect(there.map(({ at }) => at)).toEqual(isThereByRule ? [] : [territory(one)]);
          });
          expect([...users.values()].map(({ who, at }) => `${at} ${who}`).sort()).toEqual(
            owner.map((one, j) => `${territory(j)} ${user(one)}`).sort(),
          );
          const after = plan();
          for (const key of ['leave', 'join', 'usersOut', 'usersIn'])
            expect(fileOf(after, key)?.rows).toEqual([]);
          expect(
            after.outcomes.filter(({ file }) => file === 'join').every(({ result }) => result === 'loaded'),
          ).toBe(true);
          const backed = [new Map(places), new Map(users)] as const;
          remove(backed[0], fileOf(after, 'joinBack'), () => false);
          insert(backed[0], fileOf(after, 'leaveBack'), INSERTED.join, () => false);
          remove(backed[1], fileOf(after, 'usersInBack'), () => false);
          insert(backed[1], fileOf(after, 'usersOutBack'), INSERTED.usersIn, () => false);
          expect(backed.map(told)).toEqual(before);
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('only accounts whose owner changes are in a load', () => {
  const pack = planLoads(
    planned([
      { owner: 0, to: 0 },
      { owner: 0, to: 1 },
      { owner: 2, to: -1 },
    ]),
  );
  expect(fileOf(pack, 'owners')).toMatchObject({ header: ['Id', 'OwnerId'], rows: [[account(1), user(1)]] });
  expect(fileOf(pack, 'ownersBack')?.rows).toEqual([[account(1), user(0)]]);
  expect([pack.changed, pack.unchanged]).toEqual([1, 2]);
  expect(pack.problems).toMatchObject([{ code: 'notPlaced', row: 4 }]);
});

describe('rows that would fail are not in the file, and are told with their account', () => {
  const blocked = (change: (input: LoadInput) => LoadInput) => {
    const pack = planLoads(
      change(
        planned([
          { owner: 0, to: 1 },
          { owner: 0, to: 2 },
        ]),
      ),
    );
    return {
      rows: fileOf(pack, 'owners')?.rows.map(([id]) => id),
      told: pack.problems.filter(({ file }) => file === 'owners').map(({ code, row }) => [code, row]),
    };
  };
  const withPeople =
    (...changed: { name: string; id?: string; active?: boolean }[]) =>
    (input: LoadInput) => ({
      ...input,
      people: new People([
        [{ name: 'Rep 0', id: user(0) }, { name: 'Rep 2', id: user(2), active: true }, ...changed],
      ]),
    });
  test.each([
    ['an inactive owner', withPeople({ name: 'Rep 1', id: user(1), active: false }), 'inactiveUser'],
    ['an owner whom nobody knows', withPeople(), 'noUser'],
    ['an owner without an id', withPeople({ name: 'Rep 1' }), 'noUserId'],
    [
      'two of one name',
      withPeople({ name: 'Rep 1', id: user(1) }, { name: 'rep  1', id: user(3) }),
      'twoUsers',
    ],
    [
      'an open territory that nobody covers',
      (input: LoadInput) => ({
        ...input,
        territories: input.territories.map((one, j) => (j === 1 ? { ...one, owner: '' } : one)),
      }),
      'openTerritory',
    ],
    [
      'no id',
      (input: LoadInput) => ({
        ...input,
        accounts: input.accounts.map((one, n) => (n === 0 ? { ...one, id: '' } : one)),
      }),
      'noId',
    ],
    [
      'an id of something else',
      (input: LoadInput) => ({
        ...input,
        accounts: input.accounts.map((one, n) => (n === 0 ? { ...one, id: '003000000000001AAA' } : one)),
      }),
      'strangeId',
    ],
  ])('%s', (_, change, code) => {
    expect(blocked(change)).toEqual({ rows: [account(1)], told: [[code, 2]] });
  });

  test('one id on two rows that go to two people goes nowhere', () => {
    expect(
      blocked((input) => ({
        ...input,
        accounts: input.accounts.map((one) => ({ ...one, id: account(0).slice(0, 15) })),
      })),
    ).toMatchObject({ rows: [], told: [['idTwice', 2]] });
  });

  test('two of one name, of whom one has left, and the other by the id of the team list', () => {
    const twice = [
      { name: 'Rep 1', id: user(1), active: false },
      { name: 'Rep 1', id: user(3), active: true },
    ];
    expect(blocked(withPeople(...twice))).toEqual({ rows: [account(0), account(1)], told: [] });
    const both = twice.map((one) => ({ ...one, active: true }));
    const input = withPeople(...both)(planned([{ owner: 0, to: 1 }]));
    const said = {
      ...input,
      territories: input.territories.map((one, j) =>
        j === 1 ? { ...one, userId: user(1).slice(0, 15) } : one,
      ),
    };
    expect(fileOf(planLoads(said), 'owners')?.rows).toEqual([[account(0), user(1)]]);
  });
});

test('open deals and contacts of the owner of today follow; closed ones, and those of others, stay', () => {
  const exports = {
    deals: table(
      ['Id', 'AccountId', 'OwnerId', 'StageName'],
      [
        ['006A', account(0), user(0), 'Proposal'],
        ['006B', account(0), user(0), 'Closed Won'],
        ['006C', account(0), user(3), 'Proposal'],
        ['006D', account(1), user(1), 'Proposal'],
      ],
    ),
    contacts: table(
      ['Id', 'AccountId', 'OwnerId', 'LastName'],
      [['003A', account(0).slice(0, 15), user(0), '=X']],
    ),
  };
  const pack = planLoads(
    planned(
      [
        { owner: 0, to: 1 },
        { owner: 1, to: 1 },
      ],
      { exports },
    ),
  );
  expect(fileOf(pack, 'deals')?.rows).toEqual([['006A', user(1)]]);
  expect(fileOf(pack, 'dealsBack')?.rows).toEqual([['006A', user(0)]]);
  expect(fileOf(pack, 'contacts')?.rows).toEqual([['003A', user(1)]]);
});

describe('what a loader answered', () => {
  const input = planned([
    { owner: 0, to: 1 },
    { owner: 0, to: 2 },
    { owner: 0, to: 3 },
  ]);
  const headers = ['ID', 'OWNERID', 'STATUS'];
  const result = (rows: readonly (readonly [number, number])[]): LoaderResult => ({
    headers,
    rows: table(
      headers,
      rows.map(([n, owner]) => [account(n), user(owner), 'Item Updated']),
    ),
  });

  test('errors alone: what is not among them may be loaded, so a rollback covers it', () => {
    const errors = {
      headers: ['ID', 'OWNERID', 'ERROR'],
      rows: table(['ID', 'OWNERID', 'ERROR'], [[account(1), user(2), 'LOCKED']]),
    };
    const pack = planLoads(input, [errors]);
    expect(fileOf(pack, 'owners')).toMatchObject({ answered: { loaded: 0, failed: 1, open: 2 } });
    expect(fileOf(pack, 'owners')?.rows).toHaveLength(3);
    expect(fileOf(pack, 'ownersBack')?.rows.map(([id]) => id)).toEqual([account(0), account(2)]);
  });

  test('a rollback since makes its rows to be loaded again', () => {
    const loaded = result([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(fileOf(planLoads(input, [loaded]), 'owners')?.rows).toEqual([]);
    const back = result([[1, 0]]);
    expect(fileOf(planLoads(input, [loaded, back]), 'owners')?.rows).toEqual([[account(1), user(2)]]);
  });

  test('what went in once is in, wherever the sheet stands on which it was refused', () => {
    const headers = ['OWNERID', 'ERROR', 'ID'];
    const refused = {
      headers,
      rows: table(headers, [[user(3), 'UNABLE_TO_LOCK_ROW', account(2).slice(0, 15)]]),
    };
    const loaded = result([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    for (const results of [
      [loaded, refused],
      [refused, loaded],
    ]) {
      const pack = planLoads(input, results);
      expect(fileOf(pack, 'owners')).toMatchObject({ rows: [], answered: { loaded: 3, failed: 0, open: 0 } });
      expect(fileOf(pack, 'ownersBack')?.rows).toHaveLength(3);
    }
  });

  test('Salesforce Inspector answers in columns of its own, and lists what it has not come to', () => {
    const headers = ['__Status', '__Id', '__Action', '__Errors', 'Id', 'OwnerId'];
    expect(exportKind(headers)).toBe('result');
    const rows = table(headers, [
      ['Succeeded', account(0), 'Updated', '', account(0), user(1)],
      ['Failed', '', '', 'INACTIVE_OWNER_OR_USER: no', account(1), user(2)],
      ['Queued', '', '', '', account(2), user(3)],
    ]);
    const pack = planLoads(input, [{ headers, rows }]);
    expect(fileOf(pack, 'owners')).toMatchObject({ answered: { loaded: 1, failed: 1, open: 1 } });
    expect(pack.outcomes.map(({ error }) => error)).toEqual(['', 'INACTIVE_OWNER_OR_USER: no', '']);
  });

  test('an owner whom the plan gives an account back to gets it, though the list has it with him still', () => {
    const again = planned([
      { owner: 0, to: 0 },
      { owner: 0, to: 2 },
    ]);
    const pack = planLoads(again, [result([[0, 1]])]);
    expect(fileOf(pack, 'owners')?.rows).toContainEqual([account(0), user(0)]);
    expect(pack.problems).toMatchObject([
      { code: 'loadedSince', blocks: false, parameters: { owner: 'Rep 0' } },
    ]);
    expect(pack.changed).toBe(2);
  });
});

describe('with an export of territories', () => {
  const exports = {
    territories: table(
      ['Id', 'Name', 'DeveloperName', 'Territory2ModelId', 'Territory2TypeId'],
      [
        [territory(0), 'T00 Town', 'T00_Town', '0MA1', '0M51'],
        [territory(1), 'Other name', 'T01_Town', '0MA1', '0M51'],
        [territory(9), 'Old', 'Old', '0MA1', '0M51'],
      ],
    ),
    associations: table(
      ['Id', 'ObjectId', 'Territory2Id', 'AssociationCause'],
      [
        ['0TA1', account(0), territory(9), 'Territory2Manual'],
        ['0TA2', account(1), territory(0), 'Territory2Manual'],
        ['0TA3', account(1), territory(9), 'Territory2RuleAssociation'],
        ['0TA4', account(1), '0MI999999999999AAA', 'Territory2Manual'],
      ],
    ),
    userAssociations: table(
      ['Id', 'UserId', 'Territory2Id', 'RoleInTerritory2'],
      [
        ['0UA1', user(1), territory(0), 'Owner'],
        ['0UA2', '005000000000777AAA', territory(0), 'Manager'],
        ['0UA3', user(1), territory(1), 'Owner'],
      ],
    ),
  };
  const pack = planLoads(
    planned(
      [
        { owner: 0, to: 0 },
        { owner: 0, to: 0 },
        { owner: 1, to: 3 },
      ],
      { exports },
    ),
  );

  test('those that are not there are made, with the model and the type of the others', () => {
    expect(fileOf(pack, 'territories')?.rows).toEqual([
      ['T02 Town', 'T02_Town', '0MA1', '0M51'],
      ['T03 Town', 'T03_Town', '0MA1', '0M51'],
    ]);
  });

  test('what a loader has made is known by its answer: it is not made twice, and accounts go there', () => {
    const headers = ['ID', 'NAME', 'DEVELOPERNAME', 'TERRITORY2MODELID', 'TERRITORY2TYPEID', 'STATUS'];
    expect(exportKind(headers)).toBe('result');
    const made = [territory(7), 'T03 Town', 'T03_Town', '0MA1', '0M51', 'Item Created'];
    const given = planned([{ owner: 1, to: 3 }], { exports });
    const after = planLoads(given, [{ headers, rows: table(headers, [made]) }]);
    expect(fileOf(after, 'territories')?.rows.map(([name]) => name)).toEqual(['T02 Town']);
    expect(fileOf(after, 'join')?.rows).toEqual([[account(0), territory(7), 'Territory2Manual']]);
  });

  test('an id that stands twice in two territories is in neither file, and is told', () => {
    const given = planned(
      [
        { owner: 0, to: 0 },
        { owner: 0, to: 1 },
      ],
      { exports },
    );
    const twice = { ...given, accounts: given.accounts.map((one) => ({ ...one, id: account(0) })) };
    const told = planLoads(twice);
    expect([fileOf(told, 'join')?.rows, fileOf(told, 'leave')?.rows]).toEqual([[], []]);
    expect(told.problems).toContainEqual(expect.objectContaining({ file: 'join', code: 'idTwice', row: 2 }));
  });

  test('an account leaves what it is in by hand and joins its own; rules are left alone', () => {
    expect(fileOf(pack, 'leave')?.rows).toEqual([['0TA1']]);
    expect(fileOf(pack, 'leaveBack')?.rows).toEqual([[account(0), territory(9), 'Territory2Manual']]);
    expect(fileOf(pack, 'join')?.rows).toEqual([[account(0), territory(0), 'Territory2Manual']]);
    expect(fileOf(pack, 'join')?.answered).toBeUndefined();
    expect(pack.problems).toContainEqual(
      expect.objectContaining({ file: 'join', code: 'noTerritoryId', row: 4 }),
    );
  });

  test('what takes an insert back is known by the ids that the loader answered', () => {
    const headers = ['ID', 'ObjectId', 'Territory2Id', 'AssociationCause', 'STATUS'];
    expect(exportKind(headers)).toBe('result');
    const result = {
      headers,
      rows: table(headers, [['0TANEW', account(0), territory(0), 'Territory2Manual', 'Item Created']]),
    };
    const after = planLoads(
      planned(
        [
          { owner: 0, to: 0 },
          { owner: 0, to: 0 },
        ],
        { exports },
      ),
      [result],
    );
    expect(fileOf(after, 'join')).toMatchObject({ rows: [], answered: { loaded: 1, failed: 0, open: 0 } });
    expect(fileOf(after, 'joinBack')?.rows).toEqual([['0TANEW']]);
    // Loaded a second time it is refused, and once it was taken back it is to be loaded.
    const inputAgain = planned([{ owner: 0, to: 0 }], { exports });
    const failed = ['ObjectId', 'Territory2Id', 'AssociationCause', 'ERROR'];
    const twice = {
      headers: failed,
      rows: table(failed, [[account(0), territory(0), 'Territory2Manual', 'DUPLICATE_VALUE']]),
    };
    expect(fileOf(planLoads(inputAgain, [result, twice]), 'joinBack')?.rows).toEqual([['0TANEW']]);
    const deleted = {
      headers: ['ID', 'STATUS'],
      rows: table(['ID', 'STATUS'], [['0TANEW', 'Item Deleted']]),
    };
    const back = planLoads(inputAgain, [result, deleted]);
    expect(fileOf(back, 'join')?.rows).toHaveLength(1);
    expect(fileOf(back, 'joinBack')?.rows).toEqual([]);
  });

  test('owners leave the territories of others and join their own; managers stay', () => {
    expect(fileOf(pack, 'usersOut')?.rows).toEqual([['0UA1']]);
    expect(fileOf(pack, 'usersOutBack')?.rows).toEqual([[user(1), territory(0), 'Owner']]);
    expect(fileOf(pack, 'usersIn')?.rows).toEqual([[user(0), territory(0), 'Owner']]);
  });

  test('what other models have is left alone, and ids are of the model that has the plan', () => {
    const headers = ['Id', 'Name', 'DeveloperName', 'Territory2ModelId', 'Territory2TypeId'];
    const models = table(headers, [
      [territory(5), 'T00 Town', 'T00_Town', '0MAOLD', '0M51'],
      [territory(6), 'Overlay', 'Overlay', '0MAOLD', '0M51'],
      [territory(0), 'T00 Town', 'T00_Town', '0MANEW', '0M52'],
      [territory(1), 'T01 Town', 'T01_Town', '0MANEW', '0M52'],
    ]);
    const associations = table(
      ['Id', 'ObjectId', 'Territory2Id', 'AssociationCause'],
      [
        ['0TA1', account(0), territory(5), 'Territory2Manual'],
        ['0TA2', account(0), territory(1), 'Territory2Manual'],
      ],
    );
    const given = planned([{ owner: 0, to: 0 }], {
      users: 3,
      exports: { territories: models, associations },
    });
    const made = planLoads(given);
    expect(fileOf(made, 'leave')?.rows).toEqual([['0TA2']]);
    expect(fileOf(made, 'join')?.rows).toEqual([[account(0), territory(0), 'Territory2Manual']]);
    expect(fileOf(made, 'territories')?.rows).toEqual([['T02 Town', 'T02_Town', '0MANEW', '0M52']]);
  });

  test('names without Latin letters are territories of their own', () => {
    const given = planned(
      [
        { owner: 0, to: 0 },
        { owner: 0, to: 1 },
      ],
      { exports },
    );
    const names = ['東京', '大阪', '京都', '名古屋'];
    const made = planLoads({
      ...given,
      territories: given.territories.map((one, j) => ({ ...one, name: names[j] ?? '' })),
    });
    const rows = fileOf(made, 'territories')?.rows ?? [];
    expect(rows.map(([name]) => name)).toEqual(names);
    expect(new Set(rows.map(([, developer]) => developer)).size).toBe(4);
    expect(fileOf(made, 'join')?.rows).toEqual([]);
  });

  test('without an export of associations nobody knows what an account would have to leave', () => {
    const { associations: _, ...others } = exports;
    const blind = planLoads(planned([{ owner: 0, to: 0 }], { exports: others }));
    expect(fileOf(blind, 'join')?.rows).toEqual([]);
    expect(blind.problems).toContainEqual(expect.objectContaining({ file: 'leave', code: 'noAssociation' }));
  });
});

test('developer names begin with a letter, have single underscores, and end in none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      expect(developerName(name)).toMatch(/^[A-Za-z](?:_?[A-Za-z0-9])*$/);
      expect(developerName(name).length).toBeLessThanOrEqual(80);
    }),
  );
  expect(['T01 São Paulo', '7 North – West', 'Ünna/Ost'].map(developerName)).toEqual([
    'T01_Sao_Paulo',
    'T_7_North_West',
    'Unna_Ost',
  ]);
});

test.each([
  [['Id', 'Name', 'Email', 'IsActive'], 'users'],
  [['Id', 'Name', 'DeveloperName', 'Territory2ModelId'], 'territories'],
  [['Id', 'ObjectId', 'Territory2Id', 'AssociationCause'], 'associations'],
  [['Id', 'UserId', 'Territory2Id'], 'userAssociations'],
  [['Id', 'AccountId', 'OwnerId', 'StageName'], 'deals'],
  [['sf__Id', 'sf__Error', 'Id', 'OwnerId'], 'result'],
  [['ID', 'OWNERID', 'STATUS'], 'result'],
  [['sf__Id', 'sf__Error', 'AccountId', 'UserId', 'TeamMemberRole', 'CaseAccessLevel'], 'result'],
  [['Id', 'LastName', 'Username', 'Status'], 'users'],
  [['Id', 'Name', 'OwnerId', 'Status'], undefined],
])('%j is %s', (headers, kind) => {
  expect(exportKind(headers)).toBe(kind);
});
