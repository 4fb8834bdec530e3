import type { Cell, SourceTable } from '../../plan/cells';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { headerWords, unglued } from './header-words';

/** What a row of a table is. `account` unless the headers and the keys say otherwise. */
export type RowKind =
  | 'account'
  /** Of these a customer has several: they can be summed up by customer. */
  | 'deal'
  | 'order'
  | 'subscription'
  | 'lead'
  | 'activity'
  | 'quote'
  /** Whatever it is: events, monthly figures, states of health, with several rows to a customer. */
  | 'record'
  /** These hold no customers. */
  | 'quota'
  | 'territory'
  | 'project'
  | 'team';

export interface RowMeaning {
  readonly kind: RowKind;
  /** Column of the customer's name and of its id, 0-based; absent where the rows name none. */
  readonly customer?: number;
  readonly customerId?: number;
}

interface Sign {
  readonly kind: Exclude<RowKind, 'account' | 'record' | 'team'>;
  /** Headers of such rows; as many different ones as `enough` tell them. */
  readonly marks: readonly RegExp[];
  readonly enough: number;
  /** Headers of what names such a row. Without one the customers must repeat. */
  readonly key: RegExp;
  /** What Salesforce's ids of such records begin with. */
  readonly prefix?: RegExp;
}

/** The number of an invoice, an order or a contract: `N° de facture`, `Código do pedido`. */
const NUMBER_ABROAD =
  /^(?:number|id|code|codigo) (?:de |del |di |da |do |della )?(?:facture|factura|fatura|fattura|commande|ordine|encomenda|contrat|contrato|contratto|dossier|zamowienia|faktury)(?: |$)/;
const FIRST_NAME = /^first ?name$|^vorname$|^prenom$/;
const LAST_NAME = /^last ?name$|^nachname$|^surname$/;

