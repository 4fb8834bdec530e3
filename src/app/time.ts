import { serialAt } from '../plan/serial';

/** Excel's serial of a day, in UTC. */
export const dateSerial = (date: Date): number => Math.floor(serialAt(date.getTime()));
