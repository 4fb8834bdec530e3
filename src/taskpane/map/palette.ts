/**
 * Colours that people with any colour vision tell apart: any two of the first 12 are at least 9 apart in OKLab × 100
 * as seen with normal vision, protanopia, deuteranopia and tritanopia; of all 24, at least 5.5. The later ones are for
 * plans in which a territory has more neighbours than the first can serve. Names stand beside; colour is never the
 * only sign.
 */
export const PALETTE = [
  '#00C3A5',
  '#692DB4',
  '#B40000',
  '#D2E12D',
  '#B478FF',
  '#1E8796',
  '#D27800',
  '#00F0FF',
  '#872D69',
  '#E1A54B',
  '#875AD2',
  '#C3A5FF',
  '#A5695A',
  '#96E196',
  '#7896C3',
  '#B48769',
  '#3C6996',
  '#D23C0F',
  '#875A69',
  '#FFC3D2',
  '#FF8796',
  '#8778D2',
  '#96B4D2',
  '#5A5A3C',
] as const;

/** So many of them do for nearly all plans. */
export const USUAL = 12;

/** The colour with a number; of a number that is beyond them, one of the first. */
export const colourOf = (number: number): string => PALETTE[number] ?? PALETTE[number % USUAL] ?? PALETTE[0];
