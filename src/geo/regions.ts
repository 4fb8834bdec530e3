import { foldText } from '../exact/fold-text';

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
    AI: ['Appenzell Innerrhoden'],
    AR: ['Appenzell Ausserrhoden'],
    BE: ['Bern', 'Berne'],
    BL: ['Basel Landschaft'],
    BS: ['Basel Stadt'],
    FR: ['Freiburg', 'Fribourg'],
    GE: ['Genf', 'Genève', 'Geneva'],
    GL: ['Glarus', 'Glaris'],
    GR: ['Graubünden', 'Grisons', 'Grigioni'],
    JU: ['Jura'],
    LU: ['Luzern', 'Lucerne'],
    NE: ['Neuenburg', 'Neuchâtel'],
    NW: ['Nidwalden', 'Nidwald'],
    OW: ['Obwalden', 'Obwald'],
    SG: ['St Gallen', 'Sankt Gallen'],
    SH: ['Schaffhausen', 'Schaffhouse'],
    SO: ['Solothurn'],
    SZ: ['Schwyz'],
    TG: ['Thurgau'],
    TI: ['Tessin', 'Ticino'],
    UR: ['Uri'],
    VD: ['Waadt', 'Vaud'],
    VS: ['Wallis', 'Valais'],
    ZG: ['Zug'],
    ZH: ['Zürich', 'Zuerich', 'Zurich'],
  },
};

/** Regions of which the codes or names stand in account lists, though `city` does not tell them apart. */
const FURTHER_REGIONS: Readonly<Record<string, string>> = {
  BR: 'AC Acre|AL Alagoas|AM Amazonas|AP Amapá|BA Bahia|CE Ceará|DF Distrito Federal|ES Espírito Santo|GO Goiás|MA Maranhão|MG Minas Gerais|MS Mato Grosso do Sul|MT Mato Grosso|PA Pará|PB Paraíba|PE Pernambuco|PI Piauí|PR Paraná|RJ Rio de Janeiro|RN Rio Grande do Norte|RO Rondônia|RR Roraima|RS Rio Grande do Sul|SC Santa Catarina|SE Sergipe|SP São Paulo|TO Tocantins',
  MX: 'AGU Aguascalientes|BCN Baja California|BCS Baja California Sur|CAM Campeche|CHP Chiapas|CHH Chihuahua|CMX Ciudad de México;CDMX;Mexico City;Distrito Federal|COA Coahuila|COL Colima|DUR Durango|GUA Guanajuato|GRO Guerrero|HID Hidalgo|JAL Jalisco|MEX Estado de México|MIC Michoacán|MOR Morelos|NAY Nayarit|NLE Nuevo León|OAX Oaxaca|PUE Puebla|QUE Querétaro|ROO Quintana Roo|SLP San Luis Potosí|SIN Sinaloa|SON Sonora|TAB Tabasco|TAM Tamaulipas|TLA Tlaxcala|VER Veracruz|YUC Yucatán|ZAC Zacatecas',
  IN: 'AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CT Chhattisgarh;CG|GA Goa|GJ Gujarat|HR Haryana|HP Himachal Pradesh|JH Jharkhand|KA Karnataka|KL Kerala|MP Madhya Pradesh|MH Maharashtra|MN Manipur|ML Meghalaya|MZ Mizoram|NL Nagaland|OR Odisha;Orissa;OD|PB Punjab|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|TG Telangana;TS|TR Tripura|UP Uttar Pradesh|UT Uttarakhand;Uttaranchal|WB West Bengal|AN Andaman and Nicobar Islands|CH Chandigarh|DL Delhi;New Delhi|JK Jammu and Kashmir;Jammu & Kashmir|LA Ladakh|LD Lakshadweep|PY Puducherry;Pondicherry',
  // Regions that are called as a town of theirs are known by their longer name alone.
  IT: '65 Abruzzo;Abruzzi|77 Basilicata;Lucania|78 Calabria|72 Campania|45 Emilia Romagna|36 Friuli Venezia Giulia;Friuli|62 Lazio;Latium|42 Liguria|25 Lombardia;Lombardy;Lombardei|57 Marche;Le Marche|67 Molise|21 Piemonte;Piedmont;Piemont|75 Puglia;Apulia;Puglie;Apulien|88 Sardegna;Sardinia;Sardinien|82 Sicilia;Sicily;Sizilien|52 Toscana;Tuscany;Toskana|32 Trentino Alto Adige;Trentino Alto Adige Südtirol;Trentino;Südtirol;Trentino South Tyrol|55 Umbria;Umbrien|23 Valle dAosta;Aosta Valley;Aostatal|34 Veneto;Venetien',
  FR: 'IDF Île de France;Ile de France|CVL Centre Val de Loire|BFC Bourgogne Franche Comté|NOR Normandie;Normandy|HDF Hauts de France|GES Grand Est|PDL Pays de la Loire|BRE Bretagne;Brittany|NAQ Nouvelle Aquitaine|OCC Occitanie|ARA Auvergne Rhône Alpes|PAC Provence Alpes Côte dAzur;PACA|COR Corse;Corsica',
  ES: 'IB Islas Baleares;Illes Balears;Baleares;Balearic Islands|RI La Rioja|MD Comunidad de Madrid|MC Región de Murcia|NC Comunidad Foral de Navarra;Navarra|AS Principado de Asturias;Asturias|CB Cantabria|AN Andalucía;Andalusia|AR Aragón|CN Islas Canarias;Canarias;Canary Islands|CM Castilla La Mancha;Castilla-La Mancha|CL Castilla y León|CT Cataluña;Catalunya;Catalonia|EX Extremadura|GA Galicia|PV País Vasco;Euskadi;Basque Country|VC Comunidad Valenciana;Comunitat Valenciana;Valencian Community',
  NL: 'DR Drenthe|FR Friesland;Fryslân|GE Gelderland|LI Limburg|NB Noord Brabant;North Brabant|NH Noord Holland;North Holland|ZE Zeeland|ZH Zuid Holland;South Holland|OV Overijssel|FL Flevoland|GR Provincie Groningen|UT Provincie Utrecht',
  JP: '01 Hokkaido;北海道|02 Aomori;青森県|03 Iwate;岩手県|04 Miyagi;宮城県|05 Akita;秋田県|06 Yamagata;山形県|07 Fukushima;福島県|08 Ibaraki;茨城県|09 Tochigi;栃木県|10 Gunma;群馬県|11 Saitama;埼玉県|12 Chiba;千葉県|13 Tokyo;東京都|14 Kanagawa;神奈川県|15 Niigata;新潟県|16 Toyama;富山県|17 Ishikawa;石川県|18 Fukui;福井県|19 Yamanashi;山梨県|20 Nagano;長野県|21 Gifu;岐阜県|22 Shizuoka;静岡県|23 Aichi;愛知県|24 Mie;三重県|25 Shiga;滋賀県|26 Kyoto;京都府|27 Osaka;大阪府|28 Hyogo;兵庫県|29 Nara;奈良県|30 Wakayama;和歌山県|31 Tottori;鳥取県|32 Shimane;島根県|33 Okayama;岡山県|34 Hiroshima;広島県|35 Yamaguchi;山口県|36 Tokushima;徳島県|37 Kagawa;香川県|38 Ehime;愛媛県|39 Kochi;高知県|40 Fukuoka;福岡県|41 Saga;佐賀県|42 Nagasaki;長崎県|43 Kumamoto;熊本県|44 Oita;大分県|45 Miyazaki;宮崎県|46 Kagoshima;鹿児島県|47 Okinawa;沖縄県',
};