const SIGNS: readonly Sign[] = [
  {
    kind: 'quota',
    marks: [
      /^(?:(?:monthly|quarterly|annual|yearly|sales|rep|team) )?(?:goal|quota|target)(?: (?:owner|amount|name|value))?$|^goal metric$|^(?:meta|objectif|objetivo|obiettivo|ziel|zielumsatz|umsatzziel)(?: \S+)?$/,
      /^fiscal (?:period|year|quarter|month)$|^(?:period|quarter|month|monat|quartal|mois|mes|mese|trimestre)$/,
      /^parent goal$|^goal period type$|^attainment/,
    ],
    enough: 2,
    key: /^(?:(?:monthly|quarterly|annual|yearly|sales|rep|team) )?(?:goal|quota|target)\b|^(?:meta|objectif|objetivo|obiettivo|ziel|zielumsatz|umsatzziel)(?: |$)/,
  },
  {
    kind: 'project',
    marks: [
      /^(?:task|task name|activity name|work package|milestone|deliverable|arbeitspaket|vorgang)$/,
      /^(?:percent complete|complete percent|progress|completion)$/,
      /^(?:predecessors?|dependencies|wbs|wbs code|outline level)$/,
      /^(?:duration|effort|days)$/,
      /^(?:start|start date|begin)$/,
      /^(?:finish|end|end date|due date)$/,
      /^(?:assignee|assigned to|resource names?)$/,
    ],
    enough: 3,
    key: /^(?:task|task name|milestone|deliverable|work package|arbeitspaket|vorgang)$/,
  },
  {
    kind: 'quote',
    marks: [
      /^quote (?:id|number|name)$/,
      /^(?:discount|discount percent|payment terms|valid until|expiration date)$|discount/,
      /^(?:opportunity|deal) (?:id|name)$/,
    ],
    enough: 2,
    key: /^quote (?:id|number|name)$/,
  },
  {
    kind: 'deal',
    marks: [
      /^(?:opportunity|deal|opp|topic|potential deal)(?: (?:id|name|title|number))?$|^(?:id )?(?:verkaufschance|opportunite|oportunidad|oportunidade|negocio|opportunita|商談名|案件名)/,
      /^(?:sales |deal |opportunity |opp |pipeline )?(?:stage|stage ?name|phase|outcome|result)$|^(?:stage guess|etape|etapa|estagio|fase|vertriebsphase|verkaufsphase|フェーズ)$/,
      /^(?:win )?probability(?: percent)?$|^(?:wahrscheinlichkeit|probabilite|probabilidad|probabilidade|probabilita|確度)/,
      /^(?:est |estimated |expected |actual |deal )?(?:clos(?:e|ing|ed) (?:date|at|on|month|quarter|year)|closed)$|^(?:closedate|expected close|abschlussdatum|voraussichtlicher abschluss)$/,
      /^forecast category(?: name)?$/,
      /^(?:amount|value|importe|valor|montant|importo|betrag)$/,
      /^is ?(?:won|closed)$/,
      /^(?:est |estimated |expected |actual )(?:revenue|value)$|^(?:valor|importe|montant|valore|waarde) (?:estimad[oa]|estime|stimato|previst[oa]|esperado|prevu|verwacht)$|^(?:geschatzter|erwarteter) (?:umsatz|wert)$|^cierre previsto$|^(?:deal|opportunity|opp|close) (?:value|amount|size)$|^expected ?revenue$/,
      /^(?:next step|engage date|(?:sales )?cycle(?: (?:days|length))?|(?:loss|lost|closed lost|won|win loss) reason|reason lost)$/,
    ],
    enough: 2,
    key: /^(?:opportunity|deal|opp) (?:id|name|title|number)$|^(?:topic|opportunity|deal|商談名|案件名)$|^(?:id (?:do |da |de la |del |de l )?)?(?:oportunidade|oportunidad|opportunite|opportunita|verkaufschance|negocio)(?: id)?$/,
    prefix: /^006/,
  },
  {
    kind: 'order',
    marks: [
      /^(?:sales )?order(?: (?:id|number|date|key|line|line number))?$|^(?:auftragsnummer|bestellnummer|numero de commande|pedido)$/,
      /^invoice(?: ?(?:id|number|date|no))?$|^(?:rechnungsnummer|facture|factura)$/,
      /^(?:quantity|qty|units|menge|quantite|cantidad|quantidade|miktar|ilosc)(?: ordered)?$/,
      /^(?:unit ?price|price|price each|einzelpreis|prix unitaire|(?:precio|preco|prezzo|cena|fiyat|prijs)(?: (?:unitario|jednostkowa))?)$/,
      /^(?:product|product (?:id|name|key)|sku|item|stock code|stockcode|artikel|artikelnummer|produto|producto|produit|prodotto)$/,
      /^(?:ship date|shipped date|delivery date|purchase date|transaction date|ship mode)$/,
      /^(?:transaction|receipt|purchase|payment)(?: (?:id|number|no))?$/,
      /^(?:sales?|verkaufs?|venda|vente|venta|vendita|verkoop) (?:id|number|no|key)$|^id (?:venda|vente|venta|vendita|pedido|commande)$/,
      /^(?:sale|sales|order|verkaufs|kauf|bestell) ?(?:date|datum)$|^(?:data|fecha|date|datum)(?: (?:de |da |do |della )?(?:venda|vente|venta|vendita|commande|pedido|compra))?$/,
      /^(?:produkt|produto|produit|producto|prodotto|carro) (?:id|number)$|^id (?:produto|produit|producto|prodotto)$/,
      /^(?:valor|montant|importe|betrag) (?:de |da |do |della )?(?:venda|vente|venta|vendita|compra)$/,
      NUMBER_ABROAD,
      /^(?:date|data|fecha) (?:de |del |di |da |do |della )?(?:facture|factura|fatura|fattura|commande|paiement|pago|pagamento|zamowienia|dossier)$/,
      /^product uom qty$|^price (?:unit|subtotal|total)$/,
      /^partner (?:invoice|shipping) id$|^(?:order|picking) policy$|^date order$/,
    ],
    enough: 2,
    key: /^(?:(?:sales )?order|invoice|transaction|receipt|purchase|payment|sales?|verkaufs?|venda|vente|venta|vendita|verkoop) ?(?:id|number|no|key)$|^(?:auftragsnummer|bestellnummer|rechnungsnummer)$|^id (?:venda|vente|venta|vendita|pedido|commande|zamowienia|transakcji|transaccion|transacao)$|^(?:transakcja|transaccion|transacao) id$/,
    prefix: /^801/,
  },
  {
    kind: 'subscription',
    marks: [
      /^(?:subscription|contract|license|licence)(?: (?:id|number|name|status))?$|^vertragsnummer$/,
      /^(?:plan|plan (?:type|name|tier)|subscription (?:plan|type|tier)|billing (?:cycle|frequency|period))$/,
      /^(?:mrr|arr|monthly (?:price|fee|amount|revenue|charge)|price per seat|recurring amount|total commit value|contract value)$/,
      /^(?:seats|licenses|licences|users|term months|term|auto renew(?: flag)?)$/,
      /^(?:start|start date|subscription start|contract start)(?: date)?$/,
      /^(?:end|end date|subscription end|contract end|cancel(?:led)? date|churn date)(?: date)?$/,
    ],
    enough: 3,
    key: /^(?:subscription|contract|license|licence) (?:id|number)$|^vertragsnummer$/,
    prefix: /^800/,
  },
  {
    kind: 'lead',
    marks: [
      FIRST_NAME,
      LAST_NAME,
      /^lead (?:source|score|status|id|owner|priority)\b|^salutation$|^job title$|^title$/,
    ],
    enough: 2,
    key: /^(?:lead|contact|person) ?id$/,
    prefix: /^(?:00Q|003)/,
  },
  {
    kind: 'activity',
    marks: [
      /^(?:thread|ticket|case|message|call|meeting|activity|email|task|visit|besuch|visite|visita)(?: ?(?:id|number|date|type|datum))?$/,
      /^(?:sender|recipient|from|to|subject|body|content|message|betreff|objet|asunto|assunto|oggetto)$/,
      /^(?:sentiment|resolution|channel|priority|objection|outcome)$/,
      /^(?:call|meeting|task|email|visit) (?:outcome|status|result|direction|due date)$/,
      // The tour on which customers are seen: which day, which week, how often.
      /^(?:week ?day|visit day|week|jour|wochentag|dia|giorno|день|тиждень|неделя)(?: |$)/,
      /^(?:visit frequency|frequency|visit order|stop|besuchsfrequenz|frequence|frecuencia|порядок|періодичність|периодичность)$/,
      /^(?:(?:call |visit )?duration|dauer|duree)(?: (?:min|mins|minutes|hours|sec|seconds))?$/,
    ],
    enough: 2,
    key: /^(?:thread|ticket|case|message|call|meeting|activity|email|visit|task) ?(?:id|number)$/,
    prefix: /^(?:500|00T|00U)/,
  },
  {
    kind: 'territory',
    marks: [
      /^(?:territory|region|district)(?: (?:name|id|code))?$/,
      /^(?:manager|parent|parent territory|territory manager|owner)$/,
    ],
    enough: 2,
    key: /^territory (?:name|id|code)$/,
  },
];

