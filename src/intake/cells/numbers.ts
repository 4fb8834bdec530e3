import { trimText } from './cell-text';
import { currencyAtStart } from './currencies';

/** What was found in a text that stands for a number. */
export interface NumberReading {
  readonly value: number;
  /** ISO 4217 code that the text names or its symbol stands for. */
  readonly currency?: string;
  readonly percent: boolean;
  /** 1,000 for `k`, 1,000,000 for `MM` and so on; 1 without. Already multiplied into the value. */
  readonly magnitude: number;
  /** A range such as `51-200` or `10,000+`: the value is its middle or its lower end. */
  readonly range: boolean;
  /** The value if the other character were the decimal sign, where the text allows both. */
  readonly otherwise?: number;
  /** The decimal sign also groups thousands (`2,024,994` in a column of `5,70`): an export broke it. */
  readonly damaged: boolean;
}

export type DecimalSign = '.' | ',';

const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|thousand|thousands|mille|mil|tausend)$/i, 1e3],
  [/^(?:mm|m|mn|mln|mio\.?|mill\.?|million|millions|millionen|millones|millón)$/i, 1e6],
  [/^(?:b|bn|bln|billion|billions|mrd\.?|mia\.?|milliarde|milliarden|milliards?|mil millones)$/i, 1e9],
  [/^(?:t|tn|trn|trillion|trillions|bio\.?)$/i, 1e12],
];

/** Units that may stand behind a number without changing it. */
const UNITS =
  /^(?:h|hr|hrs|hours|std\.?|stunden|employees|emp|mitarbeiter|ma|ftes?|staff|people|accounts?|p\.?\s?a\.?|\/\s?(?:yr|year|jahr)|per year|pcs|units)$/i;

/** A number's text without its sign, currency, magnitude and unit. */
export interface Stripped {
  readonly core: string;
  readonly negative: boolean;
  readonly currency?: string;
  readonly percent: boolean;
  readonly magnitude: number;
  readonly open: boolean;
}

