import type { ExportFixture } from './exports';

/** What the CRMs write in other languages, with invented accounts. Columns not named are to be left alone. */
export const EXPORTS_ABROAD: readonly ExportFixture[] = [
  {
    name: 'Portuguese HubSpot export',
    text: `
Record ID|Nome da empresa|Proprietário da empresa|Data de criação|Número de telefone|Data da última atividade|Cidade|País/Região|Setor|Número de funcionários|Receita anual|Valor total dos negócios abertos
9001|Amieiro Ltda|Ana Silva|2024-02-01 09:12|+55 11 5550 0100|2025-11-03 14:00|Campinas|Brasil|Produtos químicos|120|1200000|40000
9002|Bétula SA|Beto Costa|2024-03-11 09:12|+55 11 5550 0101|2025-10-03 14:00|Santos|Brasil|Alimentos|45|800000|12500`,
    fields: {
      accountId: 'Record ID',
      accountName: 'Nome da empresa',
      owner: 'Proprietário da empresa',
      createdDate: 'Data de criação',
      lastActivity: 'Data da última atividade',
      city: 'Cidade',
      country: 'País/Região',
      industry: 'Setor',
      employees: 'Número de funcionários',
      annualRevenue: 'Receita anual',
      openPipeline: 'Valor total dos negócios abertos',
    },
  },
  {
    name: 'French Salesforce report',
    text: `
ID du compte|Nom du compte|Propriétaire du compte|Rue de facturation|Ville de facturation|Code postal de facturation|Pays de facturation|Rue d'expédition|Ville d'expédition|Secteur d'activité|Revenu annuel|Employés|Date de dernière activité
0015f00000AbCdEAAV|Aulne SA|Anne Petit|12 rue du Port|Lyon|69002|France|1 quai Sud|Paris|Énergie|1200000|120|2025-11-03
0015f00000AbCdFAAV|Bouleau SARL|Bruno Roy|4 avenue Foch|Lille|59000|France|||Alimentation|800000|45|2025-10-03`,
    fields: {
      accountId: 'ID du compte',
      accountName: 'Nom du compte',
      owner: 'Propriétaire du compte',
      street: 'Rue de facturation',
      city: 'Ville de facturation',
      postalCode: 'Code postal de facturation',
      country: 'Pays de facturation',
      industry: "Secteur d'activité",
      annualRevenue: 'Revenu annuel',
      employees: 'Employés',
      lastActivity: 'Date de dernière activité',
    },
  },
  {
    name: 'German Dynamics export',
    text: `
(Nicht ändern) Firma|(Nicht ändern) Geändert am|Firmenname|Firmennummer|Adresse 1: Ort|Adresse 1: Postleitzahl|Adresse 1: Land/Region|Primärer Kontakt|Besitzer|Jahresumsatz|Anzahl der Mitarbeiter|Branche
a1b2c3d4-0000-4000-8000-000000000001|2026-01-02|Erle GmbH|10001|Köln|50667|Deutschland|Ina Beck|Ana Silva|1200000|120|Energie
a1b2c3d4-0000-4000-8000-000000000002|2026-01-02|Birke AG|10002|Bonn|53111|Deutschland|Udo Lenz|Ben Cole|800000|45|Nahrung`,
    fields: {
      accountName: 'Firmenname',
      accountId: 'Firmennummer',
      city: 'Adresse 1: Ort',
      postalCode: 'Adresse 1: Postleitzahl',
      country: 'Adresse 1: Land/Region',
      decisionMaker: 'Primärer Kontakt',
      owner: 'Besitzer',
      annualRevenue: 'Jahresumsatz',
      employees: 'Anzahl der Mitarbeiter',
      industry: 'Branche',
    },
  },
  {
    name: 'Japanese list',
    text: `
取引先ID|会社名|都道府県|市区町村|住所|郵便番号|緯度|経度|業種|従業員数|売上高（百万円）|営業担当者
C-001|赤松商事|東京都|港区|芝1-2-3|105-0014|35.6537|139.7513|卸売|120|4300|佐藤 花子
C-002|白樺工業|大阪府|吹田市|江坂町4-5|564-0063|34.7590|135.4970|製造|45|980|鈴木 一郎`,
    fields: {
      accountId: '取引先ID',
      accountName: '会社名',
      state: '都道府県',
      city: '市区町村',
      street: '住所',
      postalCode: '郵便番号',
      latitude: '緯度',
      longitude: '経度',
      industry: '業種',
      employees: '従業員数',
      annualRevenue: '売上高（百万円）',
      owner: '営業担当者',
    },
  },
  {
    name: 'map layer, as map servers export it',
    text: `
X|Y|OBJECTID|IPEDSID|NAME|ADDRESS|CITY|STATE|ZIP|TYPE|STATUS|INST_SIZE|TOT_EMP
-104.99|39.75|1|163204|ALDER COLLEGE|12 OAK ST|DENVER|CO|80202|1|A|3|520
-105.27|40.02|2|192554|BIRCH INSTITUTE|4 ELM AVE|BOULDER|CO|80301|2|A|1|88
-97.74|30.27|3|201111|CEDAR UNIVERSITY|77 PINE RD|AUSTIN|TX|78701|2|M|2|1190`,
    fields: {
      longitude: 'X',
      latitude: 'Y',
      accountId: 'IPEDSID',
      accountName: 'NAME',
      street: 'ADDRESS',
      city: 'CITY',
      state: 'STATE',
      postalCode: 'ZIP',
      employees: 'TOT_EMP',
    },
  },
  {
    name: 'list of markets with glued headers',
    text: `
LocAddState|MktName|LocAddSt|LocAddCity|LocAddZip|x1|y1
Colorado|Alder Market|12 Oak St|Denver|80202|-104.99|39.75
Colorado|Birch Market|4 Elm Ave|Boulder|80301|-105.27|40.02
Texas|Cedar Market|77 Pine Rd|Austin|78701|-97.74|30.27`,
    fields: {
      state: 'LocAddState',
      accountName: 'MktName',
      street: 'LocAddSt',
      city: 'LocAddCity',
      postalCode: 'LocAddZip',
      longitude: 'x1',
      latitude: 'y1',
    },
  },
];