/** Headers of the customer in rows of something else, the surest first: names, then ids. */
const CUSTOMER =
  /^(?:potential customer|associated company|account name|customer name|company name|client name|account|customer|company|client|organization|organization name|organisation|buyer|kunde|kundenname|firma|nom du client|cliente|(?:nombre|nome|razon social)(?: (?:de |del |do )?)?cliente|empresa|musteri adi|mushteri adi|cari adi|назва|назва клієнта|клієнт|клиент|название|контрагент|покупець|покупатель|顧客名|取引先名|会社名)$/;
const CUSTOMER_ID =
  /^(?:account|customer|company|client|organization|cust|acct|cliente|kunde|kunden|klant) ?(?:id|number|no|key|code|external(?: id)?)$|^(?:kundennummer|kunden number|numero client|id (?:cliente|client|kunde|klant)|(?:cod|codigo|number) (?:do |de |del )?cliente|cliente chave|chave (?:do )?cliente|(?:musteri|mushteri) kodu|cari kodu?|code client|account external|(?:id|number|numer) (?:klienta|musteri)|(?:musteri|klient|klienta) ?(?:id|number|numarasi)|associated (?:company|customer|account|contact)(?: (?:id|domain|domain name|e ?mail))|company domain(?: name)?|(?:account|customer|client|cliente|kunden) ?(?:user ?name|login|e ?mail))$/;
