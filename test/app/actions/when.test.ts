import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '../../../src/app/action';
import type { DesignedPlan } from '../../../src/app/design';
import type { LastEdit } from '../../../src/app/last-edit';
import type { Merge } from '../../../src/app/merge-copy';
import type { Refresh } from '../../../src/app/refresh';
import type { StandingPlan } from '../../../src/app/standing-plan';
import { startState, type PaneState } from '../../../src/app/state';
import type { Understanding } from '../../../src/app/understanding/understand';
import { Failure } from '../../../src/plan/failures';
import { AIMS } from '../../../src/plan/settings';

/** When each action can be done, by what the pane knows. No action is asked for more of it than is made up here. */

const folder = join(__dirname, '../../../src/app/actions');
const actions = readdirSync(folder).flatMap((file) =>
  Object.values(jest.requireActual<Record<string, unknown>>(join(folder, file))).filter(
    (value): value is Action => typeof value === 'object' && value !== null && 'perform' in value,
  ),
);

const part = <T>(of: unknown): T => of as T;
const list = part<Understanding>({
  book: { record: undefined },
  list: { accounts: { sheetRow: [2] }, ref: { sheet: 'Accounts' } },
  choices: { blocked: undefined },
  settings: {},
});
const { book, choices } = list;
const planned: Understanding = { ...list, book: { ...book, record: part({}) } };
const standing = part<StandingPlan>({ record: { territories: [] } });
const designed = part<DesignedPlan>({
  plan: { current: [-1, 0], assignment: [0, 0] },
  record: { settings: {} },
  from: list,
});
const unheld = part<DesignedPlan>({ ...designed, plan: { current: [-1], assignment: [0] } });
const edit = part<LastEdit>({ moved: [{ to: -1 }, { to: 1 }] });
const prices = { known: new Map(), isWhole: true };
const scenario = { at: '', name: '' };
const applied = { state: 'applied', at: '' } as const;
const other = { state: 'otherPane', seconds: 1 } as const;

const plan: Partial<PaneState> = { understanding: planned, standing };
const moved: Partial<PaneState> = { ...plan, edit };
const picked: Partial<PaneState> = { ...plan, selected: { sheet: 'Accounts', row: 2 } };
const preview: Partial<PaneState> = { understanding: list, designed };

const states = {
  nothing: {},
  empty: { isEmpty: true },
  listless: { isListless: true },
  'listless, applied': { isListless: true, pending: applied },
  list: { understanding: list },
  'list, thought of': { understanding: list, thoughtAhead: list },
  'list, blocked': { understanding: { ...list, choices: { ...choices, blocked: new Failure('noSeats') } } },
  'list, applied': { understanding: list, pending: applied },
  'list, broken': {
    understanding: list,
    pending: { state: 'broken', at: '', failure: new Failure('noSeats') },
  },
  'list, other pane': { understanding: list, pending: other },
  'list, weighed': {
    understanding: list,
    scenarios: part([{ scenario, now: { at: list } }]),
  },
  'list, weighed before': {
    understanding: list,
    scenarios: part([{ scenario, now: { at: planned } }]),
  },
  preview,
  'preview, unheld': { ...preview, designed: unheld },
  'preview, stale': { ...preview, isStale: true },
  'preview, drifted': { ...preview, isStale: true, drift: part({}) },
  'preview, all worked out': {
    ...preview,
    alternatives: { plans: [designed], tried: ['set', ...AIMS] },
    curve: { of: list, points: [] },
    lockPrices: { of: designed, ...prices },
  },
  'preview, of others': {
    ...preview,
    curve: { of: planned, points: [] },
    lockPrices: { of: unheld, ...prices },
  },
  'preview, priced in part': { ...preview, lockPrices: { of: designed, ...prices, isWhole: false } },
  'preview, applied': { ...preview, pending: applied },
  'preview, undone': { ...preview, pending: { ...applied, isUndone: true } },
  'preview, other pane': { ...preview, pending: other },
  plan,
  'plan, preview': { ...plan, designed },
  'plan, applied': { ...plan, pending: applied },
  'plan, other pane': { ...plan, pending: other },
  'plan, row of none': { ...plan, selected: { sheet: 'Accounts', row: 3 } },
  'plan, other sheet': { ...plan, selected: { sheet: 'Balance', row: 2 } },
  'plan, account': picked,
  'plan, account known': { ...picked, card: part({ account: 0, standing }) },
  'plan, account known before': { ...picked, card: part({ account: 0, standing: { ...standing } }) },
  'plan, another known': { ...picked, card: part({ account: 1, standing }) },
  'plan, account, preview': { ...picked, designed },
  'plan, account, other pane': { ...picked, pending: other },
  'plan, moved': moved,
  'plan, moved to nobody': { ...plan, edit: part({ moved: [{ to: -1 }] }) },
  'plan, moved to the first': { ...plan, edit: part({ moved: [{ to: 0 }] }) },
  'plan, moved, advised': { ...moved, advice: part({ edit, standing }) },
  'plan, moved, advised before': { ...moved, advice: part({ edit: { ...edit }, standing }) },
  'plan, moved, preview': { ...moved, designed },
  'plan, moved, other pane': { ...moved, pending: other },
  'plan, copy': { ...plan, merge: { found: part<Merge>({}), decided: {} } },
  'plan, copy, applied': { ...plan, merge: { found: part<Merge>({}), decided: {} }, pending: applied },
  'plan, export': { ...plan, refresh: part<Refresh>({}) },
  'plan, export, preview': { ...plan, refresh: part<Refresh>({}), designed },
  'plan, issued': {
    ...plan,
    understanding: { ...planned, settings: { ...planned.settings, quota: part({ issued: {} }) } },
  },
  'list, issued': {
    understanding: { ...list, settings: { ...list.settings, quota: part({ issued: {} }) } },
  },
} satisfies Record<string, Partial<PaneState>>;

