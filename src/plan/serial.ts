const MS_PER_DAY = 86_400_000;
/** Days from day 0 of Excel's 1900 calendar, as everyone counts it (with the leap day 1900 never had), to 1970. */
const DAYS_TO_1970 = 25_569;

/** Excel's serial of a moment in UTC: days, with the part of one. @param time ms since 1970 */
export const serialAt = (time: number): number => time / MS_PER_DAY + DAYS_TO_1970;

/** The moment of a serial. @returns ms since 1970 */
export const timeOf = (serial: number): number => (serial - DAYS_TO_1970) * MS_PER_DAY;