/** What stands for the customer where a record names none: the shop that was visited or sells, the lead of a deal. */
const INSTEAD =
  /^(?:retailer|dealer|outlet|store|shop|branch|pharmacy|hospital|clinic|doctor|hcp|site|distributor|reseller|partner|member|loja|tienda|magasin|filiale|filial|sucursal|empresa|distribuidor|haendler|handler) ?(?:id|number|key|code)$|^id (?:loja|tienda|magasin|filiale|sucursal|empresa|distribuidor)$|^(?:lead|prospect|contact) ?(?:id|number)$|^associated contact$/;
/** Lists of a thing must have so few customers to a row that these repeat. */
const REPEATS = 0.9;
const ENOUGH_ROWS = 8;
/** Rows that say nothing but who, when and how much are records of customers who have at least two each. */
const REPEATS_MUCH = 0.5;
const WHEN =
  /(?:^| )(?:tarih|tarix|dato|dag|date|datum|data|fecha|day|time|timestamp|month|monat|mois|mes|mese|week|year|jahr|annee|ano|anno)(?: |$)/;
const HOW_MUCH =
  /(?:^| )(?:mebleg|ciro|belop|belob|faturamento|faturado|fat|receita|fatturato|omzet|ca|tutar|kwota|amount|value|total|sales|revenue|price|payment|betrag|umsatz|wert|preis|montant|prix|importe|valor|precio|preco|importo|prezzo|bedrag|omzet)(?: |$)/;
/** Headers of what names a person of the team. */
const PERSON_ID =
  /^(?:sales ?)?(?:rep|agent|person|people|seller|employee|user|salesperson|rm|relationship manager|ae|am|csm|sdr|bdr|tsm|vertreter|mitarbeiter|vendedor|vendeur)s? ?(?:id|number|code|key)$/;
const PERSON_NAME =
  /^(?:sales ?)?(?:rep|agent|person|seller|employee|user|salesperson|vertreter|mitarbeiter|vendedor|vendeur)s? ?name$|^full name$|^name$/;

/** A currency behind a header's words: `Deal value USD`. */
const IN_CURRENCY = / (?:in )?(?:usd|eur|gbp|chf|cad|aud|inr|brl|jpy|mxn)$/;

/** Ids that another system gave: `AccountExtId__c`. */
const EXTERNAL_ID = / ext(?:ernal)? id$/;

/** What joins write behind columns of two systems: `contract_number_db`. */
const OF_A_COPY = / (?:db|crm|erp)$/;

/** Odoo's customer of an order is its partner, and what it calls the order is a name. */
function inOwnWords(phrases: readonly string[]): readonly string[] {
  const isOfLines = phrases.filter((phrase) => ORDER_LINE.test(phrase)).length > 0.5 * phrases.length;
  if (isOfLines) return phrases.map(lineWords);
  if (!phrases.some((phrase) => /^partner (?:invoice|shipping) id$/.test(phrase))) return phrases;
  return phrases.map((phrase) =>
    phrase === 'partner id' ? 'customer id' : phrase === 'name' ? 'order number' : phrase,
  );
}

