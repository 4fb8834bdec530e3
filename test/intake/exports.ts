import type { AccountField } from '../../src/plan/fields';

/** A made-up export: its text, and which header should be taken for which field. */
export interface ExportFixture {
  readonly name: string;
  readonly text: string;
  readonly fields: Partial<Record<AccountField, string>>;
}

/** Exports as the vendors' tools write them, with invented accounts. Columns not named are to be left alone. */
export const EXPORTS: readonly ExportFixture[] = [
  {
    name: 'Salesforce account report',
    text: `
Account ID (18)|Account Owner: Full Name|Account Name|Type|Rating|Last Activity|Last Modified Date|Billing Street|Billing City|Billing State/Province|Billing Zip/Postal Code|Billing Country|Parent Account: Account ID (18)|Annual Revenue|Employees|Industry|Account Potential (converted)|Account Potential (converted) Currency
0015f00000AbCdEAAV|Ana Silva|Alder Works Inc|Customer|Hot|7/14/2025|1/2/2026|12 Oak St|Denver|CO|80202|United States||1200000|120|Energy|50000|USD
0015f00000AbCdFAAV|Ben Cole|Birch Foods LLC|Prospect|Cold|12/30/2025|1/2/2026|4 Elm Ave|Boulder|CO|80301|United States|0015f00000AbCdEAAV|800000|45|Food|12000|USD
0015f00000AbCdGAAV|Ana Silva|Cedar Bank|Customer|Warm|3/22/2025|1/5/2026|77 Pine Rd|Austin|TX|78701|United States||9900000|900|Banking|250000|USD
0015f00000AbCdHAAV|Cho Min|Dune Health Group|Customer|Hot|5/6/2025|1/5/2026|1 Main St|Dallas|TX|75201|United States||450000|33|Healthcare|8000|USD`,
    fields: {
      accountId: 'Account ID (18)',
      owner: 'Account Owner: Full Name',
      accountName: 'Account Name',
      type: 'Type',
      tier: 'Rating',
      lastActivity: 'Last Activity',
      street: 'Billing Street',
      city: 'Billing City',
      state: 'Billing State/Province',
      postalCode: 'Billing Zip/Postal Code',
      country: 'Billing Country',
      parentId: 'Parent Account: Account ID (18)',
      annualRevenue: 'Annual Revenue',
      employees: 'Employees',
      industry: 'Industry',
      potential: 'Account Potential (converted)',
      currency: 'Account Potential (converted) Currency',
    },
  },
  {
    name: 'Salesforce data loader',
    text: `
Id|IsDeleted|Name|ParentId|BillingStreet|BillingCity|BillingState|BillingPostalCode|BillingCountry|BillingLatitude|BillingLongitude|ShippingStreet|ShippingCity|ShippingState|ShippingPostalCode|ShippingCountry|Phone|Website|Industry|AnnualRevenue|NumberOfEmployees|OwnerId|CreatedDate|CreatedById|LastActivityDate|ARR__c|Open_Pipeline__c|Segment__c|Churn_Risk__c|Renewal_Date__c|Ultimate_Parent_Id__c|CurrencyIsoCode
0015f00000AbCdEAAV|FALSE|Alder Works|0015f00000AbCdGAAV|12 Oak St|Denver|CO|80202|United States|39.75|-104.99|9 Dock Rd|Aurora|CO|80010|United States|(303) 555-0100|alder.example.com|Energy|1200000|120|0055f000001abcDAAQ|2021-04-05T10:00:00.000+0000|0055f000001abcDAAQ|2025-11-02|15000|4000|SMB|Low|2026-03-31|0015f00000AbCdGAAV|USD
0015f00000AbCdFAAV|FALSE|Birch Foods||4 Elm Ave|Boulder|CO|80301|United States|40.02|-105.27||||||(303) 555-0101|birch.example.com|Food|800000|45|0055f000001abcEAAQ|2022-04-05T10:00:00.000+0000|0055f000001abcDAAQ|2025-10-12|22000|0|MM|High|2026-06-30|0015f00000AbCdGAAV|USD
0015f00000AbCdGAAV|FALSE|Cedar Bank||77 Pine Rd|Austin|TX|78701|United States|30.27|-97.74||||||(512) 555-0102|cedar.example.com|Banking|9900000|900|0055f000001abcDAAQ|2020-01-15T10:00:00.000+0000|0055f000001abcDAAQ|2025-12-24|90000|25000|ENT|Low|2027-01-31||EUR`,
    fields: {
      accountId: 'Id',
      accountName: 'Name',
      parentId: 'ParentId',
      street: 'BillingStreet',
      city: 'BillingCity',
      state: 'BillingState',
      postalCode: 'BillingPostalCode',
      country: 'BillingCountry',
      latitude: 'BillingLatitude',
      longitude: 'BillingLongitude',
      industry: 'Industry',
      annualRevenue: 'AnnualRevenue',
      employees: 'NumberOfEmployees',
      ownerId: 'OwnerId',
      createdDate: 'CreatedDate',
      lastActivity: 'LastActivityDate',
      arr: 'ARR__c',
      openPipeline: 'Open_Pipeline__c',
      segment: 'Segment__c',
      churnRisk: 'Churn_Risk__c',
      renewalDate: 'Renewal_Date__c',
      ultimateParentId: 'Ultimate_Parent_Id__c',
      currency: 'CurrencyIsoCode',
    },
  },
  {
    name: 'HubSpot companies',
    text: `
Record ID|Company name|Company owner|Create Date|Phone Number|Last Activity Date|City|State/Region|Postal Code|Country/Region|Industry|Number of Employees|Annual Revenue|Lifecycle Stage|Parent Company|Total open deal value|Number of times contacted|Company Domain Name|Ideal Customer Profile Tier
9001|Alder Works|Ana Silva|2024-02-01 09:12|+1 303 555 0100|2025-11-03 14:00|Denver|CO|80202|United States|ENERGY|120|1200000|customer||40000|12|alder.example.com|Tier 1
9002|Birch Foods|Ben Cole|2024-03-11 09:12|+1 303 555 0101|2025-10-03 14:00|Boulder|CO|80301|United States|FOOD_BEVERAGES|45|800000|lead|Alder Works|12500|3|birch.example.com|Tier 2
9003|Cedar Bank|Ana Silva|2023-07-21 09:12|+1 512 555 0102|2025-09-13 14:00|Austin|TX|78701|United States|BANKING|900|9900000|customer||250000|40|cedar.example.com|Tier 1`,
    fields: {
      accountId: 'Record ID',
      accountName: 'Company name',
      owner: 'Company owner',
      createdDate: 'Create Date',
      lastActivity: 'Last Activity Date',
      city: 'City',
      state: 'State/Region',
      postalCode: 'Postal Code',
      country: 'Country/Region',
      industry: 'Industry',
      employees: 'Number of Employees',
      annualRevenue: 'Annual Revenue',
      type: 'Lifecycle Stage',
      parentName: 'Parent Company',
      openPipeline: 'Total open deal value',
      activities: 'Number of times contacted',
      tier: 'Ideal Customer Profile Tier',
    },
  },
  {
    name: 'Dynamics accounts',
    text: `
(Do Not Modify) Account|(Do Not Modify) Row Checksum|(Do Not Modify) Modified On|Account Name|Main Phone|Address 1: Street 1|Address 1: City|Address 1: State/Province|Address 1: ZIP/Postal Code|Address 1: Country/Region|Address 1: Latitude|Address 1: Longitude|Address 2: City|Owner|Territory|Annual Revenue|Number of Employees|Parent Account|Industry|Currency|Relationship Type|Primary Contact
1b3f0a10-2222-4444-8888-abcdefabcdef|k3J+ab/9x==|46000.5|Alder Works|303-555-0100|12 Oak St|Denver|CO|80202|USA|39.75|-104.99|Aurora|Ana Silva|Mountain|1200000|120|Cedar Bank|Energy|US Dollar|Customer|Pat Low
1b3f0a11-2222-4444-8888-abcdefabcdef|p0J+ab/9x==|46001.5|Birch Foods|303-555-0101|4 Elm Ave|Boulder|CO|80301|USA|40.02|-105.27||Ben Cole|Mountain|800000|45||Food|US Dollar|Prospect|Kim Roe
1b3f0a12-2222-4444-8888-abcdefabcdef|z9J+ab/9x==|46002.5|Cedar Bank|512-555-0102|77 Pine Rd|Austin|TX|78701|USA|30.27|-97.74||Ana Silva|South|9900000|900||Banking|US Dollar|Customer|Lee Day`,
    fields: {
      accountId: '(Do Not Modify) Account',
      accountName: 'Account Name',
      street: 'Address 1: Street 1',
      city: 'Address 1: City',
      state: 'Address 1: State/Province',
      postalCode: 'Address 1: ZIP/Postal Code',
      country: 'Address 1: Country/Region',
      latitude: 'Address 1: Latitude',
      longitude: 'Address 1: Longitude',
      owner: 'Owner',
      currentTerritory: 'Territory',
      annualRevenue: 'Annual Revenue',
      employees: 'Number of Employees',
      parentName: 'Parent Account',
      industry: 'Industry',
      currency: 'Currency',
      type: 'Relationship Type',
      decisionMaker: 'Primary Contact',
    },
  },
  {
    name: 'Zoho accounts',
    text: `
Record Id|Account Name|Account Owner|Account Type|Industry|Annual Revenue|Employees|Billing Street|Billing City|Billing State|Billing Code|Billing Country|Shipping City|Shipping Code|Created Time|Territories
zcrm_4150868000000225013|Alder Works|Ana Silva|Customer|Energy|1200000|120|12 Oak St|Denver|Colorado|80202|United States|Aurora|80010|2024-01-05 10:00:00|Mountain
zcrm_4150868000000225014|Birch Foods|Ben Cole|Prospect|Food|800000|45|4 Elm Ave|Boulder|Colorado|80301|United States|||2024-02-05 10:00:00|Mountain
zcrm_4150868000000225015|Cedar Bank|Ana Silva|Customer|Banking|9900000|900|77 Pine Rd|Austin|Texas|78701|United States|||2024-03-05 10:00:00|South`,
    fields: {
      accountId: 'Record Id',
      accountName: 'Account Name',
      owner: 'Account Owner',
      type: 'Account Type',
      industry: 'Industry',
      annualRevenue: 'Annual Revenue',
      employees: 'Employees',
      street: 'Billing Street',
      city: 'Billing City',
      state: 'Billing State',
      postalCode: 'Billing Code',
      country: 'Billing Country',
      createdDate: 'Created Time',
      currentTerritory: 'Territories',
    },
  },
  {
    name: 'Pipedrive organisations',
    text: `
Organization - ID|Organization - Name|Organization - Owner|Organization - Address|Organization - City/town/village/locality|Organization - State/county|Organization - ZIP/Postal code|Organization - Country|Organization - Open deals|Organization - Won deals|Organization - Lost deals|Organization - Last activity date
11|Alder Works|Ana Silva|12 Oak St, Denver|Denver|Colorado|80202|United States|3|5|1|2025-10-01
12|Birch Foods|Ben Cole|4 Elm Ave, Boulder|Boulder|Colorado|80301|United States|0|2|4|2025-11-01
13|Cedar Bank|Ana Silva|77 Pine Rd, Austin|Austin|Texas|78701|United States|1|9|0|2025-12-01`,
    fields: {
      accountId: 'Organization - ID',
      accountName: 'Organization - Name',
      owner: 'Organization - Owner',
      street: 'Organization - Address',
      city: 'Organization - City/town/village/locality',
      state: 'Organization - State/county',
      postalCode: 'Organization - ZIP/Postal code',
      country: 'Organization - Country',
      wonDeals: 'Organization - Won deals',
      lostDeals: 'Organization - Lost deals',
      lastActivity: 'Organization - Last activity date',
    },
  },
  {
    name: 'federal hospital layer',
    text: `
X|Y|OBJECTID|ID|NAME|ADDRESS|CITY|STATE|ZIP|ZIP4|TELEPHONE|TYPE|STATUS|POPULATION|COUNTY|COUNTYFIPS|COUNTRY|LATITUDE|LONGITUDE|NAICS_CODE|NAICS_DESC|WEBSITE|ALT_NAME|ST_FIPS|OWNER|TTL_STAFF|BEDS|TRAUMA|HELIPAD
-9636000|3660000|1|5793230|ALPHA GENERAL HOSPITAL|12 OAK STREET|DENVER|CO|80202|NOT AVAILABLE|(303) 555-0100|GENERAL ACUTE CARE|OPEN|88|DENVER|8031|USA|39.75|-104.99|622110|GENERAL MEDICAL AND SURGICAL HOSPITALS|NOT AVAILABLE|NOT AVAILABLE|8|PROPRIETARY|-999|88|LEVEL III|Y
-9636001|3660001|2|5793231|BETA MEDICAL CENTER|4 ELM AVENUE|BOULDER|CO|80301|NOT AVAILABLE|(303) 555-0101|CRITICAL ACCESS|OPEN|-999|BOULDER|8013|USA|40.02|-105.27|622110|GENERAL MEDICAL AND SURGICAL HOSPITALS|NOT AVAILABLE|NOT AVAILABLE|8|NON-PROFIT|-999|-999|NOT AVAILABLE|N
-9636002|3660002|3|5793232|GAMMA CHILDREN'S HOSPITAL|77 PINE ROAD|AUSTIN|TX|78701|NOT AVAILABLE|(512) 555-0102|CHILDREN|OPEN|210|TRAVIS|48453|USA|30.27|-97.74|622110|GENERAL MEDICAL AND SURGICAL HOSPITALS|NOT AVAILABLE|NOT AVAILABLE|48|GOVERNMENT - LOCAL|-999|210|LEVEL I|Y
-9636003|3660003|4|5793233|DELTA REHAB HOSPITAL|1 MAIN STREET|DALLAS|TX|75201|NOT AVAILABLE|(214) 555-0103|REHABILITATION|CLOSED|60|DALLAS|48113|USA|32.78|-96.8|622310|SPECIALTY HOSPITALS|NOT AVAILABLE|NOT AVAILABLE|48|PROPRIETARY|-999|60|NOT AVAILABLE|N`,
    fields: {
      accountId: 'ID',
      accountName: 'NAME',
      street: 'ADDRESS',
      city: 'CITY',
      state: 'STATE',
      postalCode: 'ZIP',
      type: 'TYPE',
      county: 'COUNTY',
      country: 'COUNTRY',
      latitude: 'LATITUDE',
      longitude: 'LONGITUDE',
      industry: 'NAICS_DESC',
      employees: 'TTL_STAFF',
    },
  },
  {
    name: 'hospital compare list',
    text: `
Facility ID|Facility Name|Address|City/Town|State|ZIP Code|County/Parish|Telephone Number|Hospital Type|Emergency Services
010001|ALPHA GENERAL|12 OAK ST|DENVER|CO|80202|DENVER|(303) 555-0100|Acute Care Hospitals|Yes
010005|BETA MEDICAL CENTER|4 ELM AVE|BOULDER|CO|80301|BOULDER|(303) 555-0101|Critical Access Hospitals|No
010006|GAMMA HOSPITAL|77 PINE RD|AUSTIN|TX|78701|TRAVIS|(512) 555-0102|Childrens|Yes`,
    fields: {
      accountId: 'Facility ID',
      accountName: 'Facility Name',
      street: 'Address',
      city: 'City/Town',
      state: 'State',
      postalCode: 'ZIP Code',
      county: 'County/Parish',
      type: 'Hospital Type',
    },
  },
  {
    name: 'coffee shop locator',
    text: `
Brand|Store Number|Store Name|Ownership Type|Street Address|City|State/Province|Country|Postcode|Phone Number|Timezone|Longitude|Latitude
Cup Co|47370-257954|Meritxell, 96|Licensed|Av. Meritxell, 96|Andorra la Vella|7|AD|AD500|376818720|GMT+1:00 Europe/Andorra|1.53|42.51
Cup Co|22331-212325|Ajman Drive Thru|Licensed|1 Street 69, Al Jarf|Ajman|AJ|AE|||GMT+04:00 Asia/Dubai|55.47|25.42
Cup Co|5089-52413|Broadway & Main|Company Owned|77 Pine Rd|Austin|TX|US|787011234|512-555-0102|GMT-06:00 America/Chicago|-97.74|30.27
Cup Co|5090-52414|Elm Street|Company Owned|1 Main St|Dallas|TX|US|752011234|214-555-0103|GMT-06:00 America/Chicago|-96.8|32.78`,
    fields: {
      accountId: 'Store Number',
      accountName: 'Store Name',
      type: 'Ownership Type',
      street: 'Street Address',
      city: 'City',
      state: 'State/Province',
      country: 'Country',
      postalCode: 'Postcode',
      longitude: 'Longitude',
      latitude: 'Latitude',
    },
  },
  {
    name: 'start-up list',
    text: `
id|name|slug|website|all_locations|one_liner|team_size|industry|subindustry|launched_at|batch|status|isHiring
1|Alder|alder|https://alder.example.com|San Francisco, CA, USA; Remote|Better forests|12|B2B|B2B -> Energy|1326790856|W12|Active|TRUE
2|Birch|birch|https://birch.example.com|New York, NY, USA|Food for all|45|Consumer|Consumer -> Food|1343160007|S12|Active|FALSE
3|Cedar|cedar|https://cedar.example.com|Remote|Banks without branches|3|Fintech|Fintech -> Banking|1420070400|W15|Acquired|FALSE
4|Dune|dune|https://dune.example.com|London, England, United Kingdom|Sand as a service|7|B2B|B2B -> Industrials|1430070400|S15|Active|TRUE`,
    fields: {
      accountId: 'id',
      accountName: 'name',
      city: 'all_locations',
      employees: 'team_size',
      industry: 'industry',
      type: 'status',
    },
  },
  {
    name: 'fast-growing companies list',
    text: `
rank|company|workers|url|state_l|state_s|city|metro|growth|revenue|industry|yrs_on_list
1|Alder Works|227|https://x.example.com/a|California|CA|El Segundo|Los Angeles|158956.91|18.3 MM|Consumer Products|1
2|Birch Foods|191|https://x.example.com/b|New York|NY|New York|New York City|42148.39|4.6 MM|Food & Beverage|1
3|Cedar Bank|145|https://x.example.com/c|Texas|TX|Austin|Austin|36823.15|1.2 B|Financial Services|2`,
    fields: {
      accountName: 'company',
      employees: 'workers',
      state: 'state_l',
      city: 'city',
      growth: 'growth',
      annualRevenue: 'revenue',
      industry: 'industry',
    },
  },
  {
    name: 'largest companies list',
    text: `
Rank|Company|Industry|City|State|Zip Code|Website|Employees|Revenue (rounded)|CEO
1|Alder Works|Energy|Denver|Colorado|80202|alder.example.com|2,100,000|$681,000,000,000|Pat Low
2|Birch Foods|Food|Providence|Rhode Island|2903|birch.example.com|1,556,000|$638,000,000,000|Kim Roe
3|Cedar Bank|Banking|Austin|Texas|78701|cedar.example.com|400,000|$400,300,000,000|Lee Day`,
    fields: {
      accountName: 'Company',
      industry: 'Industry',
      city: 'City',
      state: 'State',
      postalCode: 'Zip Code',
      employees: 'Employees',
      annualRevenue: 'Revenue (rounded)',
      decisionMaker: 'CEO',
    },
  },
  {
    name: 'contact data vendor',
    text: `
Company Name|Website|Founded Year|Employees|Employee Range|Revenue (in 000s USD)|Primary Industry|Company Street Address|Company City|Company State|Company Zip Code|Company Country|Ultimate Parent Company Name|Company HQ Phone
Alder Works|alder.example.com|1999|120|101-250|1200|Energy|12 Oak St|Denver|Colorado|80202|United States|Cedar Bank|(303) 555-0100
Birch Foods|birch.example.com|2004|45|11-50|800|Food|4 Elm Ave|Boulder|Colorado|80301|United States|Birch Foods|(303) 555-0101
Cedar Bank|cedar.example.com|1911|900|501-1000|9900|Banking|77 Pine Rd|Austin|Texas|78701|United States|Cedar Bank|(512) 555-0102`,
    fields: {
      accountName: 'Company Name',
      employees: 'Employees',
      annualRevenue: 'Revenue (in 000s USD)',
      industry: 'Primary Industry',
      street: 'Company Street Address',
      city: 'Company City',
      state: 'Company State',
      postalCode: 'Company Zip Code',
      country: 'Company Country',
      ultimateParentName: 'Ultimate Parent Company Name',
    },
  },
  {
    name: 'investor database',
    text: `
Organization Name|Organization Name URL|Headquarters Location|Industries|Estimated Revenue Range|Number of Employees|Founded Date|Full Description
Alder|https://cb.example.com/alder|Denver, Colorado, United States|Energy, Solar|$1M to $10M|11-50|2015-01-01|Alder makes panels for homes. It was founded by foresters.
Birch|https://cb.example.com/birch|Berlin, Berlin, Germany|Food and Beverage|$10M to $50M|101-250|2011-06-01|Birch delivers food to offices. It works in six countries.
Cedar|https://cb.example.com/cedar|London, England, United Kingdom|Banking, FinTech|Less than $1M|1-10|2019-03-01|Cedar is a bank without branches. It has no cash either.`,
    fields: {
      accountName: 'Organization Name',
      city: 'Headquarters Location',
      industry: 'Industries',
      annualRevenue: 'Estimated Revenue Range',
      employees: 'Number of Employees',
    },
  },
  {
    name: 'home-made German list',
    text: `
Kunden-Nr.|Firma|Straße|PLZ|Ort|Bundesland|Land|Branche|Mitarbeiter|Umsatz (T€)|Potenzial|Betreuer|Gebiet|ABC-Klasse|Letzter Kontakt
10001|Ahorn GmbH|Hauptstr. 1|01067|Dresden|Sachsen|Deutschland|Energie|120|1.200|50.000,00 €|Anna Weber|Ost|A|12.03.2025
10002|Birke AG|Ringstr. 4|80331|München|Bayern|Deutschland|Lebensmittel|45|800|12.500,00 €|Ben Krause|Süd|B|30.11.2025
10003|Buche KG|Allee 77|50667|Köln|NRW|Deutschland|Banken|900|9.900|250.000,00 €|Anna Weber|West|A|01.02.2025`,
    fields: {
      accountId: 'Kunden-Nr.',
      accountName: 'Firma',
      street: 'Straße',
      postalCode: 'PLZ',
      city: 'Ort',
      state: 'Bundesland',
      country: 'Land',
      industry: 'Branche',
      employees: 'Mitarbeiter',
      annualRevenue: 'Umsatz (T€)',
      potential: 'Potenzial',
      owner: 'Betreuer',
      currentTerritory: 'Gebiet',
      tier: 'ABC-Klasse',
      lastActivity: 'Letzter Kontakt',
    },
  },
  {
    name: 'home-made French list',
    text: `
Code client|Raison sociale|Adresse|Code postal|Ville|Pays|Secteur d'activité|Effectif|Chiffre d'affaires|Commercial|Dernier contact
C-001|Alder SARL|12 rue du Lac|75008|Paris|France|Énergie|120|1 200 000 €|Anne Petit|12/03/2025
C-002|Bouleau SA|4 avenue Foch|69002|Lyon|France|Alimentation|45|800 000 €|Luc Morel|30/11/2025
C-003|Cèdre Banque|77 rue Pin|13001|Marseille|France|Banque|900|9 900 000 €|Anne Petit|01/02/2025`,
    fields: {
      accountId: 'Code client',
      accountName: 'Raison sociale',
      street: 'Adresse',
      postalCode: 'Code postal',
      city: 'Ville',
      country: 'Pays',
      industry: "Secteur d'activité",
      employees: 'Effectif',
      annualRevenue: "Chiffre d'affaires",
      owner: 'Commercial',
      lastActivity: 'Dernier contact',
    },
  },
  {
    name: 'home-made Spanish list',
    text: `
Código de cliente|Razón social|Dirección|Código postal|Ciudad|Provincia|País|Sector|Empleados|Facturación|Vendedor|Territorio
1|Aliso SL|Calle Lago 12|28001|Madrid|Madrid|España|Energía|120|1.200.000|Ana Ruiz|Centro
2|Abedul SA|Gran Vía 4|08001|Barcelona|Barcelona|España|Alimentación|45|800.000|Luis Gil|Este
3|Cedro Banco|Calle Pino 77|41001|Sevilla|Sevilla|España|Banca|900|9.900.000|Ana Ruiz|Sur`,
    fields: {
      accountId: 'Código de cliente',
      accountName: 'Razón social',
      street: 'Dirección',
      postalCode: 'Código postal',
      city: 'Ciudad',
      state: 'Provincia',
      country: 'País',
      industry: 'Sector',
      employees: 'Empleados',
      annualRevenue: 'Facturación',
      owner: 'Vendedor',
      currentTerritory: 'Territorio',
    },
  },
  {
    name: 'planning sheet with everything',
    text: `
Account ID|Account Name|Financial Ultimate Parent: Account ID (18)|Account Owner|Territory|Segment|Tier|ICP Score|ARR|Available to Renew (converted)|Open Pipeline|Bookings YTD|Gross Margin|Activities (90d)|Won|Lost|CSAT|Growth %|Churn Risk|Competitor|Decision Maker|Renewal Date|Close Date|Owner Change Date|Exclude from Reassignment|Named Account|Workload Hrs|Product Line|Billing Zip/Postal Code
A-001|Alder Works|0015f00000AbCdGAAV|Ana Silva|West|SMB|A|88|15000|5000|4000|2000|0.62|14|3|1|9|0.12|Low|Rivalsoft|Pat Low|2026-03-31|2026-01-15|2025-06-01|No|Yes|40|Core|80202
A-002|Birch Foods|0015f00000AbCdGAAV|Ben Cole|West|MM|B|61|22000|0|0|1500|0.55|3|1|2|7|-0.03|High||Kim Roe|2026-06-30||2025-01-01|Yes|No|25|Core|80301
A-003|Cedar Bank|0015f00000AbCdGAAV|Ana Silva|East|ENT|A|95|90000|90000|25000|30000|0.71|40|9|0|10|0.33|Low|Rivalsoft|Lee Day|2027-01-31|2026-02-28|2024-06-01|No|Yes|120|Plus|78701`,
    fields: {
      accountId: 'Account ID',
      accountName: 'Account Name',
      ultimateParentId: 'Financial Ultimate Parent: Account ID (18)',
      owner: 'Account Owner',
      currentTerritory: 'Territory',
      segment: 'Segment',
      tier: 'Tier',
      icpScore: 'ICP Score',
      arr: 'ARR',
      availableToRenew: 'Available to Renew (converted)',
      openPipeline: 'Open Pipeline',
      bookingsYtd: 'Bookings YTD',
      grossMargin: 'Gross Margin',
      activities: 'Activities (90d)',
      wonDeals: 'Won',
      lostDeals: 'Lost',
      satisfaction: 'CSAT',
      growth: 'Growth %',
      churnRisk: 'Churn Risk',
      competitor: 'Competitor',
      decisionMaker: 'Decision Maker',
      renewalDate: 'Renewal Date',
      closeDate: 'Close Date',
      ownerChangeDate: 'Owner Change Date',
      excludeFromReassignment: 'Exclude from Reassignment',
      named: 'Named Account',
      workloadHours: 'Workload Hrs',
      productLine: 'Product Line',
      postalCode: 'Billing Zip/Postal Code',
    },
  },
];
