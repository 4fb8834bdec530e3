import { noticeOf, noticesOf } from '../../src/carve/obstacles';
import type { Obstacle } from '../../src/engine';
import { rulesOf } from '../../src/carve/classes';
import { capRule } from '../../src/plan/rules/cap';
import { accountsOf, designOf, inputOf, territoriesOf } from './team';

const input = inputOf([]);
const accounts = accountsOf([{ name: 'Acme' }, {}]);
type Told = Exclude<Obstacle, { kind: 'ineligible' }>;
const rules = { cap: capRule(input.settings) };
const of = (obstacle: Told) =>
  noticeOf(obstacle, { accounts, metrics: input.metrics }, rules, territoriesOf(input));

test.each<[Told, Record<string, string | number>]>([
  [
    { kind: 'oversized', account: 0, metric: 1, value: 9, limit: 5 },
    { account: 'Acme', row: 2, metric: 'count', value: 9, limit: 5 },
  ],
  [
    { kind: 'oversized', account: 1, metric: 0, value: 9, limit: 5 },
    { account: 'Accounts!3', row: 3, metric: 'potential', value: 9, limit: 5 },
  ],
  [
    { kind: 'pinned', territory: 1, metric: 0, value: 9, limit: 5 },
    { territory: 'T02 Bob', metric: 'potential', value: 9, limit: 5 },
  ],
  [
    {
      kind: 'tooMuch',
      classes: Int32Array.of(0),
      territories: Int32Array.of(0, 1),
      metric: 0,
      value: 9,
      limit: 5,
    },
    { territories: 'T01 Ann, T02 Bob', metric: 'potential', value: 9, limit: 5 },
  ],
  [
    { kind: 'tooLittle', territories: Int32Array.of(1), metric: 0, value: 2, limit: 5 },
    { territories: 'T02 Bob', metric: 'potential', value: 2, limit: 5 },
  ],
  [
    { kind: 'cap', by: 'money', allowed: 1, needed: 2 },
    { by: 'money', allowed: 1, needed: 2 },
  ],
  [
    { kind: 'cap', by: 'limit', name: 'customers', allowed: 1, needed: 2 },
    { by: 'customers', allowed: 1, needed: 2 },
  ],
  [
    { kind: 'conflict', account: 0, other: 1 },
    { account: 'Acme', other: 'Accounts!3' },
  ],
  [
    { kind: 'cap', by: 'accounts', allowed: 3, needed: 8 },
    { by: 'accounts', allowed: 3, needed: 8 },
  ],
  [{ kind: 'empty', territories: 3 }, { territories: 3 }],
])('$kind becomes a warning that names accounts and territories', (obstacle, params) => {
  expect(of(obstacle)).toEqual({ code: `obstacle.${obstacle.kind}`, severity: 'warning', params });
});

test('a plan tells each obstacle once; what may go nowhere is told by its rule, not by the engine’s classes', () => {
  const whole = inputOf([{ coverage: 'pool' }, { coverage: 'pool' }, {}]);
  const design = designOf({
    assignment: Int32Array.of(-1, -1, 0),
    obstacles: [
      { kind: 'ineligible', classIndex: 0, accounts: 2 },
      { kind: 'empty', territories: 1 },
      { kind: 'conflict', account: 0, other: 1 },
    ],
  });
  expect(noticesOf(whole, design, rulesOf(whole), territoriesOf(whole))).toMatchObject([
    { code: 'nowhere.coverage', severity: 'note', params: { model: 'pool', accounts: 2 } },
    { code: 'obstacle.empty', severity: 'warning' },
    { code: 'obstacle.conflict', severity: 'warning' },
  ]);
});
