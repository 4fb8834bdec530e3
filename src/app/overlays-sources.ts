import { centresOf } from '../carve/spread';
import { FREE, NOBODY, podsOf } from '../carve/pods';
import { foldText } from '../exact/fold-text';
import { BALANCE_FIELDS } from '../plan/metrics';
import {
  isVertical,
  overlayKey,
  overlayKind,
  podSaid,
  USUAL_OVERLAY,
  USUAL_OVERLAYS,
  type OverlayKind,
  type OverlayMeasure,
  OVERLAY_KINDS,
} from '../plan/overlays';
import type { Rep } from '../plan/roster';
import type { StandingContext } from '../reports/context';
import type { OverlayLine, OverlayPerson, OverlayRole, OverlaysContext } from '../reports/overlays/context';
import { isSummed } from './plain-columns';
import { industriesIn } from './skill-match';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** So many verticals have a column of their own, and so many industries each. */
const MOST_VERTICALS = 6;
const MOST_INDUSTRIES = 5;
/** These are asked for whether there is anybody or not: how many are needed is a figure of its own. */
const ALWAYS: readonly OverlayKind[] = ['se', 'csm', 'sdr'];

/** Those of the team who help, by what they do and the vertical they keep to. */
export function overlayRoles({
  list,
  team,
  choices,
}: Pick<Understanding, 'list' | 'team' | 'choices'>): OverlayRole[] {
  const led = new Set(
    team.roster.reps.flatMap(({ name, manager }) =>
      manager === undefined || foldText(manager) === foldText(name) ? [] : [foldText(manager)],
    ),
  );
  const industries = industriesIn(list);
  const found = new Map<string, OverlayRole & { people: OverlayPerson[] }>();
  const add = (
    kind: OverlayKind,
    vertical: string | undefined,
    matched: readonly string[],
    rep?: Rep,
  ): void => {
    const key = overlayKey(kind, vertical);
    const role = found.get(key) ?? { key, kind, vertical, industries: matched, people: [] };
    found.set(key, role);
    if (rep === undefined || role.people.some(({ name }) => foldText(name) === foldText(rep.name))) return;
    role.people.push({ name: rep.name.trim(), leader: rep.manager?.trim() ?? '', share: rep.capacityShare });
  };
  for (const kind of ALWAYS) add(kind, undefined, []);
  let verticals = 0;
  for (const rep of choices.helpers) {
    const kind = overlayKind(rep, led.has(foldText(rep.name)));
    if (kind === undefined) continue;
    const own = (rep.skills ?? []).flatMap((skill) => {
      const matched = industries.filter((industry) => isVertical(skill, industry)).slice(0, MOST_INDUSTRIES);
      const isKnown = found.has(overlayKey(kind, skill));
      if (matched.length === 0 || overlayKey(kind, skill) === kind) return [];
      if (!isKnown && ++verticals > MOST_VERTICALS) return [];
      return [{ skill: skill.trim(), matched }];
    });
    for (const { skill, matched } of own) add(kind, skill, matched, rep);
    if (own.length === 0) add(kind, undefined, [], rep);
  }
  const rank = ({ kind, vertical }: OverlayRole) =>
    2 * OVERLAY_KINDS.indexOf(kind) + Number(vertical !== undefined);
  return [...found.values()].sort(
    (a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
}

/**
 * Who helps which territory of a plan that stands, or is going to: as it was said, else so that loads are even and the
 * territories of a person near each other and under one manager.
 * @param assignment N values: index of the territory, −1 none
 * @param columns the names that our columns got, by key
 */
export function overlaysContext(
  understanding: Pick<Understanding, 'settings' | 'list' | 'team' | 'choices'>,
  standing: StandingContext,
  assignment: Int32Array,
  columns: Readonly<Record<string, string>>,
): OverlaysContext {
  const { list, settings } = understanding;
  const { accounts } = list;
  const now = settings.overlays ?? USUAL_OVERLAYS;
  const { territories } = standing.record;
  const measures = measuresIn(list, columns);
  const centres = centresOf(assignment, territories.length, accounts.places);
  const leaders = territories.map(({ manager = '' }) => foldText(manager));
  const has = (measure: OverlayMeasure) => measures.some(({ key }) => key === measure);
  const roles = overlayRoles(understanding);
  const lines = roles.map((role): OverlayLine => {
    const usual = USUAL_OVERLAY[role.kind];
    const usualBy = usual.by.find(has) ?? 'count';
    const said = now.roles[role.key];
    const by = said?.by !== undefined && has(said.by) ? said.by : usualBy;
    const load = loadOf(understanding, standing, assignment, role, roles, by);
    const needs = (j: number) => role.vertical === undefined || (load[j] ?? 0) > 0;
    const put = territories.map(({ id }) => podSaid(now, id)[role.key]?.trim());
    const known = (name: string) =>
      role.people.findIndex((person) => foldText(person.name) === foldText(name));
    const found = podsOf({
      load,
      centres,
      leaders,
      people: role.people.map(({ leader, share }) => ({ leader: foldText(leader), share })),
      fixed: Int32Array.from(put, (name, j) => {
        if (name !== undefined) return name === '' || known(name) < 0 ? NOBODY : known(name);
        return needs(j) ? FREE : NOBODY;
      }),
      tolerance: now.tolerance,
    });
    const pods = put.map((name, j) => role.people[found[j] ?? -1]?.name ?? name ?? '');
    return {
      ...role,
      ratio: said?.ratio ?? usual.ratio,
      usualRatio: usual.ratio,
      by,
      usualBy,
      pods,
      strangers: pods.filter((name) => name !== '' && known(name) < 0),
    };
  });
  return {
    layer: standing.layer,
    say: standing.say,
    record: standing.record,
    table: standing.table,
    column: standing.column,
    tolerance: now.tolerance,
    lines,
    measures,
    industryHeader: headerOf(list, 'industry'),
  };
}

/** Seats, accounts, and the amounts of the list that sums find as they were read. */
function measuresIn(
  list: Understanding['list'],
  columns: Readonly<Record<string, string>>,
): OverlaysContext['measures'] {
  return [
    { key: 'seats', header: undefined },
    { key: 'count', header: undefined },
    ...BALANCE_FIELDS.flatMap((field) => {
      const header = columns[`read:${field}`] ?? (isSummed(list, field) ? headerOf(list, field) : undefined);
      return header === undefined ? [] : [{ key: field, header }];
    }),
  ];
}

/** What each territory has for a role, as its formula counts it. */
function loadOf(
  { list }: Pick<Understanding, 'list'>,
  { record }: StandingContext,
  assignment: Int32Array,
  role: OverlayRole,
  roles: readonly OverlayRole[],
  by: OverlayMeasure,
): Float64Array {
  const { source, mapping, accounts } = list;
  const cells = source.columns[mapping.industry ?? -1];
  const lower = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));
  const own = lower(role.industries);
  const apart = lower(
    roles
      .filter(({ kind, vertical }) => kind === role.kind && vertical !== undefined)
      .flatMap(({ industries }) => industries),
  );
  const counts = new Float64Array(record.territories.length);
  const amounts = new Float64Array(record.territories.length);
  const numbers = by === 'seats' || by === 'count' ? undefined : accounts.number[by];
  assignment.forEach((j, i) => {
    if (j < 0) return;
    const industry = String(cells?.[(accounts.sheetRow[i] ?? 0) - source.firstRow] ?? '').toLowerCase();
    if (role.vertical === undefined ? apart.has(industry) : !own.has(industry)) return;
    const amount = numbers?.[i] ?? NaN;
    counts[j] = (counts[j] ?? 0) + 1;
    amounts[j] = (amounts[j] ?? 0) + (Number.isNaN(amount) ? 0 : amount);
  });
  if (by === 'count') return counts;
  if (by !== 'seats') return amounts.map((amount) => Math.max(0, amount));
  return counts.map((count, j) =>
    role.vertical !== undefined && count === 0 ? 0 : (record.territories[j]?.share ?? 1),
  );
}
