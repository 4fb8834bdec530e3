import type { AccountField } from '../../plan/fields';

/** Phrases of headers for a field, as `headerWords` makes them; the weight says how surely it is meant. */
export type Phrases = readonly (readonly [weight: number, phrases: string])[];

/** Headers of account exports: Salesforce, HubSpot, Dynamics, Zoho, Pipedrive, NetSuite, data vendors, home-made. */
export const ACCOUNT_HEADERS: Readonly<Record<AccountField, Phrases>> = {
  accountId: [
    [1, 'account id 18|account 18 id|account id 18 digit|account id 18 char'],
    [
      0.97,
      'account id|sfdc account id|salesforce account id|crm account id|record id|customer id|customer number|company id',
    ],
    [
      0.95,
      'kunden number|kundennummer|kunden id|debitor|debitorennummer|debitoren number|kundennr|organization id|org id|client id|client number',
    ],
    [
      0.95,
      'numero client|numero de client|code client|id cliente|codigo cliente|codigo de cliente|numero de cliente|id client|cod cliente|codcliente|cod client|codclient|cod cli|cliente codigo|client code|customer no|cust no',
    ],
    [
      0.9,
      'id|crm id|sfdc id|salesforce id|account number|customer code|account code|store number|store num|storenum|store id|store nbr',
    ],
    [
      0.85,
      'facility id|provider id|ipeds id|ipedsid|unitid|institution id|ods code|organisation code|organization code|organisation id|school id|store key|loc number|provider number|hospital id|site id|location id|dealer id|internal id|business partner|bp number|cust id|cust number|acct id|acct number|acct',
    ],
    [
      0.8,
      'ccn|cms certification number|federal provider number|unique id|uid|guid|uuid|hs object id|entity id|outlet id|branch id|lead id|prospect id|key|account key|customer key|reseller key|npi|npi number|dealer code|store code|outlet code|facility code|ein|tax id|site code|location number|unit number|facility number|site number|shop number|outlet number|branch number|member number|distributor id|distributor code|retailer id|retailer code|reseller id|shop id|pharmacy id|clinic id|doctor id|hcp id|farmacia id|id farmacia|partner account id|subscriber id|business id|vendor code|vendor number|vendor id|supplier id|supplier code|license number|licence number|partner id|program id|pharm id|merchant id',
    ],
    [
      0.6,
      'external id|record number|row id|account|customer|client|kunde|cliente|store|dealer|facility|code|erp id|sap id|erp number|cert|fdic cert',
    ],
    [0.5, 'duns|duns number|d u n s number|index|number|fid|objectid'],
  ],
  accountName: [
    [
      1,
      'account name|company name|customer name|organization name|organisation name|client name|business name|acct name|trading name|registered name|mkt name|market name',
    ],
    [
      0.97,
      'kundenname|firmenname|name der firma|raison sociale|razon social|nombre de la empresa|nom du client|nom de l entreprise|nombre del cliente|nombre cliente|nom client',
    ],
    [
      0.95,
      'vendor name|supplier name|program name|member name|licensee name|applicant name|dba name|establishment name|center name|centre name|office name|pharmacy name|clinic name|agency name|premises name|premise name|facility nam|shop name|restaurant name|garage name|park name|project name|branch name|partner name|reseller|reseller name|distributor|distributor name|company|store name|facility name|hospital name|provider name|dealer name|school name|site name|location name|institution name|entity name|outlet name|practice name',
    ],
    [
      0.92,
      'name|account|acct|customer|client|firma|unternehmen|kunde|societe|entreprise|empresa|cliente|organization|organisation|name 1|full company name',
    ],
    [
      0.85,
      'legal name|legal entity|institution|facility|hospital|store|firm|business|dealer|school|prospect|nom|nombre|bezeichnung|company legal name|employer|title of account',
    ],
    [0.6, 'description|designation|label|title|bank|brand|security|security name|issuer|issuer name'],
  ],
  parentId: [
    [
      1,
      'parent account id|parent id|parent account id 18|parent company id|parent customer id|parent organization id|parent record id',
    ],
    [
      0.9,
      'id parent|parent crm id|parent key|parent number|parent account number|parent client id|parent customer number',
    ],
    [0.55, 'parent account|parent|parent company|parent customer'],
  ],
  parentName: [
    [
      1,
      'parent account|parent account name|parent company|parent company name|parent name|parent customer|parent organization',
    ],
    [
      0.9,
      'parent|muttergesellschaft|mutterkonzern|konzern|ubergeordnete firma|ubergeordneter account|societe mere|maison mere|empresa matriz|matriz|cuenta principal|compte parent',
    ],
    [
      0.85,
      'subsidiary of|division of|belongs to|parent organization name|parent organisation name|health system|health system name|affiliation|hospital system|system name',
    ],
    [0.7, 'group name|holding|holding company|hq parent|owned by company|parent organisation|banner|chain'],
  ],
  ultimateParentId: [
    [
      1,
      'ultimate parent id|ultimate parent company id|ultimate parent account id|ultimate parent account id 18|global ultimate parent id|global parent id',
    ],
    [
      1,
      'financial ultimate parent account id|financial ultimate parent account id 18|financial ultimate parent id|top parent id|corporate parent id',
    ],
    [
      0.7,
      'global ultimate duns|global ultimate duns number|ultimate duns|family id|hierarchy id|global ultimate id',
    ],
    [0.55, 'ultimate parent|financial ultimate parent|global ultimate parent|ultimate parent account'],
  ],
  ultimateParentName: [
    [
      1,
      'ultimate parent|ultimate parent name|ultimate parent account|ultimate parent account name|global ultimate parent|top parent',
    ],
    [
      1,
      'financial ultimate parent|financial ultimate parent account|financial ultimate parent account name|financial ultimate parent account account name',
    ],
    [
      0.85,
      'ultimate parent company|ultimate parent company name|global ultimate parent company|global ultimate parent name|global ultimate|global ultimate name|global parent|global parent account|corporate parent|family|corporate family|ultimate company|global ultimate company name',
    ],
  ],
  owner: [
    [
      1,
      'owner s name|account owner s name|account owner|account owner full name|owner|owner name|owner full name|company owner|organization owner|record owner|account owner name',
    ],
    [
      0.97,
      'sales rep|sales representative|salesperson|sales person|account manager|account executive|salesrep|assigned rep|current owner|current rep',
    ],
    [
      0.95,
      'rep|rep name|account exec|account exec name|seller|assigned to|assigned user name|assigned user|territory manager|territory owner|key account manager|primary rep|sales owner|account rep|crm owner|sales rep name|salesperson name|assigned sales rep|sales employee|sales associate|rep assigned|sales people|sales people name|salespeople|sales staff|sales consultant|sales executive|sales officer|field officer|field sales rep|account representative|sales contact',
    ],
    [
      0.95,
      'betreuer|kundenbetreuer|verantwortlich|verantwortlicher|verantwortliche|verantwortlicher mitarbeiter|vertreter|vertreter name|handelsvertreter|adm|verkaufer|aussendienst|vertriebsmitarbeiter|vertriebler|inhaber|accountinhaber|kundeninhaber|account inhaber|zustandig|zustandiger mitarbeiter|besitzer|vertrieb',
    ],
    [
      0.95,
      'commercial|responsable|proprietaire|proprietaire du compte|charge de compte|vendedor|ejecutivo|propietario|propietario de la cuenta|ejecutivo de cuenta|responsable commercial|comercial',
    ],
    [
      0.8,
      'ae|am|kam|bdm|owner alias|account owner alias|owned by|managed by|relationship manager|ae name|primary owner|field rep|sales agent|agent|sales manager|salesman|account owner email|owner email|responsible|assignee',
    ],
    [
      0.72,
      'deal owner|opportunity owner|opp owner|lead owner|owner rep|deal owner name|opportunity owner name|rep owner|sales agent name',
    ],
    [0.66, 'closer|last closer|closed by|sold by|opener|hunter|farmer'],
    [0.6, 'csm|csm name|customer success manager|csm owner|account csm|success manager'],
    [0.5, 'contact owner|user'],
  ],
  ownerId: [
    [
      1,
      'owner id|account owner id|account owner user id|owner user id|company owner id|hubspot owner id|salesperson id|sales person id|sales rep id|rep id|sales people id|salespeople id|sales agent id|agent id|salesman id|sales man id|salesmen id|sales rep employee number|sales rep employee id|sales rep number|sales executive id|relationship manager id|rm id|account exec id|csm id',
    ],
    [
      0.85,
      'account exec id|account exec external id|account executive id|account manager external id|owner external id|account manager id|seller id|user id|employee id|assigned user id|employee key|salesperson key|salesrep id|owner number|rep number|owner employee id|verkaufer id|betreuer id|vertreter number',
    ],
  ],
  currentTerritory: [
    [
      1,
      'territory|current territory|sales territory|territory name|account territory|existing territory|assigned territory|territories|old territory',
    ],
    [
      0.95,
      'gebiet|vertriebsgebiet|verkaufsgebiet|territoire|territorio|sales territory name|territorio de ventas|zone commerciale|secteur commercial',
    ],
    [
      0.85,
      'patch|sales region|sales district|sales area|territory code|territory id|sales zone|territory number|vertriebsregion|bezirk|verkaufsbezirk',
    ],
    [0.6, 'district|zone|zona|territory key|sales territory id|sales territory key'],
  ],
  region: [
    [0.85, 'region|region name|account region|theater|theatre|geo|geography|market region'],
    [0.85, 'subregion|sub region|sales subregion'],
    [0.6, 'cluster|area|market area'],
  ],
  segment: [
    [
      1,
      'segment|account segment|customer segment|market segment|sales segment|company segment|kundensegment|segmento|segment name',
    ],
    [
      0.85,
      'segmentation|size segment|business segment|segment code|sales team|team|gtm segment|marktsegment|go to market segment',
    ],
    [
      0.6,
      'sub segment|subsegment|size class|company size segment|company size|account size|customer size|customer segment name|size category|channel|market',
    ],
  ],
  type: [
    [
      1,
      'type|account type|customer type|client type|company type|organization type|relationship type|kundentyp|kundenart|type de client|tipo de cliente|tipo',
    ],
    [
      0.9,
      'business type|store type|type store|facility type|hospital type|type of account|institution type|record type|account record type|typ|provider type',
    ],
    [
      0.7,
      'category|account category|customer category|lifecycle stage|relationship|kategorie|categorie|categoria|format|customer group|kundengruppe',
    ],
    [0.6, 'account status|customer status|ownership|ownership type|hospital ownership|status'],
  ],
  industry: [
    [
      1,
      'industry|account industry|primary industry|company industry|branche|vertical|industria|industry name|industry vertical',
    ],
    [
      0.9,
      'sector|industry sector|secteur|secteur d activite|sektor|wirtschaftszweig|sector industrial|industry group|vertical market|markt',
    ],
    [
      0.75,
      'naics description|naics desc|sic description|sic desc|industry description|sub industry|naics|primary naics description|industry segment|industries|gics sector|branchenbezeichnung',
    ],
    [0.5, 'naics code|sic code|sic|specialty|line of business|business line|primary sic'],
  ],
  productLine: [
    [1, 'product line|product family|produktlinie|product group|ligne de produits|linea de producto|gamme'],
    [
      0.8,
      'product|products|products owned|product interest|producto|produkt|produkte|installed products|primary product|product category',
    ],
  ],
  tier: [
    [
      1,
      'tier|account tier|customer tier|icp tier|target tier|abc|abc class|abc klasse|abc klassifizierung|tier level|company tier',
    ],
    [
      0.85,
      'class|grade|account grade|account class|priority|account priority|prioritat|priorite|prioridad|classification|customer class|klasse|kundenklasse',
    ],
    [0.7, 'rating|account rating|ranking|lead rating'],
  ],
  street: [
    [
      1,
      'street|street address|address line 1|address 1|address1|address|address street|street 1|street line 1|address 1 street 1|addr|street name',
    ],
    [
      0.95,
      'strasse|adresse|direccion|calle|rue|strasse und hausnummer|strasse hausnummer|anschrift|adresse 1|streetaddr|street addr|address line1|line 1',
    ],
    [
      0.75,
      'full address|address string|mailing address full|complete address|formatted address|headquarters address|location address|address full',
    ],
    [0.6, 'st'],
    [0.5, 'address 2|address line 2|address2|street 2'],
  ],
  city: [
    [
      1,
      'city|city name|town|address city|city town|ort|stadt|ville|ciudad|localidad|commune|municipality|city town village locality|city municipality|municipality city|city village|address 1 city',
    ],
    [
      0.9,
      'locality|plaats|poblacion|comune|comuna|comuna nombre|nombre comuna|localidad nombre|nombre localidad|citta|cidade|municipio|wohnort|post town|place|suburb|city locality|metro',
    ],
    [
      0.8,
      'location|headquarters|headquarters location|headquarter|hq location|locations|all locations|location hq|hq|city state|city state zip|city and state|standort|sitz|siege|sede|headquarters city state',
    ],
  ],
  county: [
    [
      1,
      'county|county name|landkreis|kreis|county parish|comte|condado|parish|address county|county parish name',
    ],
    [0.6, 'county fips|countyfips|fips|county code|fips county'],
  ],
  state: [
    [
      1,
      'state|state province|province|state name|address state|state region|state or province|bundesland|estado|provincia|state code|address 1 state province',
    ],
    [
      0.95,
      'state abbr|state abbreviation|us state|province state|prov|state full|state territory|st|state county|state province code|departement|kanton|stateprovince|state cd',
    ],
    [
      0.75,
      'region|region state|province region|region province|stateorregion|land bundesland|region code|department|state s|state l|st name|stname|stalp|st alp|state alpha|rg|reg',
    ],
  ],
  postalCode: [
    [
      1,
      'zip postal code|zip code|postal code|zip|zipcode|postcode|post code|plz|postleitzahl|code postal|codigo postal|address postal code|address 1 zip postal code',
    ],
    [
      0.95,
      'postal|pincode|pin code|pin|zip5|zip 5|zip code 5|cap|cp|c p|postal zip|zip postal|postal zip code|address zip|postnummer|zip code postal code|billing code|zip or postal code|cod postal|zip postalcode',
    ],
    [0.5, 'zip4|zip 4|zip plus 4|zip9|zip 9|zip code 4'],
  ],
  country: [
    [
      1,
      'country|country region|country name|address country|pays|pais|country code|country region name|iso country|country iso|address 1 country region',
    ],
    [
      0.92,
      'land|nation|country region code|iso country code|country iso code|staat|paese|nazione|country 2|country code 2|country abbreviation|landeskennzeichen|ctry|cty|lkz',
    ],
  ],
  latitude: [
    [
      1,
      'latitude|lat|address latitude|geo latitude|latitud|breitengrad|address 1 latitude|geolocation latitude|latitude deg|geo lat|gps latitude',
    ],
    [0.9, 'y coordinate|geocode latitude|lat dd|gps lat|breite|geo breite|location latitude|map latitude'],
    [0.55, 'y|y coord|coord y'],
  ],
  longitude: [
    [
      1,
      'longitude|lon|lng|long|address longitude|geo longitude|longitud|langengrad|address 1 longitude|geolocation longitude|geo lon|geo lng|gps longitude',
    ],
    [
      0.9,
      'x coordinate|geocode longitude|lon dd|gps lon|gps lng|lange|geo lange|location longitude|map longitude|longtitude',
    ],
    [0.55, 'x|x coord|coord x'],
  ],
  currency: [
    [
      1,
      'currency|currency code|account currency|iso currency|currency iso code|wahrung|devise|moneda|transaction currency|currency iso|arr currency',
    ],
    [0.8, 'curr|ccy|wahrungscode|monnaie|divisa|currency name'],
  ],
  potential: [
    [
      1,
      'potential|account potential|sales potential|revenue potential|potential revenue|annual potential|potenzial|umsatzpotenzial|potentiel|potencial|potential value|market potential',
    ],
    [
      0.97,
      'tam|total addressable market|estimated potential|potential arr|potential acv|addressable spend|wallet|wallet size|wallet spend|opportunity potential|potential spend|addressable market',
    ],
    [
      0.8,
      'sam|whitespace|white space|opportunity size|estimated spend|predicted revenue|expected potential|expected mrr|expected arr|estimated mrr|estimated arr|potential mrr|annual spend|est spend|estimated opportunity|predicted spend|upside|propensity value|account value|expected revenue|kundenpotenzial|estimated annual spend|total spend',
    ],
  ],
  arr: [
    [
      1,
      'arr|annual recurring revenue|current arr|total arr|active arr|recurring revenue|arr amount|customer arr|account arr|ending arr',
    ],
    [
      0.9,
      'acv|annual contract value|contract value annual|annual value|annualized contract value|contract arr|booked arr|subscription arr|live arr|annualized recurring revenue|current acv|total acv|arr total',
    ],
    [
      0.7,
      'contract value|subscription revenue|recurring|annual contract|total contract value|tcv|current spend|vertragswert|wiederkehrender umsatz|mrr|monthly recurring revenue|monthly price|monthly fee|monthly charge|monthly charges|price per month|subscription amount|annual commit',
    ],
  ],
  openPipeline: [
    [
      1,
      'open pipeline|pipeline|pipeline amount|total open pipeline|open pipeline amount|total pipeline|pipeline value|total value of open deals|value of open deals|open deals total|open opportunity amount|open opp amount|open opportunities amount|total open deal value',
    ],
    [
      0.9,
      'open deal amount|open opportunity value|open pipe|pipeline arr|open opps amount|offene pipeline|pipeline total|open deals amount|open deals value|open opportunity pipeline|pipeline offen',
    ],
    [
      0.75,
      'weighted pipeline|opportunity amount|offene chancen|offene angebote|opportunity pipeline|recent deal amount|pipe',
    ],
  ],
  availableToRenew: [
    [
      1,
      'available to renew|atr|available to renew amount|renewal amount|renewal arr|up for renewal|arr up for renewal',
    ],
    [
      0.85,
      'renewals|renewal value|renewable arr|renewal base|renewing arr|verlangerungswert|atr amount|renewal pipeline',
    ],
  ],
  accountTarget: [
    [
      1,
      'account target|account quota|account goal|bottom up target|target per account|customer target|kundenziel|zielumsatz kunde|ziel je kunde|planumsatz kunde|objectif client|objetivo cliente',
    ],
    [0.7, 'sales target|revenue target|target revenue|target amount|zielumsatz'],
  ],
  bookingsYtd: [
    [
      1,
      'bookings or sales|gebuchtes oder verkauftes|bookings ytd|ytd bookings|sales ytd|ytd sales|bookings year to date|revenue ytd|ytd revenue|umsatz ytd|ca ytd',
    ],
    [
      0.85,
      'bookings|bookings last year|last year bookings|booked revenue|closed won revenue|won amount|won revenue|po amount|order amount|order total|invoiced|invoiced amount|billings|billed|net revenue|current year sales|current year bookings|fy bookings|ytd|bookings amount|sales this year|umsatz laufendes jahr|auftragseingang|total bookings|order intake|closed won amount|lifetime bookings|sales amount|py sales|ly sales|cy sales|py revenue|ly revenue|cy revenue|py bookings|prior year revenue|last year revenue|last year s sales|last year s revenue',
    ],
    [
      0.6,
      'spend|sales usd|total sales|gross sales|total value|total transaction value|total purchase value|amount|deal amount|total amount|purchase amount|total spent|lifetime value|ltv|sales last year|sales last 12 months|ltm sales|prior year sales|last year sales|orders|order value|sales volume|net sales|sales|ventes|ventas',
    ],
  ],
  annualRevenue: [
    [
      1,
      'annual revenue|company revenue|jahresumsatz|chiffre d affaires|ingresos anuales|annual turnover|company annual revenue|ca annuel|facturacion anual',
    ],
    [
      0.92,
      'revenue|revenues|annual sales|turnover|umsatz|total revenue|estimated revenue|est revenue|yearly revenue|estimated annual revenue|facturacion|ingresos|annual revenue amount|firm revenue',
    ],
    [
      0.75,
      'annual revenue base|revenue rounded|revenue range|revenue band|revenue mil|sales revenue|gross revenue|company sales|annual revenue range|revenue bucket|rev|est annual revenue|annual revenue bracket|sales volume us',
    ],
  ],
  grossMargin: [
    [
      1,
      'gross margin|gross margin percent|margin|margin percent|gm|gm percent|bruttomarge|marge brute|margen bruto|gross margin pct',
    ],
    [0.8, 'marge|margen|gp|gp percent|gross profit margin|contribution margin|deckungsbeitrag|db'],
  ],
  employees: [
    [
      1,
      'employees|number of employees|number employees|employee count|headcount|mitarbeiter|anzahl mitarbeiter|mitarbeiterzahl|effectif|effectifs|empleados|numero de empleados|employees total|total employees|employees all sites|emp count|empcount',
    ],
    [
      0.95,
      'number of employee|company employees|employee number|staff count|team size|workers|mitarbeiteranzahl|nombre d employes|nombre de salaries|salaries|employees count|company headcount|employees at all sites|employee total|num employees|employees all sites',
    ],
    [
      0.75,
      'company size|employee range|employees range|staff|ttl staff|size|employee size|number of workers|fte|employee band|full time employees|firm size|emp|tot emp|total emp|current employee estimate|employee estimate|employees estimate|estimated employees|est employees|total employee estimate|number of staff',
    ],
  ],
  workloadHours: [
    [
      1,
      'workload|workload hours|workload hrs|account workload|call hours|service hours|planned hours|aufwand|arbeitsaufwand|aufwand stunden|charge de travail|carga de trabajo',
    ],
    [
      0.75,
      'hours|annual hours|visit hours|hours per year|hrs|effort hours|stunden|estimated hours|coverage hours|hours required',
    ],
  ],
  icpScore: [
    [
      1,
      'icp score|icp|fit score|account score|account fit score|ideal customer profile score|icp fit|icp fit score|ideal customer profile',
    ],
    [
      0.8,
      'score|lead score|predictive score|propensity score|intent score|hubspot score|propensity|propensity to buy|model score|likelihood to buy|company score|engagement score',
    ],
  ],
  activities: [
    [
      1,
      'activities|activities 90d|activity count|number of activities|activities last 90 days|activities 90 days|number activities|total activities|activities 30d',
    ],
    [
      0.8,
      'touches|touchpoints|meetings|number of sales activities|number of times contacted|aktivitaten|activites|actividades|engagements|interactions|calls|visits|besuche|number of meetings|visits ytd|activities ytd|meetings 90d|touches 90d',
    ],
  ],
  wonDeals: [
    [
      1,
      'won|won deals|closed won|deals won|won opportunities|number of won opportunities|number won|won count|won opps|closed won count|opportunities won',
    ],
    [
      0.8,
      'wins|gewonnen|gagne|ganado|gewonnene chancen|gagnees|ganadas|number of closed won|deals closed won',
    ],
  ],
  lostDeals: [
    [
      1,
      'lost|lost deals|closed lost|deals lost|lost opportunities|number of lost opportunities|number lost|lost count|lost opps|closed lost count|opportunities lost',
    ],
    [0.8, 'losses|verloren|perdu|perdido|verlorene chancen|perdues|perdidas'],
  ],
  satisfaction: [
    [
      1,
      'csat|nps|satisfaction|customer satisfaction|nps score|csat score|csat nps|kundenzufriedenheit|zufriedenheit|satisfaction client|satisfaccion|net promoter score|satisfaction score',
    ],
    [0.75, 'health score|customer health score|account health score|customer health|health'],
  ],
  growth: [
    [
      1,
      'growth|growth rate|growth percent|yoy growth|revenue growth|wachstum|croissance|crecimiento|growth yoy|annual growth|arr growth|sales growth|growth pct',
    ],
    [
      0.7,
      'revenue percent change|percent change|yoy|percentage growth|growth 3 yrs|employee growth|headcount growth|yoy percent|umsatzwachstum|revenue change',
    ],
  ],
  churnRisk: [
    [
      1,
      'churn risk|churn|risk|renewal risk|churn probability|at risk|risk level|churn score|attrition risk|kundigungsrisiko|abwanderungsrisiko|risque|risque de churn|riesgo',
    ],
    [0.7, 'account health|health status|red account|risk status|churn likelihood|risk rating|risk category'],
  ],
  leadSource: [
    [
      1,
      'lead source|account source|original lead source|original source|lead origin|leadquelle|kontaktquelle|source du lead|origine du lead|origen del lead',
    ],
    [0.7, 'acquisition channel|marketing channel|original source type|source of lead|herkunft des leads'],
  ],
  competitor: [
    [
      1,
      'competitor|competitors|primary competitor|main competitor|wettbewerber|concurrent|competidor|incumbent competitor|competitor name|mitbewerber',
    ],
    [0.7, 'competition|incumbent|incumbent vendor|competitor presence|current vendor|competing product'],
  ],
  decisionMaker: [
    [1, 'decision maker|decision makers|key decision maker|entscheider|decideur|decisor|decision maker name'],
    [
      0.8,
      'primary contact|main contact|key contact|champion|ansprechpartner|interlocuteur|contacto principal|contact principal|primary contact name|hauptansprechpartner|hauptkontakt',
    ],
    [
      0.65,
      'contact name|contact|ceo|contacto|buyer|ceo name|contact person|kontakt|contact full name|kontaktperson',
    ],
  ],
  renewalDate: [
    [
      1,
      'renewal date|next renewal|next renewal date|contract renewal date|renewal|contract end date|contract end|subscription end date|vertragsende|date de renouvellement|fecha de renovacion|verlangerungsdatum',
    ],
    [
      0.8,
      'contract expiration|contract expiration date|contract expiry|expiration date|expiry date|end date|subscription renewal date|renews on|vertragsablauf|fin de contrat|fin de contrato|contract end dt|subscription end|license expiration|next renewal dt',
    ],
  ],
  closeDate: [
    [
      1,
      'close date|next close date|expected close date|closedate|opportunity close date|next opportunity close date|next opp close date|next deal close date|open opportunity close date|close date of the next open deal',
    ],
    [
      0.85,
      'expected close|estimated close date|est close date|next close|abschlussdatum|date de cloture|fecha de cierre|next open deal close date|next opp close|geplanter abschluss|voraussichtlicher abschluss|deal close date',
    ],
  ],
  lastActivity: [
    [
      1,
      'last activity|last activity date|last contacted|last contact date|last contact|last touch|last touch date|letzte aktivitat|letzter kontakt|derniere activite|dernier contact|ultima actividad|ultimo contacto',
    ],
    [
      0.85,
      'last engagement|last engagement date|last interaction|last cs touch|last csm touch|last sales touch|last touchpoint|last touchpoint date|last visit|last visit date|last meeting|last call|last sales activity|last activity on|last touched|letzter besuch|last activity timestamp|recent activity|last sales activity date|last call date|last meeting date|last logged activity',
    ],
  ],
  ownerChangeDate: [
    [
      1,
      'owner change date|owner changed date|last owner change|last owner change date|owner change|owner changed|ownership change date|owner last changed|owner last changed date',
    ],
    [
      0.85,
      'owner assigned date|owner assignment date|assigned date|owner since|date assigned|assignment date|owner start date|zustandig seit|owner effective date|account owner since|account owner change date',
    ],
  ],
  createdDate: [
    [
      1,
      'created date|create date|created time|creation time|created|created on|creation date|date created|account created date|created at|created timestamp|record created|createdat|signup date|sign up date|erstellt|erstellt am|erstelldatum|angelegt am|date de creation|fecha de creacion|creation timestamp',
    ],
    [
      0.6,
      'customer since|client since|date added|kunde seit|client depuis|cliente desde|start of relationship|account opened|date entered|acquisition date',
    ],
  ],
  excludeFromReassignment: [
    [
      1,
      'exclude from reassignment|do not reassign|exclude|no reassignment|exclude from territory|exclude from realignment|do not move|exclude from planning|exclude from carve|nicht neu zuordnen|keep with owner',
    ],
    [
      0.75,
      'protected|keep owner|freeze|frozen|owner locked|reassignment exclusion|locked account|excluded|exempt|hold|holdout|ausgeschlossen|ne pas reaffecter|no reasignar|geschutzt',
    ],
  ],
  named: [
    [1, 'named account|named|is named|named acct|named account flag|is named account'],
    [
      0.85,
      'strategic account|strategic|key account|target account|global account|top account|is strategic|grosskunde|schlusselkunde|grand compte|cuenta clave|is key account|is target account|key customer|strategic flag|abm|abm target|abm account|schlusselaccount|is global',
    ],
  ],
  lock: [
    [1, 'lock|lock kind|lock type|territory lock|account lock|sperre|lock reason'],
    [0.7, 'locked|pin|pinned|fix|fixed|gesperrt|verrou'],
  ],
  coverage: [
    [1, 'coverage|coverage model|account coverage|coverage type|sales coverage|betreuungsmodell'],
    [0.85, 'go to market model|gtm model|gtm motion|sales motion|vertriebsweg|betreuungsart'],
  ],
};
