import { foldText } from '../exact/fold-text';
import { isVertical } from '../plan/overlays';
import type { QuotaContext } from '../reports/quota/context';
import type { Say } from '../text/say';
import { bodyRowOf } from './account-at';
import { namesIn } from './seat-shares';
import type { Understanding } from './understanding/understand';

/** Whose skills are which industries, and why those of nobody are, in words to come. */
export interface SkillMatch {
  readonly pairs: QuotaContext['skills'];
  /** What is missing for it; undefined where something matches. */
  readonly missing: 'skills' | 'industries' | 'match' | undefined;
  /** Those in seats whose skills are no industry of the list: it is left out of their capability. */
  readonly without: readonly string[];
}

type From = Pick<Understanding, 'list' | 'team'>;

/** Cells of the list's column of industries; undefined where it has none. */
const industryCells = ({ source, mapping }: From['list']) => source.columns[mapping.industry ?? -1];

/** Industries as they are spelled first, sorted; what is padded is found by no formula. */
export function industriesIn(list: From['list']): string[] {
  const cells = industryCells(list);
  const found = new Map<string, string>();
  for (const row of list.accounts.sheetRow) {
    const cell = cells?.[row - list.source.firstRow] ?? '';
    if (typeof cell !== 'string' || cell === '' || cell !== cell.trim()) continue;
    if (!found.has(cell.toLowerCase())) found.set(cell.toLowerCase(), cell);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** Which industries those who sit in the seats are skilled in: whoever has a seat brings his own skills. */
export function skillMatch({ list, team }: From, seats: readonly { readonly owner: string }[]): SkillMatch {
  const industries = industriesIn(list);
  const skillsOf = (owner: string): readonly string[] => {
    // Of two who have a seat together the first is the seat's.
    const [name = owner] = namesIn(owner, team.roster);
    return (
      team.roster.reps.find((rep) => !rep.tbh && owner !== '' && foldText(rep.name) === foldText(name))
        ?.skills ?? []
    );
  };
  const all = seats.map(({ owner }, seat) => ({ owner, seat, skills: skillsOf(owner) }));
  const pairs = all.flatMap(({ seat, skills }) =>
    industries.flatMap((industry): QuotaContext['skills'][number][] => {
      const skill = skills.find((one) => isVertical(one, industry));
      return skill === undefined ? [] : [{ seat, skill: skill.trim(), industry }];
    }),
  );
  const missing = all.every(({ skills }) => skills.length === 0)
    ? 'skills'
    : industries.length === 0
      ? 'industries'
      : pairs.length === 0
        ? 'match'
        : undefined;
  const without =
    missing === undefined
      ? all.flatMap(({ owner, seat }) =>
          owner !== '' && !pairs.some((pair) => pair.seat === seat) ? [owner] : [],
        )
      : [];
  return { pairs, missing, without };
}

/** Whether skills are in the capability, in words. */
export function skillsSaid({ missing, without }: SkillMatch, say: Say): string {
  if (missing !== undefined) return say(`quota.skills.${missing}`);
  return without.length === 0
    ? say('quota.skills.all')
    : say('quota.skills.some', { count: without.length, names: without.join(', ') });
}

/**
 * What of the potential of each seat is of industries that its rep is skilled in, as a part of it; undefined where nobody
 * knows of such skills, or there is no potential.
 * @param seatOf index of the seat of each person
 * @param assignment N values: index of the territory, −1 none
 * @param weights potential of each account
 */
export function fitsOf(
  { list }: Pick<From, 'list'>,
  { pairs }: Pick<SkillMatch, 'pairs'>,
  seatOf: readonly number[],
  assignment: Int32Array,
  weights: ArrayLike<number> | undefined,
): (number | undefined)[] {
  const cells = industryCells(list);
  const own = seatOf.map(() => new Set<string>());
  for (const { seat, industry } of pairs) own[seat]?.add(industry.toLowerCase());
  const fit = new Float64Array(seatOf.length);
  const whole = new Float64Array(seatOf.length);
  assignment.forEach((j, i) => {
    if (j < 0) return;
    const weight = weights?.[i] ?? 0;
    const industry = String(cells?.[bodyRowOf(list, i)] ?? '').toLowerCase();
    seatOf.forEach((seat, k) => {
      if (seat !== j) return;
      whole[k] = (whole[k] ?? 0) + weight;
      if (own[k]?.has(industry) === true) fit[k] = (fit[k] ?? 0) + weight;
    });
  });
  return own.map((industries, j) =>
    industries.size > 0 && (whole[j] ?? 0) > 0 ? (fit[j] ?? 0) / (whole[j] ?? 1) : undefined,
  );
}
