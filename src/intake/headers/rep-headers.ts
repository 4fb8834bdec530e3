import type { RepField } from '../../plan/fields';
import type { Phrases } from './account-headers';

/** Headers of rosters: HR exports, CRM user lists, planning sheets. */
export const REP_HEADERS: Readonly<Record<RepField, Phrases>> = {
  repId: [
    [
      1,
      'rep id|employee id|sales rep id|rm id|relationship manager id|salesperson id|sales person id|seller id|rep number|employee number|personalnummer|mitarbeiter number|mitarbeiternummer|emp id|personnel number',
    ],
    [
      0.85,
      'id|person id|worker id|staff id|rep code|employee key|employee code|matricule|numero de empleado|id empleado|workday id|business entity id|number|personal number',
    ],
    [0.7, 'external id|crm external id|record id'],
  ],
  repName: [
    [
      1,
      'rep name|rep|sales rep|sales rep name|salesperson|salesperson name|seller|seller name|employee name|full name|sales representative|sales agent',
    ],
    [
      0.95,
      'name|employee|sales person|account executive|ae|ae name|account manager|relationship manager|relationship manager name|representative|mitarbeiter|vertriebsmitarbeiter|verkaufer|aussendienstmitarbeiter|commercial|vendedor|nom|nombre|user full name|worker|nom complet|nombre completo|mitarbeitername|team member',
    ],
    [
      0.8,
      'owner|owner name|user|user name|account owner|seat|seat holder|incumbent|person|position holder|rep full name|assigned rep|display name',
    ],
  ],
  firstName: [[1, 'first name|firstname|given name|vorname|prenom|nombre de pila']],
  lastName: [
    [1, 'last name|lastname|surname|family name|nachname|nom de famille|apellido|apellidos|familienname'],
  ],
  email: [
    [
      1,
      'email|e mail|email address|e mail address|work email|rep email|mail|user email|correo|correo electronico|courriel|adresse e mail|mailadresse|company email',
    ],
    [0.6, 'login|login id|user name|username|upn'],
  ],
  role: [
    [
      1,
      'role|sales role|rep role|job title|title|position|job role|rolle|funktion|poste|cargo|puesto|function|position title|stelle|user role',
    ],
    [0.7, 'job|job code|level|job level|profile|rep type|type|stellenbezeichnung|job family'],
  ],
  segment: [
    [
      1,
      'segment|market segment|sales segment|segment name|segmento|customer segment|segment focus|focus segment|segment coverage',
    ],
    [
      0.8,
      'team|sales team|business unit|bu|division|sales division|sparte|geschaftsbereich|channel|equipe|equipo|market',
    ],
  ],
  region: [
    [
      1,
      'region|subregion|sub region|sales region|area|geo|theater|theatre|region name|geography|gebietsregion',
    ],
    [0.7, 'group|district|zone|sales area|territory group|country|market region|cluster'],
  ],
  manager: [
    [
      1,
      'manager|manager name|sales manager|reports to|reportsto|direct manager|line manager|vorgesetzter|fuhrungskraft|responsable|jefe|gerente|supervisor|reporting manager|manager full name',
    ],
    [
      0.8,
      'teamleiter|vertriebsleiter|leiter|team lead|rsm|rvp|first line manager|flm|director|vp|regional manager|district manager|chef|n 1',
    ],
  ],
  hireDate: [
    [
      1,
      'hire date|hired|date of hire|date hired|hired date|hire dt|eintritt|eintrittsdatum|einstellungsdatum|date d embauche|fecha de contratacion|employment start date|original hire date|hired on|joined|join date|joining date|date d entree',
    ],
    [0.6, 'employment date|service date|seniority date'],
  ],
  startDate: [
    [
      1,
      'start date|start|territory start|territory start date|role start date|start in role|available from|ramp start|ramp start date|startdatum|date de debut|fecha de inicio|in role since|effective date|in territory since|expected start date|target start date|planned start',
    ],
  ],
  endDate: [
    [
      1,
      'end date|termination date|last day|leaving date|exit date|austritt|austrittsdatum|date de fin|date de sortie|fecha de fin|fecha de baja|term date|separation date|leave date|departure date',
    ],
  ],
  base: [
    [
      1,
      'base|base salary|base pay|salary|annual base|fixed|fixed pay|grundgehalt|fixum|fixgehalt|salaire fixe|salario base|salario fijo|fixe|base compensation|annual salary|base sal',
    ],
  ],
  variable: [
    [
      1,
      'target variable|variable|variable target|target incentive|target commission|variable pay|variable comp|annual variable|variable compensation|on target variable|tvc|ti|target variable pay|variables gehalt|provisionsziel|salario variable|target bonus|tic|variable target comp',
    ],
  ],
  ote: [
    [
      1,
      'ote|on target earnings|target earnings|target total cash|total target cash|ttc|target total compensation|total target compensation|zielgehalt|zieleinkommen|target comp|target cash|on target earning|ote total|remuneration cible|tcc|total compensation',
    ],
  ],
  quota: [
    [
      1,
      'quota|sales quota|annual quota|current quota|full year quota|fy quota|target quota|quota amount|sales target|quote|vertriebsziel|objectif|cuota|cuota de ventas|umsatzziel|objetivo|quota annual',
    ],
    [0.8, 'target|goal|annual target|plan|ziel|revenue target|number|planumsatz|jahresziel|quota usd'],
  ],
  currency: [
    [
      1,
      'currency|currency code|iso currency|currency iso code|wahrung|devise|moneda|currency iso|pay currency|ote currency',
    ],
    [0.8, 'curr|ccy|wahrungscode|monnaie|divisa|currency name'],
  ],
  bookingsYtd: [
    [1, 'bookings ytd|ytd bookings|sales ytd|ytd sales|revenue ytd|ytd|umsatz ytd|closed ytd|attained ytd'],
    [
      0.75,
      'bookings|sales|closed won|actual|actuals|actual sales|revenue|ist umsatz|sales amount|closed won amount',
    ],
  ],
  bonus: [[1, 'bonus|bonus amount|annual bonus|spiff|pramie|prime|bono']],
  commission: [
    [
      1,
      'commission|commission rate|commission pct|commission percent|provision|provisionssatz|commission pct rate|taux de commission|comision|base commission rate|bcr|tasa de comision',
    ],
  ],
  capacityHours: [
    [
      1,
      'capacity hours|capacity hrs|capacity|selling hours|available hours|kapazitat|kapazitat stunden|capacite|capacidad|annual selling hours|hours capacity|workload capacity|annual capacity|capacity hours year',
    ],
    [0.75, 'hours|annual hours|hours per year|hrs|stunden|horas|heures|sales hours'],
  ],
  capacityShare: [
    [
      1,
      'fte|capacity share|capacity percent|part time|part time percent|teilzeit|pensum|beschaftigungsgrad|fte percent|capacity factor|time percent|arbeitszeit percent|work percent|temps partiel|jornada|full time equivalent|capacity pct|quota capacity percent|fte pct',
    ],
    [0.75, 'share|percent|availability|allocation|allocation percent|workload percent|productive capacity'],
  ],
  ramp: [
    [
      1,
      'ramp|ramp percent|ramp pct|ramp up|ramp up percent|ramp factor|ramp status percent|productivity|productivity percent|expected productivity|einarbeitung|einarbeitung percent|einarbeitungsgrad|montee en charge|rampa',
    ],
  ],
  maxAccounts: [
    [
      1,
      'max accounts|maximum accounts|account limit|max number of accounts|account cap|max book|max book size|max accts|max konten|max kunden|book cap|book size|account capacity|max number accounts|target accounts|max comptes|max cuentas',
    ],
  ],
  homeCity: [
    [
      1,
      'home city|city|base city|rep city|home town|hometown|wohnort|home base|home location|city of residence|ort|ville|ciudad|stadt',
    ],
    [
      0.8,
      'location|office|office location|base location|standort|work location|office city|based in|base|site|work city',
    ],
  ],
  homeState: [
    [
      1,
      'home state|state|home state province|state province|rep state|province|bundesland|office state|work state|base state|estado|provincia',
    ],
    [0.7, 'region|st'],
  ],
  homePostalCode: [
    [
      1,
      'home zip|home postal code|home zip code|zip|zip code|postal code|rep zip|postcode|plz|home postcode|office zip|home zip postal code|base zip|code postal|codigo postal|zipcode|postleitzahl|rep postal code|work zip',
    ],
  ],
  homeCountry: [
    [
      1,
      'home country|country|work country|rep country|land|pays|pais|office country|country code|base country',
    ],
  ],
  homeLatitude: [
    [1, 'home latitude|latitude|lat|home lat|rep latitude|rep lat|office latitude|base latitude|home y'],
  ],
  homeLongitude: [
    [
      1,
      'home longitude|longitude|lon|lng|long|home lon|home lng|home long|rep longitude|rep lon|rep lng|office longitude|base longitude|home x',
    ],
  ],
  backfill: [
    [
      1,
      'backfill|backfill target|backfill for|backfills|replaces|backfill of|replacement for|replacing|nachfolger von|nachfolge fur|backfill rep|ersatz fur|remplace|reemplaza a|backfill territory',
    ],
  ],
  coveredBy: [
    [
      1,
      'covered by|interim owner|interim|interim rep|interim cover|interim coverage|cover|caretaker|babysitter|vertreten durch|vertretung durch|interimsbetreuer',
    ],
  ],
  active: [
    [
      1,
      'active|is active|active flag|employed|aktiv|actif|activo|currently active|active user|is employed|current flag|active rep',
    ],
    [
      0.85,
      'status|employment status|rep status|user status|employee status|seat status|statut|estado laboral|headcount status',
    ],
  ],
  skills: [
    [
      1,
      'skills|skill|vertical|verticals|specialty|specialization|specialisation|expertise|industry focus|vertical focus|fahigkeiten|competences|especialidad|branche|industry|industry expertise|focus',
    ],
    [0.6, 'languages|language|product focus|sprachen|product specialty|certifications'],
  ],
  attainment: [
    [
      1,
      'attainment|quota attainment|attainment percent|percent attainment|quota attainment percent|attainment pct|zielerreichung|atteinte|cumplimiento|attainment fy|achievement|attainment prior year|attainment last year|percent of quota|percent to quota|prior year attainment|erfullung',
    ],
  ],
  crmUserId: [
    [
      1,
      'crm user id|user id|salesforce user id|sfdc user id|crm id|owner id|user id 18|systemuserid|system user id|hubspot owner id|salesforce id|sfdc id|user record id|sf user id|crm owner id|dynamics user id',
    ],
  ],
  crmTerritoryId: [
    [
      1,
      'territory2 id|territory 2 id|territory id|crm territory id|sfdc territory id|territory record id|territory2id|salesforce territory id',
    ],
  ],
  territory: [
    [
      1,
      'territory|territory name|sales territory|assigned territory|current territory|gebiet|vertriebsgebiet|verkaufsgebiet|territoire|territorio|patch|territories|territory assignment',
    ],
    [0.7, 'territory code|territory number|zone|bezirk|secteur'],
  ],
};