const ORDER_LINE = /^order line /;

/** A path through an order's lines, `order_line/order_partner_id/display_name`, by what stands at its end. */
function lineWords(phrase: string): string {
  const words = phrase.replace(ORDER_LINE, '').replace(/^order id /, '');
  if (/^(?:order )?partner id(?: (?:display )?name)?$/.test(words)) return 'customer name';
  return /^(?:order )?partner id id$/.test(words) ? 'customer id' : words;
}

/**
 * What the rows of a table are, from its headers, from the ids of its records, and from whether customers repeat.
 * A list of accounts that shows a deal beside each (`Last opp name`, `Close Date`) stays a list of accounts.
 */
export function rowMeaning(source: SourceTable): RowMeaning {
  const phrases = inOwnWords(
    source.headers.map((header) =>
      unglued(headerWords(header).phrase)
        .replace(EXTERNAL_ID, ' id')
        .replace(IN_CURRENCY, '')
        .replace(OF_A_COPY, ''),
    ),
  );
  const customer = phrases.findIndex((phrase) => CUSTOMER.test(phrase));
  const customerId = idOfCustomer(source, phrases, customer);
  // One company in every row (the importer's, an id of nothing) tells no customers apart.
  if (customer >= 0 && isConstant(source, customer) && customerId < 0) return { kind: 'account' };
  const named = {
    ...(customer < 0 ? {} : { customer }),
    ...(customerId < 0 ? {} : { customerId }),
  };
  if (isTeam(source, phrases, customer >= 0 || customerId >= 0)) return { kind: 'team' };
  const isOfPeople =
    phrases.some((phrase) => FIRST_NAME.test(phrase)) && phrases.some((phrase) => LAST_NAME.test(phrase));
  for (const { kind, marks, enough, key, prefix } of SIGNS) {
    // Leads have a topic and a close date too, but a row of them is a person.
    if (isOfPeople && kind === 'deal') continue;
    // A line for each person is a team, whatever it says of quotas.
    if (kind === 'quota' && isOncePerPerson(source, phrases)) continue;
    const isOfKind = prefix !== undefined && idsBegin(source, phrases, prefix);
    const found = marks.filter((mark) => phrases.some((phrase) => mark.test(phrase))).length;
    if (!isOfKind && found < enough) continue;
    const isKeyed = isOfKind || phrases.some((phrase) => key.test(phrase));
    if (HOLDS_NONE.has(kind)) {
      if (isKeyed && customer < 0 && customerId < 0) return { kind };
      continue;
    }
    const who = customer >= 0 ? customer : customerId;
    // Lines of sales that say what was sold, how many and when, and to nobody.
    if (
      kind === 'order' &&
      who < 0 &&
      found >= SURELY &&
      namesNobody(source, phrases) &&
      !hasInstead(phrases)
    )
      return { kind };
    if (who < 0 && isKeyed && kind !== 'lead' && namesNobody(source, phrases)) {
      const instead = phrases.findIndex((phrase) => INSTEAD.test(phrase));
      return instead < 0 ? { kind } : { kind, customerId: instead };
    }
    const isSurely = kind === 'deal' && found >= SURELY;
    if (
      who < 0
        ? isKeyed && namesNobody(source, phrases)
        : repeats(source, who) || isSurely || (isKeyed && kind !== 'lead')
    )
      return { kind, ...named };
  }
  const who = customer >= 0 ? customer : customerId;
  const keyed = who < 0 ? undefined : keyedAs(source, phrases, who);
  if (keyed !== undefined) return { kind: keyed, ...named };
  if (isRecord(source, phrases, who)) return { kind: 'order', ...named };
  const again = who < 0 ? undefined : comesAgain(source, phrases, who);
  if (again !== undefined) return { kind: again, ...named };
  // What has a name of its own in each row is a customer, whichever branch it bought at.
  const mayStand = who < 0 && !isNamedEach(source, phrases);
  const instead = mayStand ? phrases.findIndex((phrase) => INSTEAD.test(phrase)) : -1;
  if (instead < 0) return { kind: 'account' };
  const record = { customerId: instead };
  if (phrases.some((phrase) => VISIT.test(phrase)) && repeats(source, instead))
    return { kind: 'activity', ...record };
  if (isRecord(source, phrases, instead)) return { kind: 'order', ...record };
  const kind = comesAgain(source, phrases, instead);
  return kind === undefined ? { kind: 'account' } : { kind, ...record };
}

