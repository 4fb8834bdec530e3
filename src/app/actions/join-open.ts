import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { daySerial } from '../../plan/schedule';
import { isIsoDay } from '../../plan/settings';
import type { Action } from '../action';
import { ownersIn } from '../schedule';
import { seatFill, teamFill, type Joiner } from '../team-rows';
import { territoryIndex } from '../territory-called';
import type { Understanding } from '../understanding/understand';
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
    const { teamSeats, ids } = understanding.choices;
    const seat = teamSeats[(ids as readonly string[]).indexOf(id)];
    const row = seat?.tbh === true && seat.sheetRow > 0 ? seat.sheetRow : undefined;
    if (row === undefined) refuseOneTooMany(understanding, standing.record.territories, { id, called }, name);
    const day = { value: daySerial(joiner.start), format: 'yyyy-mm-dd' };
    const own = await seatFill(understanding, workbook, id, 'territories', { owner: { value: name } });
    if (own.length === 0) throw new Failure('neededTableGone', { name: 'EfTerritories' });
    const fill = [
      ...teamFill(understanding, { ...joiner, name }, row),
      ...own,
      ...(await seatFill(understanding, workbook, id, 'quotaSeats', { hired: day, start: day })),
    ];
    const { fillAndLog } = await import('../fill-and-log');
    const remarks = await fillAndLog(context, fill, {
      territory: called,
      from: '',
      to: name,
      reason: say('log.joined'),
      effective: joiner.start,
    });
    if (remarks === undefined) return;
    const said = say('news.joined', { name, territory: called, start: joiner.start });
    change({ loads: undefined, news: [said, ...remarks].join(' ') });
  },
};

/**
 * Whoever had the territory may stand on the team list still: with a row more it has somebody for whom there is no territory,
 * and nothing can be placed or carved any more.
 * @throws Failure `formerOwner`
 */
export function refuseOneTooMany(
  { choices, team }: Pick<Understanding, 'choices' | 'team'>,
  territories: readonly unknown[],
  { id, called }: { readonly id: string; readonly called: string },
  name: string,
): void {
  const former = choices.teamSeats[(choices.ids as readonly string[]).indexOf(id)];
  if (former === undefined || former.tbh || choices.teamSeats.length < territories.length) return;
  throw new Failure('formerOwner', {
    ...{ name, former: former.name, territory: called, count: territories.length },
    list: team.ref?.table ?? team.ref?.sheet ?? '',
  });
}

/** @throws Failure `joinerName`, `joinerDay`, `onTeam` */
export function refuseJoiner({ team }: Pick<Understanding, 'team'>, { name, start }: Joiner): void {
  if (name === '') throw new Failure('joinerName');
  if (!isIsoDay(start)) throw new Failure('joinerDay', { day: start });
  const known = team.roster.reps.some((rep) => !rep.tbh && foldText(rep.name) === foldText(name));
  if (known) throw new Failure('onTeam', { name });
}
