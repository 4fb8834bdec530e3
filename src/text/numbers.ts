import type { Language } from './say';

const LOCALE: Record<Language, string> = { en: 'en-US', de: 'de-DE' };

/** Number formats of the pane, by language; sheets use Excel's own formats. */
export interface Numbers {
  /** 1,234 */
  whole(value: number): string;
  /** 12.5 (at most so many decimals) */
  decimal(value: number, digits?: number): string;
  /** 1,234.50 (so many decimals) */
  fixed(value: number, digits: number): string;
  /** 0.0512 → 5.1 % */
  percent(fraction: number, digits?: number): string;
  /** 0.0512 → +5.1 % */
  signedPercent(fraction: number, digits?: number): string;
  /** 4123456 → 4.1M */
  short(value: number): string;
  date(value: Date): string;
  /** November */
  month(value: Date): string;
  /** 1234.5 as one types it: no grouping, all decimals, the language's decimal sign. */
  plain(value: number): string;
  /** What somebody typed; NaN if it is no number. Either decimal sign is understood. */
  parse(text: string): number;
}

export function numbers(language: Language): Numbers {
  const locale = LOCALE[language];
  const cache = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    let f = cache.get(key);
    if (f === undefined) cache.set(key, (f = new Intl.NumberFormat(locale, options)));
    // A minus is no hyphen.
    return f.format(value).replace(/^-/, '−');
  };
  const percent = { style: 'percent' } as const;
  return {
    whole: (value) => format(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 1) => format(value, { maximumFractionDigits: digits }),
    fixed: (value, digits) => format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    // A little is not nothing.
    percent: (value, digits = Math.abs(value) < 0.0005 ? 2 : 1) =>
      format(value, { ...percent, maximumFractionDigits: digits }),
    signedPercent: (value, digits = 1) =>
      format(value, { ...percent, maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
    short: (value) => format(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    plain: (value) => format(value, { useGrouping: false, maximumFractionDigits: 10 }).replace(/^−/, '-'),
    parse: (text) => parseTyped(text, language),
    date: (value) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(value),
    month: (value) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(value),
  };
}

/** What people write behind a number: `48M`, `1,5 Mio`, `250k`. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:k|tsd\.?|t)$/i, 1e3],
  [/(?:m|mm|mn|mio\.?|million|millionen)$/i, 1e6],
  [/(?:b|bn|mrd\.?|billion|milliarden)$/i, 1e9],
];

/**
 * `0.5` and `0,5` are a half in both languages. Where a sign groups thousands in the language and just three
 * digits follow (`1,000` in English), or both signs stand there, it is taken as grouping.
 */
function parseTyped(text: string, language: Language): number {
  const typed = text.replace(/[\s%$€£¥]/g, '').replace(/^−/, '-');
  const [ending, scale] = SCALES.find(([letters]) => letters.test(typed)) ?? [undefined, 1];
  const bare = ending === undefined ? typed : typed.replace(ending, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(bare)) return NaN;
  const group = language === 'de' ? '.' : ',';
  const decimal = language === 'de' ? ',' : '.';
  const parts = bare.split(group);
  // Nobody groups thousands behind a nought: 0,125 is an eighth, whatever the language.
  const isGrouped =
    parts.length > 1 &&
    !/^-?0*$/.test(parts[0] ?? '') &&
    parts.slice(1).every((part) => /^\d{3}(?!\d)/.test(part));
  const whole = isGrouped ? parts.join('') : bare;
  const number = Number(whole.replace(isGrouped ? decimal : /[.,]/, '.'));
  // 48.1M is 48,100,000 and no cent less.
  return scale === 1 ? number : Math.round(number * scale * 100) / 100;
}
