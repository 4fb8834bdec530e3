import type { TableColumns } from '../sheet';

/** Settings and roles on top, then checks, territories with their pods, people. */
export const SETTINGS = { row: 5, column: 0 } as const;
export const ROLES = { row: 10, column: 0 } as const;
const CHECKS = 3;

export const checksRow = (roles: number): number => ROLES.row + roles + 3;
export const podsRow = (roles: number): number => checksRow(roles) + CHECKS + 3;

/** Besides these, territories have two columns for each role: `role:se` and `load:se`. */
export const COLUMNS = {
  overlaySettings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
  overlayRoles: {
    role: 'overlays.role',
    ratio: 'overlays.ratio',
    by: 'overlays.by',
    people: 'overlays.people',
    here: 'overlays.here',
    cover: 'overlays.cover',
    needed: 'overlays.needed',
    whole: 'workload.whole',
    difference: 'workload.difference',
    load: 'overlays.load',
    open: 'overlays.open',
    openLoad: 'overlays.openLoad',
  },
  overlayPods: {
    territory: 'plan.territory',
    owner: 'balance.owner',
    manager: 'balance.manager',
    id: 'plan.id',
    share: 'plan.share',
    missing: 'overlays.missing',
  },
  overlayPeople: {
    person: 'overlays.person',
    role: 'overlays.role',
    manager: 'balance.manager',
    share: 'overlays.fte',
    territories: 'overlays.territories',
    seats: 'overlays.seats',
    load: 'overlays.load',
    fair: 'overlays.fair',
    ofFair: 'overlays.ofFair',
    verdict: 'workload.verdict',
  },
} as const satisfies Record<string, TableColumns>;
