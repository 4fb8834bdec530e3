import { evidenceIn, standingsTold } from '../../../plan/account-standing';
import type { StayKind } from '../../../plan/rules/stays';
import { MOVE_CLASSES, RECOMMENDED, type MoveClass, type Settings } from '../../../plan/settings';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { capOf, KEEPING, keepingOf, type Keeping } from '../../settings/what-stays';
import type { Understanding } from '../../understanding/understand';
import type { Choice } from './summary';

/** Which accounts stay with their owner, in one sentence, and what may be said of it. */
export interface StaysLine {
  readonly text: string;
  /** Blank where the plan is to be best at something else. */
  readonly keeping: Keeping | '';
  readonly choices: readonly Choice[];
  /** Percent that may change owner at most; `money` is undefined where none is known. */
  readonly accounts: number;
  readonly money: number | undefined;
  /** The same of each class of accounts that the list tells, by number. */
  readonly classes: readonly { readonly class: MoveClass; readonly most: number }[];
  /** Most accounts a seat; 0: no limit. */
  readonly book: number;
  /** Accounts of one parent stay together; undefined where the list has none. */
  readonly families: boolean | undefined;
  /** Accounts that stay because somebody asked for it, by why. */
  readonly kept: readonly { readonly kind: StayKind; readonly name: string }[];
}

/** @returns undefined where nobody holds an account today */
export function staysOf(
  { settings, list, choices }: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  isOpen: boolean,
  say: Say,
  numbers: Numbers,
): StaysLine | undefined {
  if (choices.current.every((j) => j < 0)) return undefined;
  const keeping = keepingOf(settings, isOpen);
  const cap = capOf(settings);
  const hasMoney = choices.money !== undefined;
  const told = toldBy(list);
  const classes = classesIn(told);
  const families = list.accounts.family.some((family) => family >= 0) ? settings.keepFamilies : undefined;
  const kept = (settings.stay?.kinds ?? []).map((kind) => ({ kind, name: say(`locks.${kind}`) }));
  const sentences = [
    keeping === undefined
      ? say('stays.aim', { aim: say(`plans.${aimOf(settings)}`) })
      : say(`stays.${keeping}`, {
          money: numbers.percent(RECOMMENDED.money),
          accounts: numbers.percent(RECOMMENDED.accounts),
          ...told,
        }),
    ...(cap.accounts < 1 ? [say('stays.capAccounts', { most: numbers.percent(cap.accounts) })] : []),
    ...(hasMoney && cap.money < 1 ? [say('stays.capMoney', { most: numbers.percent(cap.money) })] : []),
    ...classes
      .filter((one) => cap[one] < 1)
      .map((one) => say('stays.capClass', { class: one, most: numbers.percent(cap[one]) })),
    ...(settings.book?.accounts === undefined ? [] : [say('stays.book', { most: settings.book.accounts })]),
    ...(families === undefined ? [] : [say('stays.families', { hold: families ? 'yes' : 'no' })]),
    ...(kept.length === 0 ? [] : [say('stays.kept', { list: kept.map(({ name }) => name).join('; ') })]),
  ];
  const percent = (part: number) => Math.round(part * 1000) / 10;
  return {
    text: sentences.join(' '),
    keeping: keeping ?? '',
    choices: [
      ...(keeping === undefined ? [{ value: '', label: say(`plans.${aimOf(settings)}`) }] : []),
      ...(Object.keys(KEEPING) as Keeping[]).map((one) => ({ value: one, label: say(`stays.pick.${one}`) })),
    ],
    accounts: percent(cap.accounts),
    money: hasMoney ? percent(cap.money) : undefined,
    classes: classes.map((one) => ({ class: one, most: percent(cap[one]) })),
    book: settings.book?.accounts ?? 0,
    families,
    kept,
  };
}

/** Classes of accounts that the list tells apart. */
function classesIn({ of, activity }: ReturnType<typeof toldBy>): readonly MoveClass[] {
  if (of === 'none') return [];
  return activity === 'told' ? MOVE_CLASSES : ['customers'];
}

/** What tells customers in the list, and whether it tells who is active. */
export function toldBy({ accounts }: Understanding['list']): {
  readonly of: 'arr' | 'customers' | 'none';
  readonly activity: 'told' | 'none';
} {
  const evidence = evidenceIn(accounts);
  if (evidence === undefined) return { of: 'none', activity: 'none' };
  return {
    of: accounts.number.arr === undefined ? 'customers' : 'arr',
    activity: standingsTold(evidence).includes('active') ? 'told' : 'none',
  };
}

const aimOf = ({ aim }: Settings) => aim ?? 'set';