const names = Object.keys(states);
const those = (is: RegExp, isNot?: RegExp, among = names): string[] =>
  among.filter((name) => is.test(name) && isNot?.test(name) !== true);

/** A list was read, no decision is open, and no other pane is at work. */
const ready = those(/^(list|preview|plan)\b/, /applied|broken|undone|other pane/);
const previews = those(/preview/, undefined, ready);
const fresh = those(/./, /stale|drifted/, previews);
const plans = those(/^plan/, /preview/, ready);
/** The plan that stands may be changed by hand, whether a decision is open or not. */
const editable = those(/^plan/, /preview|other pane/);
const accounts = those(/account|another known/, undefined, plans);
const lastMoves = those(/moved/, undefined, plans);

const EXPECTED: Record<string, readonly string[]> = {
  ...Object.fromEntries(['look-again', 'open', 'select'].map((name) => [name, names])),
  ...Object.fromEntries(
    [
      'accept-changes',
      'account-event',
      'ask-approval',
      'carry-out-due',
      'carve-territory',
      'close-territory',
      'compare-copy',
      'compare-export',
      'compare-system',
      'cover-open',
      'decide-proposal',
      'end-leave',
      'hold-deals',
      'issue-quotas',
      'join-open',
      'merge-territories',
      'move-account',
      'place-accounts',
      'place-strays',
      'put-back',
      'put-back-rejected',
      'rebalance',
      'reopen-territory',
      'schedule-moves',
      'set-quota',
      'show-page',
      'sign-off',
      'spread-territory',
      'take-leave',
      'verify',
      'write-copy',
      'write-loads',
      'write-quotas',
      'write-sheet',
    ].map((name) => [name, plans]),
  ),
  ...Object.fromEntries(
    [
      'change-balance',
      'change-settings',
      'choose-table',
      'drop-scenario',
      'list-findings',
      'make-team-list',
      'open-scenario',
      'set-rate',
      'set-stay',
    ].map((name) => [name, ready]),
  ),
  ...Object.fromEntries(['carry-out', 'weigh-caught', 'weigh-several'].map((name) => [name, editable])),
  ...Object.fromEntries(['apply', 'choose-plan', 'choose-point'].map((name) => [name, fresh])),
  advise: those(/./, /advised$/, lastMoves),
  'apply-again': ['preview, undone'],
  'apply-rest': ['preview, drifted'],
  'consider-account': those(/./, /account known$/, accounts),
  'decide-conflict': ['plan, copy'],
  design: those(/./, /blocked/, ready).filter((name) => !fresh.includes(name)),
  discard: those(/preview/, /applied|undone/),
  'insert-sample': ['empty', 'listless'],
  keep: those(/applied|broken|undone/),
  'keep-edit': those(/./, /nobody/, lastMoves),
  'price-locks': those(/./, /all worked out/, fresh),
  revert: those(/applied|broken|undone/),
  'save-scenario': [...fresh, ...plans],
  'set-lock': accounts,
  'show-rows': those(/^plan/),
  'take-copy': ['plan, copy'],
  'take-export': ['plan, export'],
  'take-over': those(/other pane/),
  'think-ahead': those(/^list/, /blocked|thought/, ready),
  'try-again': ['listless'],
  'undo-edit': lastMoves,
  'use-selection': ['listless', ...ready],
  'weigh-scenarios': those(/./, /weighed$/, ready),
  'withdraw-quotas': ['plan, issued'],
  'work-out-choices': those(/./, /all worked out/, fresh),
  'work-out-curve': those(/./, /unheld|all worked out/, fresh),
};

test('what is known decides what can be done', () => {
  const found = actions.map(({ name, when }) => {
    const can = names.filter((_, at) => when({ ...startState, ...Object.values<object>(states)[at] }));
    return [name, can.sort()] as const;
  });
  const expected = Object.entries(EXPECTED).map(([name, can]) => [name, [...can].sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});
