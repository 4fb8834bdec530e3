import type { Language } from './say';

const LOCALE: Record<Language, string> = { en: 'en-US', de: 'de-DE' };

/** Number formats of the pane, by language; sheets use Excel's own formats. */
export interface Numbers {
  /** 1,234 */
  whole(value: number): string;
  /** 12.5 (at most so many decimals) */
  decimal(value: number, digits?: number): string;
  /** 0.0512 → 5.1 % */
  percent(fraction: number, digits?: number): string;
  /** 0.0512 → +5.1 % */
  signedPercent(fraction: number, digits?: number): string;
  /** 4123456 → 4.1M */
  short(value: number): string;
  date(value: Date): string;
}

export function numbers(language: Language): Numbers {
  const locale = LOCALE[language];
  const cache = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    let f = cache.get(key);
    if (f === undefined) cache.set(key, (f = new Intl.NumberFormat(locale, options)));
    return f.format(value);
  };
  const percent = { style: 'percent' } as const;
  return {
    whole: (value) => format(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 1) => format(value, { maximumFractionDigits: digits }),
    percent: (value, digits = 1) => format(value, { ...percent, maximumFractionDigits: digits }),
    signedPercent: (value, digits = 1) =>
      format(value, { ...percent, maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
    short: (value) => format(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    date: (value) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(value),
  };
}
