import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { daySerial } from '../../plan/schedule';
import { isDay } from '../../plan/settings';
import type { Action } from '../action';
import { ownersIn } from '../schedule';
import { seatFill, teamFill, type Joiner } from '../team-rows';
import { territoryIndex } from '../territory-called';
import type { Understanding } from '../understanding/understand';
import { wordApplied } from '../sentences';
import { hasStandingPlan } from './write-sheet';

/** Somebody joins and takes an open territory: name and start go into the team list, the owner into the list of territories. */
export const joinOpen: Action<[territory: string, joiner: Joiner]> = {
  name: 'join-open',
  label: 'action.join',
  doing: 'writing.reps',
  when: hasStandingPlan,
  async perform(context, territory, joiner) {
    const { workbook, look, state, change, say } = context;
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const name = joiner.name.trim();
    refuseJoiner(understanding, { ...joiner, name });
    const j = territoryIndex(standing, territory);
    const { id, name: called } = standing.record.territories[j] ?? { id: '', name: territory };
    const owner = ownersIn(understanding, standing.record)[j] ?? '';
    if (owner !== '') throw new Failure('seatTaken', { name: called, owner });
    const seat = understanding.choices.teamSeats[j];
    const row = seat?.tbh === true && seat.sheetRow > 0 ? seat.sheetRow : undefined;
    const day = { value: daySerial(joiner.start), format: 'yyyy-mm-dd' };
    const own = await seatFill(understanding, workbook, id, 'territories', { owner: { value: name } });
    if (own.length === 0) throw new Failure('neededTableGone', { name: 'EfTerritories' });
    await workbook.apply({
      layer: MAIN_LAYER,
      fill: [
        ...teamFill(understanding, { ...joiner, name }, row),
        ...own,
        ...(await seatFill(understanding, workbook, id, 'quotaSeats', { hired: day, start: day })),
      ],
      sheets: [],
      decision: false,
    });
    const now = await look();
    const { standing: after } = state();
    if (now === undefined || after === undefined) return;
    const { logSeats } = await import('../seat-log');
    const report = await logSeats(
      context,
      [{ territory: called, from: '', to: name, reason: say('log.joined'), effective: joiner.start }],
      now,
      after,
    );
    await look();
    const said = say('news.joined', { name, territory: called, start: joiner.start });
    change({ loads: undefined, news: [said, ...wordApplied(say, report)].join(' ') });
  },
};

/** @throws Failure `joinerName`, `joinerDay`, `onTeam` */
export function refuseJoiner({ team }: Understanding, { name, start }: Joiner): void {
  if (name === '') throw new Failure('joinerName');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(start) || !isDay(start)) throw new Failure('joinerDay', { day: start });
  const known = team.roster.reps.some((rep) => !rep.tbh && foldText(rep.name) === foldText(name));
  if (known) throw new Failure('onTeam', { name });
}
