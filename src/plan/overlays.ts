import * as v from 'valibot';
import { foldText } from '../exact/fold-text';
import { BALANCE_FIELDS } from './metrics';
import { roleLeads, type Rep } from './roster';
import { saidOf, TERRITORY_ID } from './territory-id';

/** People who help those that carry accounts: presales, customer success, sales development, experts, and all others. */
export const OVERLAY_KINDS = ['se', 'csm', 'sdr', 'expert', 'ops'] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

const WORDS: readonly (readonly [OverlayKind, RegExp])[] = [
  [
    'sdr',
    /\b(?:sdr|bdr|ldr|adr|sales development|business development rep\w*|lead development|lead gen\w*)\b/i,
  ],
  ['csm', /\b(?:csm|customer success|client success|kundenerfolg)\b/i],
  [
    'se',
    /\b(?:se|sc|solutions? (?:engineer|consultant|architect)|sales engineer|pre-?sales|technical (?:sales|consultant))\b/i,
  ],
  ['ops', /\b(?:ops|operations|rev ?ops|enablement|marketing|analyst|support|partner|channel|deal desk)\b/i],
  ['expert', /(?:\bspecialist|\boverlay|expert)/i],
];

/**
 * What somebody without a seat helps with; undefined for who leads people.
 * @param isLeader somebody names this person as manager
 */
export function overlayKind({ role = '' }: Pick<Rep, 'role'>, isLeader: boolean): OverlayKind | undefined {
  if (isLeader || roleLeads(role)) return undefined;
  return WORDS.find(([, words]) => words.test(role))?.[0] ?? 'ops';
}

/** What load is measured by: seats and accounts, or an amount of the accounts. */
export const OVERLAY_MEASURES = ['seats', 'count', ...BALANCE_FIELDS] as const;
export type OverlayMeasure = (typeof OVERLAY_MEASURES)[number];

/** Territories for one person, and what load is measured by, where nobody says: the first that the list has. */
export const USUAL_OVERLAY: Readonly<
  Record<OverlayKind, { readonly ratio: number; readonly by: readonly OverlayMeasure[] }>
> = {
  se: { ratio: 4, by: ['openPipeline', 'potential', 'count'] },
  csm: { ratio: 5, by: ['arr', 'availableToRenew', 'bookingsYtd', 'count'] },
  sdr: { ratio: 3, by: ['count'] },
  expert: { ratio: 10, by: ['potential', 'arr', 'count'] },
  ops: { ratio: 20, by: ['seats'] },
};

/** A kind, or a kind and the vertical that it keeps to: `se`, `expert-health-care`. */
export const overlayKey = (kind: OverlayKind, vertical = ''): string => {
  const slug = foldText(vertical)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? kind : `${kind}-${slug}`;
};

const roleKey = v.pipe(v.string(), v.regex(/^(?:se|csm|sdr|expert|ops)(?:-[\p{L}\p{N}-]+)?$/u));

export const OverlaysSettingsSchema = v.strictObject({
  /** Load further from the fair one than this is told. */
  tolerance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.2),
  roles: v.optional(
    v.record(
      roleKey,
      v.strictObject({
        /** Territories for one person. */
        ratio: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1000))),
        by: v.optional(v.picklist(OVERLAY_MEASURES)),
      }),
    ),
    {},
  ),
  /** Who was put on a territory by hand, by territory and role; empty: nobody is to be. */
  pods: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(TERRITORY_ID, 'territoryId')),
      v.record(roleKey, v.pipe(v.string(), v.maxLength(120))),
    ),
    {},
  ),
});

export type OverlaysSettings = v.InferOutput<typeof OverlaysSettingsSchema>;
export const USUAL_OVERLAYS: OverlaysSettings = v.parse(OverlaysSettingsSchema, {});
export const MOST_TERRITORIES_A_PERSON = 1000;

/** What was said of a territory. @param id its id in the plan */
export const podSaid = ({ pods }: OverlaysSettings, id: string): Readonly<Record<string, string>> =>
  saidOf(pods, id) ?? {};

/** Whether an industry of the list is what somebody is skilled in: the same words, or all of them within it. */
export function isVertical(skill: string, industry: string): boolean {
  const bare = (text: string) =>
    foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [sought, found] = [bare(skill), bare(industry)];
  if (sought === '' || found === '') return false;
  if (sought.replaceAll(' ', '') === found.replaceAll(' ', '')) return true;
  return ` ${found} `.includes(` ${sought} `);
}