/** The kind of record that each row has a number of, where its customers come again and again. */
function keyedAs(source: SourceTable, phrases: readonly string[], who: number): RowKind | undefined {
  if (distinctShare(source, who) >= REPEATS_MUCH) return undefined;
  return SIGNS.filter(({ kind }) => OF_CUSTOMERS.has(kind) && kind !== 'lead').find(({ key }) =>
    phrases.some((phrase, c) => c !== who && key.test(phrase) && distinctShare(source, c) === 1),
  )?.kind;
}

/** Kinds of which a row may be where its customers come again and again. */
const OF_CUSTOMERS = new Set<RowKind>(['deal', 'order', 'subscription', 'lead']);

/**
 * What rows are whose customers come again and again, each row with a key or a date of its own and with numbers: by
 * one mark of a kind, else records of whatever it is. Undefined where they are the places of a customer: its streets,
 * postcodes or coordinates differ.
 */
function comesAgain(source: SourceTable, phrases: readonly string[], who: number): RowKind | undefined {
  if (source.rowCount < ENOUGH_ROWS) return undefined;
  const isKeyed = refersTo(source, phrases, who);
  if (distinctShare(source, who) >= (isKeyed ? REPEATS : REPEATS_MUCH)) return undefined;
  // An id of the customer that no other row has makes each row a customer, whatever these are called.
  if (phrases.some((phrase, c) => CUSTOMER_ID.test(phrase) && distinctShare(source, c) === 1))
    return undefined;
  const others = phrases.map((_, c) => c).filter((c) => c !== who);
  if (others.some((c) => SITE.test(phrases[c] ?? '') && differsWithin(source, who, c))) return undefined;
  const [best] = SIGNS.filter(({ kind }) => OF_CUSTOMERS.has(kind))
    .map(({ kind, marks }) => ({
      kind,
      found: marks.filter((mark) => phrases.some((phrase) => mark.test(phrase) && !BARE_AMOUNT.test(phrase)))
        .length,
    }))
    .sort((a, b) => b.found - a.found);
  if (best !== undefined && best.found > 0) return best.kind;
  const isOfDays = (c: number) =>
    mostly(source, c, isDate) || (DAY_FORMAT.test(source.formats[c] ?? '') && mostly(source, c, isNumber));
  const hasOwn = others.some(
    (c) => (OWN_KEY.test(phrases[c] ?? '') && distinctShare(source, c) === 1) || isOfDays(c),
  );
  return isKeyed || (hasOwn && others.some((c) => !isOfDays(c) && mostly(source, c, isNumber)))
    ? 'record'
    : undefined;
}

/**
 * True if rows have a key of their own first, and behind it the id of the customer they belong to, as in tables of a
 * database: `event_id`, `account_id`. A plain name in each row makes it a customer, unless it is a person's.
 */
function refersTo(source: SourceTable, phrases: readonly string[], who: number): boolean {
  const [first = ''] = phrases;
  return (
    who > 0 &&
    CUSTOMER_ID.test(phrases[who] ?? '') &&
    OWN_KEY.test(first) &&
    !/^row\b/.test(first) &&
    distinctShare(source, 0) === 1 &&
    (PERSON_KEY.test(first) || namesNobody(source, phrases))
  );
}

