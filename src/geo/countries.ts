import codes from 'i18n-iso-countries/codes.json';
import de from 'i18n-iso-countries/langs/de.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import it from 'i18n-iso-countries/langs/it.json';
import nl from 'i18n-iso-countries/langs/nl.json';
import pt from 'i18n-iso-countries/langs/pt.json';

import { foldText } from '../exact/fold-text';

/** Names in use that the ISO lists do not have, or have otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  'estados unidos de america': 'US',
  america: 'US',
  'etats unis': 'US',
  'estados unidos': 'US',
  'vereinigte staaten': 'US',
  'stati uniti': 'US',
  'verenigde staten': 'US',
  'royaume uni': 'GB',
  'reino unido': 'GB',
  'regno unito': 'GB',
  'pays bas': 'NL',
  'paises bajos': 'NL',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  grossbritannien: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  'viet nam': 'VN',
  brd: 'DE',
  'czech republic': 'CZ',
  czechia: 'CZ',
  tschechien: 'CZ',
  'south korea': 'KR',
  korea: 'KR',
  'republic of korea': 'KR',
  'korea south': 'KR',
  'north korea': 'KP',
  russia: 'RU',
  'hong kong': 'HK',
  'hong kong sar': 'HK',
  macau: 'MO',
  taiwan: 'TW',
  'ivory coast': 'CI',
  'cote d ivoire': 'CI',
  uae: 'AE',
  'u a e': 'AE',
  'republic of ireland': 'IE',
  eire: 'IE',
  turkey: 'TR',
  macedonia: 'MK',
  swaziland: 'SZ',
  burma: 'MM',
  moldova: 'MD',
  tanzania: 'TZ',
  bolivia: 'BO',
  venezuela: 'VE',
  iran: 'IR',
  syria: 'SY',
  laos: 'LA',
  brunei: 'BN',
  palestine: 'PS',
  'cape verde': 'CV',
  vatican: 'VA',
  'mainland china': 'CN',
  'pr china': 'CN',
  'p r china': 'CN',
  prc: 'CN',
  'peoples republic of china': 'CN',
  osterreich: 'AT',
  espana: 'ES',
  suisse: 'CH',
  svizzera: 'CH',
  danmark: 'DK',
  norge: 'NO',
  sverige: 'SE',
  suomi: 'FI',
  polska: 'PL',
  magyarorszag: 'HU',
  hellas: 'GR',
  turkiye: 'TR',
  cesko: 'CZ',
  'ceska republika': 'CZ',
  slovensko: 'SK',
  hrvatska: 'HR',
  brasil: 'BR',
  日本: 'JP',
  日本国: 'JP',
  中国: 'CN',
  中國: 'CN',
  台湾: 'TW',
  台灣: 'TW',
  香港: 'HK',
  韓国: 'KR',
  россия: 'RU',
  'puerto rico': 'PR',
};

type Names = Readonly<Record<string, string | string[]>>;

let byName: Map<string, string> | undefined;

function index(): Map<string, string> {
  const map = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = foldText(name);
    if (!map.has(key)) map.set(key, code);
  };
  for (const [key, code] of Object.entries(OTHER_NAMES)) map.set(key, code);
  for (const { countries } of [en, de, fr, es, it, nl, pt] as { countries: Names }[]) {
    for (const [code, names] of Object.entries(countries)) {
      for (const name of Array.isArray(names) ? names : [names]) add(name, code);
    }
  }
  for (const [alpha2, alpha3] of codes as [string, string, ...string[]][]) {
    add(alpha2, alpha2);
    add(alpha3, alpha2);
  }
  return map;
}

/**
 * ISO 3166 alpha-2 code of a country by its name in English, German, French, Spanish, Italian, Dutch or
 * Portuguese, by a usual short name (UK, England, Holland, Viet Nam) or by its two- or three-letter
 * code. `undefined` if none is meant.
 */
export function countryOf(text: string): string | undefined {
  byName ??= index();
  const folded = foldText(text);
  if (folded === '') return undefined;
  return byName.get(folded) ?? byName.get(folded.replace(/^the /, ''));
}