/** Countries whose codes of regions nobody writes: `CT` is Connecticut, not Catalonia. */
const BY_NAME_ALONE = new Set(['FR', 'ES', 'NL']);

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
  for (const [country, list] of Object.entries(FURTHER_REGIONS)) {
    const names = new Map<string, string>();
    for (const entry of list.split('|')) {
      const at = entry.indexOf(' ');
      const suffix = entry.slice(0, at);
      const code = /\d/.test(suffix) || BY_NAME_ALONE.has(country) ? [] : [suffix];
      for (const form of [...code, `${country} ${suffix}`, ...entry.slice(at + 1).split(';')]) {
        names.set(foldText(form), `${country}-${suffix}`);
      }
    }
    countries.set(country, names);
  }
  return countries;
}

/**
 * ISO 3166-2 code (`US-TX`, `CA-ON`) of a state or province by name, abbreviation or code. Known for the
 * US, Canada, Australia, Great Britain, Germany, Austria, Switzerland, Brazil, Mexico, India and Japan, by name
 * alone in Italy, France, Spain and the Netherlands; `undefined` otherwise.
 */
export function regionOf(country: string, text: string): string | undefined {
  byName ??= index();
  return byName.get(country)?.get(foldText(text));
}

/** Countries of which every usual word for a region is known: what it is not, is none. */
export const knowsAllRegions = (country: string): boolean =>
  COUNTRIES_WITH_REGIONS.includes(country) && country !== 'IT' && !BY_NAME_ALONE.has(country);

/** Countries whose regions `regionOf` knows, in the order in which a state alone is looked for. */
export const COUNTRIES_WITH_REGIONS: readonly string[] = [
  ...Object.keys(REGION_NAMES),
  ...Object.keys(FURTHER_REGIONS),
];
