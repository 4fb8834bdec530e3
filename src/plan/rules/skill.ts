import type { Accounts } from '../accounts';
import { textAt } from '../columns';
import { isVertical } from '../overlays';
import { carriedBy, peopleIn, type Rep } from '../roster';
import { admitsTo, type Rule } from './rule';

/** Whether accounts of an industry are for a seat: what one of those who share it can do, the seat can. One that takes nothing cannot. */
const isSkilled = (seat: Rep, industry: string): boolean =>
  seat.named !== true &&
  carriedBy(seat) > 0 &&
  peopleIn(seat).some(({ skills }) => skills?.some((skill) => isVertical(skill, industry)) === true);

/**
 * Accounts of an industry that seats are skilled in go to these seats; other accounts may go there, too. Where no skilled
 * seat may take an account by the other rules, it does not speak of it: half of a rule would leave it to nobody.
 * @param others the rules that are stronger
 */
export function skillRule(
  { count, text }: Accounts,
  seats: readonly Rep[],
  others: readonly Rule[],
): Rule<'skill'> {
  const { industry } = text;
  const skilled = (industry?.pool ?? []).map((word) => seats.map((seat) => isSkilled(seat, word)));
  const open: (readonly boolean[])[] = [];
  const groups = new Map<string, number>();
  const groupOf = new Int32Array(count).map((_, i) => {
    const code = industry?.codes[i] ?? -1;
    const may = skilled[code];
    if (may === undefined || !may.includes(true)) return -1;
    const key = [code, ...others.map((rule) => rule.groupOf[i] ?? -1)].join(' ');
    let group = groups.get(key);
    if (group === undefined) {
      const left = may.map((is, j) => is && others.every((rule) => admitsTo(rule, i, j)));
      group = left.includes(true) ? open.push(left) - 1 : -1;
      groups.set(key, group);
    }
    return group;
  });
  return {
    id: 'skill',
    groupOf,
    groups: open.length,
    admits: (group, j) => open[group]?.[j] === true,
    explain: (i) => ({ rule: 'skill', params: { industry: textAt(industry, i)?.trim() ?? '' } }),
  };
}

/** Whether some seats, and not all, are skilled in an industry of the list. */
export function speaksOfSkills({ text }: Pick<Accounts, 'text'>, seats: readonly Rep[]): boolean {
  return (text.industry?.pool ?? []).some((word) => {
    const skilled = seats.filter((seat) => isSkilled(seat, word)).length;
    return skilled > 0 && skilled < seats.length;
  });
}