/** An amount of anything: alone it tells no deal. */
const BARE_AMOUNT = /^(?:amount|value|importe|valor|montant|importo|betrag)$/;
const PERSON_KEY = /^(?:contact|person|people|user|member|lead) ?(?:id|number|key)$/;

const OWN_KEY = /(?:^| )(?:id|key|number)$/;
const LOOKED_AT = 40;
/** A format of cells that shows days. */
const DAY_FORMAT = /y.*d|d.*y/i;

const isNumber = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^[$€£]?\s*-?\d[\d.,\s]*$/.test(cell.trim()));
const isDate = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  /^(?:\d{4}-\d\d?(?:-\d\d?)?|\d\d?[./-]\d\d?[./-]\d{2,4})(?:[ T].*)?$/.test(cell.trim());

/** True if most of a column's first filled cells are of a kind. */
function mostly(source: SourceTable, column: number, is: (cell: Cell) => boolean): boolean {
  const filled = (source.columns[column] ?? []).filter((cell) => !isBlank(cell)).slice(0, LOOKED_AT);
  return filled.length > 0 && filled.filter(is).length > 0.7 * filled.length;
}

/** Headers of what tells the places of a customer apart. */
const SITE =
  /(?:^| )(?:street|address|strasse|adresse|direccion|endereco|indirizzo|adres|zip|zipcode|zip code|postal code|postcode|plz|lat|latitude|lon|lng|longitude|site|store|branch|location|city|town|ort)(?: |$)/;

/** True if a customer's rows have noticeably more values in a column than there are customers. */
function differsWithin(source: SourceTable, who: number, column: number): boolean {
  const pairs = new Set<string>();
  const customers = new Set<string>();
  for (let row = 0; row < source.rowCount; row++) {
    const cell = source.columns[column]?.[row];
    const name = source.columns[who]?.[row];
    if (cell === undefined || name === undefined || isBlank(cell) || isBlank(name)) continue;
    const key = trimText(cellText(name)).toLowerCase();
    customers.add(key);
    pairs.add(`${key}|${trimText(cellText(cell)).toLowerCase()}`);
  }
  return pairs.size > 1.3 * customers.size;
}

const isConstant = (source: SourceTable, column: number): boolean =>
  source.rowCount >= ENOUGH_ROWS && distinctShare(source, column) * source.rowCount < 1.5;

/** So many marks of an order, or of a deal, need no number of one. */
const SURELY = 4;
const hasInstead = (phrases: readonly string[]): boolean => phrases.some((phrase) => INSTEAD.test(phrase));

/** The date of a call on a customer. */
const VISIT =
  /^(?:visit|call|meeting|besuchs?|visite|visita) ?(?:date|datum|day)$|^(?:date|fecha|data) (?:de |di )?visit[ae]$/;

/**
 * The column of the customer's id; −1 where there is none, and where it numbers the rows of a list of records: each
 * has another id, while the names beside it come again.
 */
function idOfCustomer(source: SourceTable, phrases: readonly string[], customer: number): number {
  const id = phrases.findIndex((phrase) => CUSTOMER_ID.test(phrase));
  if (id < 0 || customer < 0 || source.rowCount < ENOUGH_ROWS) return id;
  const numbersRows = distinctShare(source, id) === 1 && distinctShare(source, customer) < REPEATS_MUCH;
  return numbersRows && isOfRecords(phrases) ? -1 : id;
}

/** True if headers say deals, orders or subscriptions. */
const isOfRecords = (phrases: readonly string[]): boolean =>
  SIGNS.some(
    ({ kind, marks, enough }) =>
      OF_CUSTOMERS.has(kind) &&
      kind !== 'lead' &&
      marks.filter((mark) => phrases.some((phrase) => mark.test(phrase))).length >= enough,
  );