/** Takes sign, currency, percent, magnitude and unit off a text; `undefined` if something else is left. */
export function strip(text: string): Stripped | undefined {
  let rest = trimText(text).replace(/[−–]/g, '-');
  let negative = false;
  const parentheses = /^(\D*)\(([^()]*)\)(\D*)$/.exec(rest);
  if (parentheses) {
    negative = true;
    rest = `${parentheses[1] ?? ''}${parentheses[2] ?? ''}${parentheses[3] ?? ''}`.trim();
  }
  let currency: string | undefined;
  let percent = false;
  let magnitude = 1;
  let open = false;
  for (let changed = true; changed;) {
    const before = rest;
    rest = rest.replace(/^[-+~≈<>]\s*/, (sign) => {
      if (sign.startsWith('-')) negative = !negative;
      return '';
    });
    const found = currencyAtStart(rest);
    if (found) {
      currency ??= found.code;
      rest = found.rest;
    }
    changed = rest !== before;
  }
  const exponent = /^(\d+(?:[.,]\d+)?)e([+-]?\d{1,2})$/i.exec(rest);
  if (exponent) {
    // `1.0E8`, as data exports write large numbers
    const core = String(Number(`${exponent[1]?.replace(',', '.')}e${exponent[2]}`));
    return { core, negative, percent, magnitude, open, ...(currency === undefined ? {} : { currency }) };
  }
  const tail = /^([\d.,'’\s]*\d[.,]?)\s*(\D*)$/.exec(rest);
  if (!tail) return undefined;
  let suffix = (tail[2] ?? '').trim();
  while (suffix !== '') {
    const before = suffix;
    if (suffix === '-') {
      negative = !negative;
      suffix = '';
    } else if (suffix.startsWith('+')) {
      open = true;
      suffix = suffix.slice(1).trim();
    } else if (suffix.startsWith('%')) {
      percent = true;
      suffix = suffix.slice(1).trim();
    } else {
      const word = /^\S+/.exec(suffix)?.[0] ?? '';
      const scale = MAGNITUDES.find(([pattern]) => pattern.test(word))?.[1];
      const other = currencyAtStart(suffix);
      if (scale !== undefined && magnitude === 1) {
        magnitude = scale;
        suffix = suffix.slice(word.length).trim();
      } else if (other) {
        currency ??= other.code;
        suffix = other.rest;
      } else if (UNITS.test(suffix)) suffix = '';
      else {
        // `1.5M+`, `18.3M$`: a magnitude glued to what follows.
        const glued = /^([a-z]+\.?)\s*([-+$€£%].*)$/i.exec(suffix);
        const gluedScale = glued && MAGNITUDES.find(([pattern]) => pattern.test(glued[1] ?? ''))?.[1];
        if (glued && gluedScale !== undefined && gluedScale !== null && magnitude === 1) {
          magnitude = gluedScale;
          suffix = (glued[2] ?? '').trim();
        }
      }
    }
    if (suffix === before) return undefined;
  }
  const core = (tail[1] ?? '').replace(/[\s'’]/g, '');
  return { core, negative, percent, magnitude, open, ...(currency === undefined ? {} : { currency }) };
}

/** How the separators of a core may be read. */
interface CoreReading {
  /** Value with `.` as the decimal sign, and with `,`; `undefined` where the text forbids it. */
  readonly point: number | undefined;
  readonly comma: number | undefined;
}

const toNumber = (digits: string) =>
  /^\d*\.?\d*$/.test(digits) && /\d/.test(digits) ? Number(digits) : undefined;

/** `1,234,567`, or grouped the Indian way `12,34,567`. */
export function isGrouped(core: string, sign: DecimalSign): boolean {
  const groups = core.split(sign);
  const last = groups.length - 1;
  return groups.every((group, i) =>
    i === 0 ? /^[1-9]\d{0,2}$/.test(group) : i === last ? /^\d{3}$/.test(group) : /^\d{2,3}$/.test(group),
  );
}

function readAs(core: string, decimal: DecimalSign): number | undefined {
  const grouping: DecimalSign = decimal === '.' ? ',' : '.';
  const at = core.lastIndexOf(decimal);
  let whole = at < 0 ? core : core.slice(0, at);
  const fraction = at < 0 ? '' : core.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  if (whole.includes(grouping)) {
    if (!isGrouped(whole, grouping)) return undefined;
    whole = whole.split(grouping).join('');
  }
  if (whole.includes(decimal)) {
    // Damaged exports group with the decimal sign itself: `2,024,994` for 2024.994.
    if (!isGrouped(whole, decimal)) return undefined;
    whole = whole.split(decimal).join('');
  }
  return toNumber(fraction === '' ? whole : `${whole}.${fraction}`);
}

function readCore(core: string): CoreReading {
  return { point: readAs(core, '.'), comma: readAs(core, ',') };
}

/**
 * Reads a text as a number with the decimal sign of its column. Understands signs, parentheses,
 * currencies, percent, magnitudes (`18.3 MM`, `3 Mio. €`, `1.2k`), ranges and units. `undefined` for
 * anything else.
 */
export function readNumberText(text: string, decimal: DecimalSign): NumberReading | undefined {
  const stripped = strip(text);
  if (stripped === undefined) return readRange(text, decimal);
  const { point, comma } = readCore(stripped.core);
  const [chosen, other] = decimal === '.' ? [point ?? comma, comma] : [comma ?? point, point];
  if (chosen === undefined) return undefined;
  const scale = stripped.negative ? -stripped.magnitude : stripped.magnitude;
  return {
    value: scaled(chosen, scale),
    percent: stripped.percent,
    magnitude: stripped.magnitude,
    range: stripped.open,
    damaged: stripped.core.split(decimal).length > 2 && comma !== undefined && point !== undefined,
    ...(stripped.currency === undefined ? {} : { currency: stripped.currency }),
    ...(other !== undefined && other !== chosen ? { otherwise: scaled(other, scale) } : {}),
  };
}

/** Keeps `18.3 MM` at 18,300,000 instead of 18,300,000.000000004. */
function scaled(value: number, scale: number): number {
  const product = value * scale;
  return Math.abs(scale) >= 1000 ? Number(product.toPrecision(15)) : product;
}

/** `51-200`, `$1M to $10M`, `1,001 – 5,000 employees`: the middle. */
function readRange(text: string, decimal: DecimalSign): NumberReading | undefined {
  const match = /^(.*?\d.*?)\s*(?:-|–|—|\bto\b|\bbis\b)\s*(.*?\d.*)$/i.exec(trimText(text));
  if (!match) return undefined;
  const low = strip(match[1] ?? '');
  const high = strip(match[2] ?? '');
  if (!low || !high || low.negative || high.negative) return undefined;
  // Of bare digits only round ones are a range (`51-200`): others are codes (`22331-212325`).
  const bare = /^\d+$/.test(match[1] ?? '') && /^\d+$/.test(match[2] ?? '');
  if (bare && !(/^(?:\d|\d+[015])$/.test(low.core) && /^\d+[09]$/.test(high.core))) return undefined;
  const lowValue = decimal === '.' ? readCore(low.core).point : readCore(low.core).comma;
  const highValue = decimal === '.' ? readCore(high.core).point : readCore(high.core).comma;
  if (lowValue === undefined || highValue === undefined) return undefined;
  const from = scaled(lowValue, low.magnitude === 1 && lowValue < highValue ? high.magnitude : low.magnitude);
  const to = scaled(highValue, high.magnitude);
  if (!(to > from)) return undefined;
  const currency = low.currency ?? high.currency;
  return {
    value: (from + to) / 2,
    percent: low.percent || high.percent,
    magnitude: 1,
    range: true,
    damaged: false,
    ...(currency === undefined ? {} : { currency }),
  };
}
