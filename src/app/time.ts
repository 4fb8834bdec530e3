const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's 1900 calendar as everyone counts it (with the leap day 1900 never had). */
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel's serial of a day, in UTC. */
export function dateSerial(date: Date): number {
  return Math.floor((date.getTime() - EPOCH) / MS_PER_DAY);
}
