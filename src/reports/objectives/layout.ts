import type { TableColumns } from '../sheet';

/** Four objectives, each with its target, what is so now, and the part of it that is reached. */
export const COLUMNS = {
  objectiveSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  objectives: {
    territory: 'plan.territory',
    owner: 'balance.owner',
    quota: 'objectives.quota',
    booked: 'objectives.booked',
    bookedOf: 'objectives.bookedOf',
    pipelineTarget: 'objectives.pipelineTarget',
    pipeline: 'objectives.pipeline',
    pipelineOf: 'objectives.pipelineOf',
    arrBefore: 'objectives.arrBefore',
    arrTarget: 'objectives.arrTarget',
    arr: 'objectives.arr',
    arrOf: 'objectives.arrOf',
    callsTarget: 'objectives.callsTarget',
    calls: 'objectives.calls',
    callsOf: 'objectives.callsOf',
    words: 'objectives.words',
  },
} as const satisfies Record<string, TableColumns>;
