import { foldText } from '../../exact/fold-text';
import { PERSONAL } from '../../plan/quota';
import type { RunRecord } from '../../plan/run-record';
import { wordsFor, type Settings } from '../../plan/settings';
import { isNamed, type Said } from './said';

/**
 * Pay and dates that are typed for a seat are those of whoever sits in it: they are marked with his name, and what was
 * typed for somebody else before goes with the first word for him. Of a seat that nobody has they are the seat's.
 * @param said new words, of the sheets of quota among others
 * @param before the settings in force without them
 */
export function markedWithOwners(said: Said, before: Settings, { territories }: RunRecord): Said {
  const { quota, territoryList } = said;
  if (!isNamed(quota) || !isNamed(quota['seats'])) return said;
  const shares: unknown = quota['shares'] ?? before.quota?.shares ?? [];
  const ownerOf = (id: string): string => {
    const [seat = '', nth] = id.split('+');
    if (nth !== undefined) {
      const reps = (Array.isArray(shares) ? shares : []).filter(
        (one): one is Said => isNamed(one) && String(one['seat']).trim() === seat,
      );
      const rep = reps[Number(nth) - 1]?.['rep'];
      return typeof rep === 'string' ? rep.trim() : '';
    }
    const j = territories.findIndex((territory) => territory.id === id);
    const listed = isNamed(territoryList) ? territoryList[id] : undefined;
    const owner = isNamed(listed) ? listed['owner'] : undefined;
    const told = owner ?? wordsFor(before, id).owner ?? territories[j]?.owner ?? '';
    return typeof told === 'string' ? told.trim() : '';
  };
  const marked = Object.entries(quota['seats']).map(([id, words]): [string, unknown] => {
    if (!isNamed(words) || !PERSONAL.some((part) => part in words)) return [id, words];
    const owner = ownerOf(id);
    const was = before.quota?.seats[id]?.of;
    const others = was === undefined || foldText(was) === foldText(owner) ? {} : NOTHING;
    const blank = isNamed(words['blank']) ? words['blank'] : {};
    return [id, { ...others, ...words, blank: { ...others, ...blank }, of: owner === '' ? null : owner }];
  });
  return { ...said, quota: { ...quota, seats: Object.fromEntries(marked) } };
}

/** Nothing personal is said any more. */
const NOTHING: Said = Object.fromEntries(PERSONAL.map((part) => [part, null]));