/** True if a column names people of the team, each in one row. */
function isOncePerPerson(source: SourceTable, phrases: readonly string[]): boolean {
  const person = phrases.findIndex(
    (phrase) => PERSON_ID.test(phrase) || (PERSON_NAME.test(phrase) && phrase !== 'name'),
  );
  return person >= 0 && source.rowCount > 1 && new Set(source.columns[person]).size === source.rowCount;
}

/**
 * Rows keyed by a person who stands once in the list and has a name, and by no customer; with an address of e-mail, or
 * with nothing but what is said of people.
 */
function isTeam(source: SourceTable, phrases: readonly string[], hasCustomer: boolean): boolean {
  const id = phrases.findIndex((phrase) => PERSON_ID.test(phrase));
  const isNamed = phrases.some((phrase) => PERSON_NAME.test(phrase));
  const isOfPeople =
    phrases.includes('email') ||
    phrases.every((phrase, c) => c === id || PERSON_NAME.test(phrase) || OF_PERSON.test(phrase));
  return !hasCustomer && id === 0 && isNamed && isOfPeople && distinctShare(source, id) === 1;
}

/** Headers of what a team list says of its people. */
const OF_PERSON =
  /^(?:first name|last name|role|title|job title|team|segment|region|territory|manager|manager (?:id|name)|reports to|country|city|state|office|location|phone|hire date|start date|end date|status|active|(?:annual |quarterly |monthly )?quota(?: (?:annual|quarterly|monthly))?|ote|base salary|base|variable|salary|commission(?: rate)?|tenure|level|capacity)$/;

/** Nothing but customers who come again and again, a date and an amount: whatever it is called, it is a record of sales. */
function isRecord(source: SourceTable, phrases: readonly string[], who: number): boolean {
  if (who < 0 || !namesNobody(source, phrases)) return false;
  const says = (pattern: RegExp) => phrases.some((phrase, column) => column !== who && pattern.test(phrase));
  return says(WHEN) && says(HOW_MUCH) && distinctShare(source, who) < REPEATS_MUCH;
}

const HOLDS_NONE = new Set<RowKind>(['quota', 'territory', 'project']);

const PLAIN_NAME = /^(?:name|nombre|nome|nom|store name|business name|facility name)$/;

/**
 * No column is a plain name: then what names the row is the deal, the order or the ticket. A name that stands in row
 * after row names what was sold.
 */
const namesNobody = (source: SourceTable, phrases: readonly string[]): boolean =>
  !phrases.some((phrase, c) => PLAIN_NAME.test(phrase) && distinctShare(source, c) >= REPEATS_MUCH);

/** True if a plain name stands in each row, and no two are the same. */
const isNamedEach = (source: SourceTable, phrases: readonly string[]): boolean =>
  source.rowCount >= ENOUGH_ROWS &&
  phrases.some((phrase, c) => /^(?:name|nombre|nome|nom)$/.test(phrase) && distinctShare(source, c) === 1);

function idsBegin(source: SourceTable, phrases: readonly string[], prefix: RegExp): boolean {
  const ids = source.columns[phrases.indexOf('id')];
  const filled = ids?.filter((cell) => !isBlank(cell)).slice(0, 50) ?? [];
  return (
    filled.length > 0 &&
    filled.every(
      (cell) => /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(cellText(cell)) && prefix.test(cellText(cell)),
    )
  );
}

const repeats = (source: SourceTable, column: number): boolean => distinctShare(source, column) < REPEATS;

/** Different values of a column as a share of its filled cells; 1 of a column with too few to tell. */
function distinctShare(source: SourceTable, column: number): number {
  const filled = (source.columns[column] ?? []).filter((cell) => !isBlank(cell));
  if (filled.length < ENOUGH_ROWS) return 1;
  return new Set(filled.map((cell) => trimText(cellText(cell)).toLowerCase())).size / filled.length;
}
