import type { AccountField } from '../../plan/fields';
import type { Phrases } from './account-headers';

/**
 * Headers that the CRMs and registers write in other languages: German, French, Spanish, Portuguese,
 * Italian, Dutch, Japanese and Chinese. What English exports have is in `ACCOUNT_HEADERS`.
 */
export const ACCOUNT_HEADERS_ABROAD: Partial<Record<AccountField, Phrases>> = {
  accountId: [
    [
      0.95,
      'id du compte|id de compte|id compte|id de la cuenta|id de cuenta|id account|datensatz id|account nummer|firmennummer|firmen id|id de l enregistrement|id de fiche d informations|identifiant|identifiant client|numero de compte|id de registro|id de objeto|id do registro|id do objeto|codigo do cliente|id do cliente|id da conta|numero da conta|id record|codice cliente|id cliente|klantnummer|klantnr|klant id|kundenr|kundnr|kundnummer|numer klienta|relatienummer|debiteurnummer',
    ],
    [
      0.85,
      'siret|siren|vestigingsnummer|vestigings number|cnpj|cpf cnpj|nif|cif|partita iva|kvk nummer|codigo ibge empresa|handelsregisternummer|finess|numero finess',
    ],
    [
      0.95,
      '取引先 id|取引先コード|取引先番号|顧客コード|顧客番号|顧客 id|得意先コード|会社コード|企業コード|店舗コード|店舗番号|客户编号|客户 id|公司编号',
    ],
    [
      0.95,
      'musteri kodu|musteri number|musteri id|id klienta|id musteri|klient id|mushteri kodu|cari kod|cari kodu|firma kodu|chave do cliente|cliente chave|chave cliente|codigo da loja|kod klienta|numer klienta|kundenr',
    ],
    [0.7, '医療機関コード|法人番号|施設コード|施設番号|事業所番号'],
  ],
  accountName: [
    [
      1,
      'accountname|name des unternehmens|unternehmensname|name der organisation|nom du compte|nom de l organisation|denomination|denomination sociale|nom du client|enseigne|nombre de la cuenta|nombre de cuenta|nombre del negocio|nombre comercial|nome da empresa|nome da conta|conta nome|nome do cliente|razao social|nome fantasia|nome da organizacao|ragione sociale|nome azienda|nome account|nome cliente|bedrijfsnaam|klantnaam|firmanavn|kundenavn|virksomhedsnavn|selskapsnavn|kundnamn|foretagsnamn|nazwa firmy|nazwa klienta|accountnaam|naam bedrijf|firma name|name 1',
    ],
    [
      0.9,
      'nom pharmacie|nom de la pharmacie|nom magasin|nom du magasin|nom entreprise|nom societe|nom hopital|nom commerce|nombre tienda|nombre sucursal|nombre empresa|nombre establecimiento|nome loja|nome estabelecimento|nome filial|etablissement|nom etablissement|nom de l etablissement|nom du site|nom site|nom usuel|raison sociale etablissement|nome|navn|namn|nazwa|virksomhed|selskap|foretag|conta|cliente nome|fornecedor|azienda|denominazione|bedrijf|klant|naam|organisatie|einrichtung|name der einrichtung|krankenhaus|praxis|filiale|magasin|boutique|point de vente|tienda|sucursal|loja|negozio|punto vendita|winkel|agence|standortname|betrieb|handler|apotheke',
    ],
    [
      0.95,
      'musteri adi|musteri|mushteri adi|mushteri|cari adi|cari unvan|unvan|firma adi|sirket|sirket adi|eczane adi|bayi|bayi adi|concessionaria|concessionarias|concessionario|concesionario|concesionarios|revenda|revendedor|kunde navn|butik|butikk|apotek|forhandler|aterforsaljare|placowka|sklep|apteka|clinica|consultorio|farmacia',
    ],
    [
      0.95,
      'назва|название|наименование|найменування|клієнт|клиент|покупець|покупатель|контрагент|компания|компанія|організація|организация|торгова точка|торговая точка|назва клієнта|название компании',
    ],
    [1, '会社名|企業名|取引先名|顧客名|得意先名|法人名|商号|社名|公司名称|企业名称|客户名称|公司'],
    [
      0.95,
      '店舗名|名称|医療機関名|病院名|施設名|事業所名|会社|企業|取引先|顧客|得意先|法人の名称|医院名|学校名|店名|名前',
    ],
  ],
  parentId: [
    [
      1,
      'id der muttergesellschaft|ubergeordnete account id|id du compte parent|id de la cuenta principal|id da conta pai|id da empresa matriz',
    ],
    [
      0.9,
      'parent ods code|parent code|parent org id|parent organisation code|parent organization code|head office id|親取引先 id|親会社コード',
    ],
  ],
  parentName: [
    [
      1,
      'ubergeordneter account name|ubergeordneter account|mutterunternehmen|ubergeordnetes unternehmen|entreprise parente|entreprise mere|compte parent|empresa principal|cuenta principal|empresa matriz|empresa mae|conta pai|conta principal|controladora|casa madre|societa madre|moederbedrijf|moedermaatschappij|親会社|親会社名|親取引先|親取引先名|母公司',
    ],
    [0.75, 'gruppo|groupe|gruppe|konzernname|grupo|grupo economico|grupo empresarial|groep|tete de groupe'],
  ],
  owner: [
    [
      1,
      'accountinhaber|account inhaber|firmeninhaber datensatz|zustandiger mitarbeiter des unternehmens|eigentumer des unternehmens|besitzer des unternehmens|inhaber des accounts|proprietaire de l entreprise|proprietaire du compte|nom du proprietaire|propietario de la empresa|propietario de cuenta|propietario de la cuenta|proprietario da empresa|proprietario da conta|proprietario do registro|responsavel pela conta|proprietario azienda|titolare account|titolare dell account|eigenaar|accounteigenaar|eigenaar van bedrijf',
    ],
    [
      0.95,
      'vendedor responsavel|vendedor|nombre vendedor|nomvendedor|nombrevendedor|nomevendedor|responsavel|proprietario|executivo de contas|gerente de contas|gestor da conta|gestor de cuenta|agente commerciale|agente|venditore|commerciale|responsabile commerciale|accountmanager|vertegenwoordiger|verkoper|gebietsleiter|saelger|selger|saljare|kundeansvarlig|kundansvarig|opiekun|handlowiec|vertriebsbeauftragter|kundenberater|aussendienstmitarbeiter|delegue commercial|attache commercial|representante|representante comercial',
    ],
    [
      0.95,
      'temsilci|satis temsilcisi|musteri temsilcisi|plasiyer|vendedor atual|vendedor actual|przedstawiciel|przedstawiciel handlowy|przedst konta|opiekun|opiekun klienta|handlowiec|агент|менеджер|торговий представник|торговый представитель|ответственный|відповідальний|торговый агент',
    ],
    [
      1,
      '担当者|営業担当|営業担当者|担当営業|取引先所有者|会社の担当者|所有者|担当者名|负责人|业务员|销售代表',
    ],
  ],
  ownerId: [
    [
      0.95,
      'przedst konta|id przedstawiciela|id handlowca|vendedor id|id vendedor|id do vendedor|codvendedor|cod vendedor|codigo vendedor|codigo do vendedor|codigo del vendedor|cod vend|code vendeur|code commercial|vendeur code|vendeur id|id vendeur|vertreter id|id venditore|id commercial|id do proprietario|id del propietario|id du proprietaire|inhaber id|besitzer id|担当者 id|所有者 id|担当者コード',
    ],
  ],
  currentTerritory: [
    [
      0.95,
      'territorio de vendas|territorio|area de vendas|zona de ventas|zona de vendas|area commerciale|zona commerciale|verkoopgebied|rayon|テリトリー|担当エリア|担当地区|営業エリア|销售区域',
    ],
  ],
  region: [[0.85, 'regional|bolge|regiao de vendas|region de ventas|regional comercial|oblast']],
  segment: [
    [
      0.95,
      'segmento de mercado|segmento de clientes|segmento do cliente|segmento cliente|marktsegment|klantsegment|セグメント|顧客区分|顧客セグメント',
    ],
  ],
  type: [
    [
      0.95,
      'tipo de conta|tipo de cuenta|tipo de empresa|tipo cliente|tipo de compte|type de compte|type boutique|type de boutique|type magasin|type de magasin|type d entreprise|type site|type d etablissement|type etablissement|unternehmenstyp|accounttyp|kontotyp|art der einrichtung|rechtsform|tipo di cliente|tipo azienda|soort klant|種別|種類|取引先種別|区分|業態|医療機関の種類|施設種別|客户类型',
    ],
    [
      0.7,
      'lebenszyklusphase|phase du cycle de vie|etapa del ciclo de vida|fase do ciclo de vida|estagio do ciclo de vida|forme juridique',
    ],
  ],
  industry: [
    [
      1,
      'setor|setor de atividade|ramo de atividade|ramo|segmento de atuacao|industria principal|settore|settore di attivita|bedrijfstak|sector de actividad|secteur principal|branche d activite|hauptbranche|業種|業界|産業|行业',
    ],
    [
      0.85,
      'activite|activite principale|actividad|atividade|atividade principal|attivita|activiteit|libelle naf|libelle ape|cnae descricao|taetigkeit|geschaftsfeld|wz bezeichnung|診療科目',
    ],
    [0.5, 'code ape|code naf|cnae|cnae principal|ateco|wz code|sbi code'],
  ],
  productLine: [[0.9, 'linha de produto|linea di prodotto|productlijn|produtos|prodotti|製品|商品']],
  tier: [
    [
      0.9,
      'classificacao|clasificacion|classificazione|classement|einstufung|kundenwert|klantklasse|ランク|格付け|顧客ランク',
    ],
  ],
  street: [
    [1, 'адреса|адрес|вулиця|улица'],
    [
      1,
      'endereco|logradouro|endereco completo|indirizzo|via|adres|straat|straatnaam|strasse 1|rue 1|calle 1|rua|street and number|domicilio|direccion postal|adresse postale|postanschrift|住所|所在地|番地|町名番地|町名 番地|住所 1|住所1|地址|详细地址',
    ],
  ],
  city: [
    [1, 'місто|город|населений пункт|населенный пункт'],
    [
      1,
      'cidade|comune|municipio|plaats|woonplaats|gemeente|vestigingsplaats|poststed|postort|bynavn|by navn|postdistrikt|postitoimipaikka|miejscowosc|miasto|localite|poblacion|ville siege|ciudad o localidad|ortschaft|gemeinde|localisation|localizacion|localizacao|localizzazione|localidad|localidade|localita|commune|ville commune|cidade ibge|sehir|市区町村|市区町村名|市区郡|都市|市町村|城市',
    ],
    // One word that is a town in Danish, and nothing in a header alone elsewhere.
    [0.85, 'by|stad|ort stadt|stadt ort|sted'],
  ],
  county: [
    [0.9, 'ilce|arrondissement|freguesia|concelho|gemeentedistrict|regierungsbezirk|landkreis name|区县'],
  ],
  state: [
    [1, 'область|край|республика'],
    [
      1,
      'uf|uf ibge|estado uf|sigla uf|bundesland region|bundesland kanton|estado region|estado regiao|etat region|regione|provincie|departamento|comunidad autonoma|都道府県|都道府県名|州 都道府県|省份|省',
    ],
    [0.9, 'estado provincia|regiao|provincia regione|kanton name|land region'],
  ],
  postalCode: [
    [1, 'індекс|индекс|поштовий індекс|почтовый индекс'],
    [
      1,
      'cep|postnr|post nr|postnummer|kod pocztowy|psc|postinumero|codigo de enderecamento postal|codice postale|c a p|postcode|codigo postal zip|postleitzahl ort|code postal ville|郵便番号|邮编|邮政编码',
    ],
  ],
  country: [
    [1, 'країна|страна'],
    [
      1,
      'pais regiao|pais region|pays region|land region|paese regione|land regio|国|国名|国 地域|国家|国家 地区',
    ],
  ],
  latitude: [
    [1, 'широта'],
    [1, 'latitudine|breedtegraad|緯度|纬度'],
  ],
  longitude: [
    [1, 'довгота|долгота'],
    [1, 'longitudine|lengtegraad|経度|经度'],
  ],
  currency: [[1, 'valuta|moeda|wahrung iso|code devise|codigo de moneda|通貨|货币']],
  potential: [
    [
      0.95,
      'potencial de vendas|potencial de receita|potencial de compra|potenziale|potentieel|kaufpotenzial|umsatzpotential|potential umsatz|potentiel de vente|ポテンシャル',
    ],
  ],
  arr: [
    [
      0.95,
      'receita anual recorrente|ingresos recurrentes anuales|revenu annuel recurrent|jahrlich wiederkehrender umsatz|ricavi ricorrenti annuali|valor do contrato anual|valor anual del contrato',
    ],
  ],
  openPipeline: [
    [
      0.95,
      'valor total dos negocios abertos|valor total de negocios abiertos|montant total des transactions ouvertes|gesamtwert offener deals|gesamter offener dealwert|pipeline aberto|pipeline abierto|pipeline ouvert|pipeline em aberto',
    ],
  ],
  bookingsYtd: [
    [0.85, '購買金額|購入金額|売上金額|取引金額|累計売上|売上合計|購買金額合計|消费金额|销售额'],
    [
      0.75,
      'faturamento do ano|vendas|vendas ytd|ventas ytd|ventes ytd|fatturato ytd|omzet ytd|umsatz vorjahr|ca realise|chiffre d affaires realise|faturado',
    ],
  ],
  annualRevenue: [
    [
      0.97,
      'omsaetning|omsetning|omsattning|obrot|receita anual|faturamento anual|faturamento|revenu annuel|revenus annuels|ca|chiffre d affaire|chiffre d affaires annuel|ingresos|ingreso anual|ventas anuales|jahrlicher umsatz|umsatz pro jahr|jahresumsatz eur|fatturato|fatturato annuo|ricavi annuali|jaaromzet|omzet|年間売上|年間売上高|売上高|年商|年收入|营业额',
    ],
  ],
  grossMargin: [[0.9, 'margem bruta|margine lordo|brutomarge|marge pct|粗利率']],
  employees: [
    [
      0.97,
      'employes|nombre d employes siege|numero de funcionarios|n de funcionarios|qtd funcionarios|quantidade de funcionarios|funcionarios|colaboradores|numero de colaboradores|nombre de collaborateurs|collaborateurs|effectif total|tranche effectif|tranche d effectif|tranche effectifs|plantilla|n empleados|trabajadores|dipendenti|numero dipendenti|numero di dipendenti|addetti|aantal medewerkers|medewerkers|aantal werknemers|anzahl der mitarbeiter|beschaftigte|anzahl beschaftigte|従業員数|社員数|従業員|员工人数|员工数',
    ],
  ],
  activities: [
    [
      0.85,
      'atividades|attivita di vendita|numero de atividades|anzahl aktivitaten|numero de actividades|nombre d activites|besuche pro jahr|活動数',
    ],
  ],
  icpScore: [[0.75, 'pontuacao|puntuacion|punteggio|punkte|スコア']],
  growth: [[0.9, 'crescimento|crescita|groei|成長率']],
  churnRisk: [
    [
      0.9,
      'risco de churn|risco de cancelamento|riesgo de abandono|rischio di abbandono|risque de resiliation|解約リスク',
    ],
  ],
  competitor: [
    [0.95, 'concorrente|concorrentes|concurrente|concorrenza|concurrentie|competidores|競合|競合他社'],
  ],
  decisionMaker: [
    [
      0.85,
      'tomador de decisao|contato principal|contato|referente|contatto principale|contactpersoon|hauptansprechpartner|primarer kontakt|ansprechpartner name|decisionnaire|担当窓口|代表者名|联系人',
    ],
  ],
  renewalDate: [
    [
      0.95,
      'data de renovacao|data de vencimento do contrato|fim do contrato|vencimento do contrato|fecha de vencimiento|data rinnovo|scadenza contratto|verlengingsdatum|einddatum contract|echeance|date d echeance|契約終了日|更新予定日|契約更新日',
    ],
  ],
  closeDate: [
    [
      0.9,
      'data de fechamento|fecha de cierre estimada|date de fermeture|date de cloture prevue|data di chiusura|sluitdatum|schlusstermin|abschlusstermin|完了予定日',
    ],
  ],
  lastActivity: [
    [
      1,
      'data da ultima atividade|ultima atividade|ultimo contato|data do ultimo contato|fecha de la ultima actividad|fecha de ultima actividad|date de derniere activite|date de la derniere activite|datum der letzten aktivitat|letzte aktivitat am|letzter besuch am|data ultima attivita|ultima attivita|ultimo contatto|laatste activiteit|laatste contact|最終活動日|最終訪問日|最終接触日|最后活动日期',
    ],
  ],
  createdDate: [
    [
      1,
      'data de criacao|criado em|fecha de creacion|creado el|cree le|date de creation|erstellungsdatum|erstelldatum|angelegt|anlagedatum|data di creazione|creato il|aanmaakdatum|gemaakt op|作成日|作成日時|登録日|创建日期|创建时间',
    ],
    [0.6, 'data de cadastro|cliente desde|fecha de alta|date d entree en relation'],
  ],
  named: [
    [
      0.85,
      'conta estrategica|conta chave|cliente chave|key account kunde|grosskunden kz|cliente strategico|重点顧客',
    ],
  ],
};
