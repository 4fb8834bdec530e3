import { foldText } from './placeKey';

/** Name and usual short forms by ISO 3166-2 suffix, where accounts state a region that sellers use. */
const REGION_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  US: {
    AL: ['Alabama', 'Ala'],
    AK: ['Alaska'],
    AZ: ['Arizona', 'Ariz'],
    AR: ['Arkansas', 'Ark'],
    CA: ['California', 'Calif', 'Cal'],
    CO: ['Colorado', 'Colo'],
    CT: ['Connecticut', 'Conn'],
    DE: ['Delaware', 'Del'],
    DC: ['District of Columbia', 'Washington DC', 'Washington D C', 'D C'],
    FL: ['Florida', 'Fla'],
    GA: ['Georgia'],
    HI: ['Hawaii'],
    ID: ['Idaho'],
    IL: ['Illinois', 'Ill'],
    IN: ['Indiana', 'Ind'],
    IA: ['Iowa'],
    KS: ['Kansas', 'Kans', 'Kan'],
    KY: ['Kentucky'],
    LA: ['Louisiana'],
    ME: ['Maine'],
    MD: ['Maryland'],
    MA: ['Massachusetts', 'Mass'],
    MI: ['Michigan', 'Mich'],
    MN: ['Minnesota', 'Minn'],
    MS: ['Mississippi', 'Miss'],
    MO: ['Missouri'],
    MT: ['Montana', 'Mont'],
    NE: ['Nebraska', 'Nebr', 'Neb'],
    NV: ['Nevada', 'Nev'],
    NH: ['New Hampshire', 'N H'],
    NJ: ['New Jersey', 'N J'],
    NM: ['New Mexico', 'N M', 'N Mex'],
    NY: ['New York', 'N Y', 'New York State'],
    NC: ['North Carolina', 'N C', 'N Carolina'],
    ND: ['North Dakota', 'N D', 'N Dakota', 'N Dak'],
    OH: ['Ohio'],
    OK: ['Oklahoma', 'Okla'],
    OR: ['Oregon', 'Ore'],
    PA: ['Pennsylvania', 'Penn', 'Penna'],
    RI: ['Rhode Island', 'R I'],
    SC: ['South Carolina', 'S C', 'S Carolina'],
    SD: ['South Dakota', 'S D', 'S Dakota', 'S Dak'],
    TN: ['Tennessee', 'Tenn'],
    TX: ['Texas', 'Tex'],
    UT: ['Utah'],
    VT: ['Vermont'],
    VA: ['Virginia'],
    WA: ['Washington', 'Washington State', 'Wash'],
    WV: ['West Virginia', 'W Virginia', 'W V', 'W Va'],
    WI: ['Wisconsin', 'Wis', 'Wisc'],
    WY: ['Wyoming', 'Wyo'],
    PR: ['Puerto Rico'],
    VI: ['Virgin Islands', 'US Virgin Islands', 'U S Virgin Islands'],
    GU: ['Guam'],
    AS: ['American Samoa'],
    MP: ['Northern Mariana Islands'],
  },
  CA: {
    AB: ['Alberta', 'Alta'],
    BC: ['British Columbia', 'Colombie Britannique', 'B C'],
    MB: ['Manitoba'],
    NB: ['New Brunswick', 'Nouveau Brunswick', 'N B'],
    NL: ['Newfoundland and Labrador', 'Newfoundland', 'NF', 'NFLD', 'Terre Neuve et Labrador'],
    NS: ['Nova Scotia', 'Nouvelle Ecosse', 'N S'],
    NT: ['Northwest Territories', 'NWT'],
    NU: ['Nunavut'],
    ON: ['Ontario', 'Ont'],
    PE: ['Prince Edward Island', 'PEI', 'Ile du Prince Edouard'],
    QC: ['Quebec', 'Que', 'PQ'],
    SK: ['Saskatchewan', 'Sask'],
    YT: ['Yukon', 'Yukon Territory'],
  },
  AU: {
    ACT: ['Australian Capital Territory'],
    NSW: ['New South Wales', 'N S W'],
    NT: ['Northern Territory'],
    QLD: ['Queensland', 'Qld'],
    SA: ['South Australia'],
    TAS: ['Tasmania'],
    VIC: ['Victoria'],
    WA: ['Western Australia'],
  },
  GB: {
    ENG: ['England'],
    SCT: ['Scotland'],
    WLS: ['Wales'],
    NIR: ['Northern Ireland'],
  },
  DE: {
    BW: ['Baden Württemberg', 'Baden Wuerttemberg'],
    BY: ['Bayern', 'Bavaria'],
    BE: ['Berlin'],
    BB: ['Brandenburg'],
    HB: ['Bremen'],
    HH: ['Hamburg'],
    HE: ['Hessen', 'Hesse'],
    MV: ['Mecklenburg Vorpommern'],
    NI: ['Niedersachsen', 'Lower Saxony'],
    NW: ['Nordrhein Westfalen', 'North Rhine Westphalia', 'NRW'],
    RP: ['Rheinland Pfalz', 'Rhineland Palatinate'],
    SL: ['Saarland'],
    SN: ['Sachsen', 'Saxony'],
    ST: ['Sachsen Anhalt', 'Saxony Anhalt'],
    SH: ['Schleswig Holstein'],
    TH: ['Thüringen', 'Thueringen', 'Thuringia'],
  },
  AT: {
    1: ['Burgenland'],
    2: ['Kärnten', 'Carinthia'],
    3: ['Niederösterreich', 'Lower Austria', 'NÖ'],
    4: ['Oberösterreich', 'Upper Austria', 'OÖ'],
    5: ['Salzburg'],
    6: ['Steiermark', 'Styria'],
    7: ['Tirol', 'Tyrol'],
    8: ['Vorarlberg'],
    9: ['Wien', 'Vienna'],
  },
  CH: {
    AG: ['Aargau'],
    BE: ['Bern', 'Berne'],
    BL: ['Basel Landschaft'],
    BS: ['Basel Stadt'],
    FR: ['Freiburg', 'Fribourg'],
    GE: ['Genf', 'Genève', 'Geneva'],
    GR: ['Graubünden'],
    LU: ['Luzern', 'Lucerne'],
    NE: ['Neuenburg', 'Neuchâtel'],
    SG: ['St Gallen', 'Sankt Gallen'],
    SO: ['Solothurn'],
    SZ: ['Schwyz'],
    TG: ['Thurgau'],
    TI: ['Tessin', 'Ticino'],
    VD: ['Waadt', 'Vaud'],
    VS: ['Wallis', 'Valais'],
    ZG: ['Zug'],
    ZH: ['Zürich', 'Zuerich', 'Zurich'],
  },
};

let byName: Map<string, Map<string, string>> | undefined;

function index(): Map<string, Map<string, string>> {
  const countries = new Map<string, Map<string, string>>();
  for (const [country, regions] of Object.entries(REGION_NAMES)) {
    const names = new Map<string, string>();
    for (const [suffix, forms] of Object.entries(regions)) {
      for (const form of [suffix, `${country} ${suffix}`, ...forms]) {
        names.set(foldText(form), `${country}-${suffix}`);
      }
    }
    countries.set(country, names);
  }
  return countries;
}

/**
 * ISO 3166-2 code (`US-TX`, `CA-ON`) of a state or province by name, abbreviation or code. Known for the
 * US, Canada, Australia, Great Britain, Germany, Austria and Switzerland; `undefined` otherwise.
 */
export function regionOf(country: string, text: string): string | undefined {
  byName ??= index();
  return byName.get(country)?.get(foldText(text));
}

/** Countries whose regions `regionOf` knows, in the order in which a state alone is looked for. */
export const COUNTRIES_WITH_REGIONS: readonly string[] = ['US', 'CA', 'AU', 'GB', 'DE', 'AT', 'CH'];
