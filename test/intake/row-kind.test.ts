import { mapAccountColumns, rollUp, rowMeaning } from '../../src/intake';
import type { AccountField } from '../../src/plan/fields';
import { textTable } from './table';

/** Twelve rows under these headers; `#` is the row's number, `%` the number of one of four customers. */
function rowsOf(columns: Readonly<Record<string, readonly string[]>>) {
  const headers = Object.keys(columns);
  const rows = Array.from({ length: 12 }, (_, i) =>
    headers
      .map((header) => {
        const cells = columns[header] ?? [];
        return (cells[i % cells.length] ?? '').replace('#', String(i)).replace('%', String(i % 4));
      })
      .join('|'),
  );
  return textTable(`${headers.join('|')}\n${rows.join('\n')}`);
}

function summedUp(columns: Parameters<typeof rowsOf>[0]) {
  const source = rowsOf(columns);
  const meaning = rowMeaning(source);
  const rolled = rollUp(source, meaning, mapAccountColumns(source).mapping);
  const cells = (field: AccountField) => rolled.columns.find((column) => column.field === field)?.cells;
  const sum = (field: AccountField) =>
    cells(field)?.reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
  const { ended, shared } = rolled;
  return { kind: meaning.kind, customers: rolled.firstRow.length, ended, shared, cells, sum };
}

test('headers that come again amid orders are no customer, no holder and no row', () => {
  const rows = Array.from({ length: 12 }, (_, i) => `O${i}|C${i % 4}|Ada Quill|10`);
  rows.splice(6, 0, 'Order ID|Customer ID|Rep|Amount');
  const source = textTable(`Order ID|Customer ID|Rep|Amount\n${rows.join('\n')}`);
  const meaning = rowMeaning(source);
  const rolled = rollUp(source, meaning, { ...mapAccountColumns(source).mapping, owner: 2 });
  expect(meaning.kind).toBe('order');
  expect([rolled.firstRow.length, rolled.rows, rolled.nameless]).toEqual([4, 12, 0]);
  expect(rolled.holders).toEqual(['Ada Quill']);
});

test('subscriptions that are over bring nothing, and are counted', () => {
  const columns = {
    sub_id: ['S#'],
    account_id: ['A%'],
    plan: ['Gold'],
    mrr: ['10'],
    start_date: ['2026-01-01'],
    end_date: [''],
    status: ['active', 'active', 'Churned'],
  };
  const found = summedUp(columns);
  expect(found).toMatchObject({ kind: 'subscription', customers: 4, ended: 4 });
  expect(found.sum('arr')).toBe(8 * 10 * 12);
  // A word that all rows have says nothing about any of them.
  expect(summedUp({ ...columns, status: ['Expired'] }).sum('arr')).toBe(12 * 10 * 12);
});

test('activities of deals name no customer; visits name the shop, and what was ordered there is booked', () => {
  expect(
    rowMeaning(
      rowsOf({ activity_id: ['T#'], opp_id: ['O%'], type: ['Call'], rep_id: ['R1'], duration_min: ['15'] }),
    ),
  ).toEqual({ kind: 'activity' });
  const visits = summedUp({
    visit_date: ['2026-03-21'],
    retailer_id: ['R%'],
    rep_id: ['REP1', 'REP2'],
    duration_min: ['74'],
    order_value_inr: ['100', '0'],
  });
  expect(visits).toMatchObject({ kind: 'activity', customers: 4 });
  expect(visits.sum('bookingsYtd')).toBe(600);
});

test('goals of people month by month are quotas; one line for each person is a team', () => {
  const columns = { rep_id: ['R%'], rep_name: ['Ada %'], month: ['2026-0#'], monthly_quota: ['800'] };
  expect(rowMeaning(rowsOf(columns)).kind).toBe('quota');
  const each = rowMeaning(rowsOf({ ...columns, rep_id: ['R#'], rep_name: ['Ada #'] }));
  expect(each.kind).not.toBe('quota');
});

test('a deal that names its lead alone is the lead’s; what it brings a month is summed up', () => {
  const deals = summedUp({
    deal_id: ['D#'],
    lead_id: ['L#'],
    owner_rep_id: ['AE1', 'AE2'],
    deal_created_at: ['2026-01-01'],
    close_at: ['2026-02-01'],
    status: ['Closed Won', 'Closed Lost', 'Open'],
    final_mrr_usd: ['5'],
    lost_reason: [''],
  });
  expect(deals).toMatchObject({ kind: 'deal', customers: 12 });
  expect([deals.sum('bookingsYtd'), deals.sum('openPipeline')]).toEqual([20, 20]);
});

test('a number of the row is not the customer’s, where the names beside it come again', () => {
  const columns = {
    account_id: ['#'],
    opportunity_name: ['Deal #'],
    stage: ['Closed Won', 'Closed Lost'],
    amount: ['7'],
    close_date: ['2026-01-01'],
    account_name: ['Larkfield %'],
  };
  expect(summedUp(columns)).toMatchObject({ kind: 'deal', customers: 4 });
});

test('deals are deals in other languages; the one end of a funnel is won, unless others say who won', () => {
  const columns = {
    id_oportunidade: ['#'],
    id_vendedor: ['V1', 'V2'],
    id_empresa: ['E%'],
    data: ['2026-01-01'],
    estagio: ['Closed', 'Pipeline', 'Lead'],
    valor: ['3'],
  };
  const deals = summedUp(columns);
  expect(deals).toMatchObject({ kind: 'deal', customers: 4 });
  expect([deals.sum('bookingsYtd'), deals.sum('openPipeline')]).toEqual([12, 24]);
  const flagged = summedUp({ ...columns, is_won: ['TRUE', 'FALSE', 'FALSE', 'FALSE', 'FALSE', 'FALSE'] });
  expect(flagged.sum('bookingsYtd')).toBe(6);
});

test('ids that another system gave are ids', () => {
  const deals = summedUp({
    OpportunityExtId__c: ['O#'],
    AccountExtId__c: ['A%'],
    Name: ['Renewal #'],
    StageName: ['Closed Won', 'Qualification'],
    Amount: ['4'],
    CloseDate: ['2026-01-01'],
  });
  expect(deals).toMatchObject({ kind: 'deal', customers: 4 });
  const tasks = rowsOf({
    TaskExtId__c: ['T#'],
    Subject: ['Call #'],
    Status: ['Open'],
    ActivityDate: ['2026'],
  });
  expect(rowMeaning(tasks)).toEqual({ kind: 'activity' });
});

test('lines of sales that say what, how many, when and to nobody are orders without a customer', () => {
  const lines = {
    data: ['2026-01-01'],
    sku: ['S%'],
    produto: ['Capacete %'],
    cidade: ['Campinas', 'Vitoria'],
    uf: ['SP', 'ES'],
    quantidade: ['1'],
    preco_unitario: ['79.9'],
    receita: ['79.9'],
  };
  expect(rowMeaning(rowsOf(lines))).toEqual({ kind: 'order' });
  // With the shop in every row they are the shop's.
  expect(rowMeaning(rowsOf({ ...lines, id_loja: ['L%'] }))).toMatchObject({ kind: 'order', customerId: 8 });
});

test('orders in other languages are worth pieces times price', () => {
  const orders = summedUp({
    FacturaID: ['F#'],
    Fecha: ['2026-01-01'],
    ClienteID: ['C%'],
    ProductoID: ['P1'],
    Cantidad: ['3'],
    PrecioUnitario: ['2'],
    CostoUnitario: ['1'],
  });
  expect(orders).toMatchObject({ kind: 'order', customers: 4 });
  expect(orders.sum('bookingsYtd')).toBe(72);
});

test('rows whose customers come again with a key and a date of their own are records; sites of a customer are not', () => {
  const orders = {
    id: ['9#'],
    account_id: ['A%'],
    occurred_at: ['2026-01-05 10:30:00'],
    standard_qty: ['5'],
    total: ['7'],
    total_amt_usd: ['100.5'],
  };
  const found = summedUp(orders);
  expect(found).toMatchObject({ kind: 'record', customers: 4 });
  // The money, not the pieces.
  expect(found.sum('bookingsYtd')).toBeCloseTo(12 * 100.5, 6);
  const sites = {
    Customer: ['Chain %'],
    'Site ID': ['S#'],
    Address: ['# High Street'],
    Opened: ['2020-01-05'],
  };
  expect(rowMeaning(rowsOf(sites)).kind).toBe('account');
});

test('one mark of a deal is enough where customers come again; without a number of their own', () => {
  const found = summedUp({
    sales_agent: ['Ada Quill'],
    account: ['Firm %'],
    deal_stage: ['Won', 'Lost', 'Engaging'],
    revenue: ['50'],
  });
  expect(found).toMatchObject({ kind: 'deal', customers: 4 });
  expect(found.sum('bookingsYtd')).toBe(200);
});

test('deals of customers that stand once each are deals where enough says so', () => {
  const found = summedUp({
    id: ['d-#'],
    company: ['Firm #'],
    vertical: ['saas'],
    headcount_band: ['50-200'],
    close_month: ['2026-01'],
    outcome: ['won', 'lost'],
    deal_value_usd: ['10'],
    loss_reason: ['', 'price'],
  });
  expect(found).toMatchObject({ kind: 'deal', customers: 12 });
  expect(found.sum('bookingsYtd')).toBe(60);
});

test('a total of weight is not what was sold', () => {
  const found = summedUp({
    data: ['2026-01-05'],
    codigo_cliente: ['C%'],
    codproduto: ['P1'],
    peso_liquido_total: ['999'],
    quantidade: ['3'],
    valor_faturado: ['20'],
  });
  expect(found).toMatchObject({ kind: 'order', customers: 4 });
  expect(found.sum('bookingsYtd')).toBe(240);
});

test('lines of what was sold name no customer by the name of the thing; a sign-in, a branch or a lead’s firm is one', () => {
  const lines = { ventaId: ['V%'], codigo: ['P%'], nombre: ['Rice %'], cantidad: ['2'], precio: ['3'] };
  expect(rowMeaning(rowsOf(lines))).toEqual({ kind: 'order' });
  const cars = { dealerUsername: ['D1'], customerUsername: ['C%'], carId: ['#'], sales_ID: ['S#'], sales_date: ['2026-01-05'] }; // prettier-ignore
  expect(summedUp(cars)).toMatchObject({ kind: 'order', customers: 4 });
  const branches = { Datum: ['2026-04-01'], Filial_ID: ['DE%'], Artikel: ['A#'], Verkauf_Ist: ['28'], Forecast: ['31'] }; // prettier-ignore
  expect(summedUp(branches)).toMatchObject({ kind: 'order', customers: 4 });
  const leads = { lead_id: ['L#'], email: ['a#@b.example'], company: ['Firm %'], owner_id: ['U1'], created: ['2026-01-05'] }; // prettier-ignore
  expect(summedUp(leads)).toMatchObject({ kind: 'lead', customers: 4 });
  // One firm in every row tells none apart.
  expect(rowMeaning(rowsOf({ ...leads, company: ['001X'] })).kind).toBe('account');
});

test('what was committed in a contract is what it brings', () => {
  const contracts = summedUp({
    contract_id: ['K#'],
    customer_id: ['C%'],
    contract_start: ['2026-01-01'],
    contract_end: ['2027-01-01'],
    committed_spend_usd: ['30'],
    billing_frequency: ['monthly'],
  });
  expect(contracts).toMatchObject({ kind: 'subscription', customers: 4 });
  expect(contracts.sum('arr')).toBe(360);
});

test('headers that a database wrote as one word are the words they are made of; cancelled orders bring nothing', () => {
  const orders = summedUp({
    ORDERNUMBER: ['O%'],
    QUANTITYORDERED: ['3'],
    PRICEEACH: ['9.5'],
    SALES: ['100'],
    STATUS: ['Shipped', 'Shipped', 'Cancelled'],
    CUSTOMERNAME: ['Oakmere %'],
  });
  expect(orders).toMatchObject({ kind: 'order', customers: 4, ended: 4 });
  expect(orders.sum('bookingsYtd')).toBe(800);
  const deals = summedUp({
    dealname: ['Big #'],
    dealstage: ['Closed Won', 'Pending'],
    'close date': ['2026-03-01'],
    'associated contact': ['Person %'],
  });
  expect(deals).toMatchObject({ kind: 'deal', customers: 4 });
});

test('an id of a customer that no other row has makes each row a customer, though names come again', () => {
  const people = {
    customer_id: ['C#'],
    company_name: ['Firm %'],
    lead_source: ['Referral'],
    contact_name: ['Ann #'],
    created: ['2026-01-0%'],
    size: ['40'],
  };
  expect(rowMeaning(rowsOf(people)).kind).toBe('account');
  // Among deals it numbers the rows.
  const deals = summedUp({
    account_id: ['D#'],
    account_name: ['Firm %'],
    stage: ['Open'],
    probability: ['40'],
    amount: ['5'],
  });
  expect(deals).toMatchObject({ kind: 'deal', customers: 4 });
});

test('a number of a deal in each row tells deals, and a flag of those that were won', () => {
  const columns = {
    opportunity_id: ['D#'],
    account_id: ['A%'],
    arr_potential: ['100'],
    win_flag: ['1', '0', ''],
  };
  const deals = summedUp(columns);
  expect(deals).toMatchObject({ kind: 'deal', customers: 4 });
  expect(deals.sum('bookingsYtd')).toBe(400);
  // A flag that says no where others are blank says lost.
  expect(deals.sum('openPipeline')).toBe(400);
  const abroad = summedUp({
    id_oportunidade: ['D#'],
    cliente_id: ['A%'],
    valor_estimado: ['100'],
    status: ['Fechado ganho', 'Perdido', 'Negociação'],
  });
  expect(abroad).toMatchObject({ kind: 'deal', customers: 4 });
  expect([abroad.sum('bookingsYtd'), abroad.sum('openPipeline')]).toEqual([400, 400]);
});

test('days and amounts of customers who come again are sales in other languages, too', () => {
  const sales = summedUp({
    Tarix: ['2026-03-0%'],
    Mushteri_kodu: ['M%'],
    Mehsul: ['KU'],
    Mebleg: ['10.5'],
  });
  expect(sales).toMatchObject({ kind: 'order', customers: 4 });
  expect(sales.sum('bookingsYtd')).toBe(126);
  expect(
    summedUp({ invoice_id: ['#'], account_id: ['A%'], billing_month: ['2026-01-01'], amount_billed: ['5'] }),
  ).toMatchObject({ kind: 'order', customers: 4 });
});

test('of an order the net amount counts, not the gross one that stands before it', () => {
  const orders = summedUp({
    order_id: ['O#'],
    customer_code: ['C%'],
    order_date: ['2026-03-01'],
    gross_amount: ['120'],
    net_amount: ['100'],
  });
  expect(orders).toMatchObject({ kind: 'order', customers: 4 });
  expect(orders.sum('bookingsYtd')).toBe(1200);
});

test('what was taken back is not sold, and is counted', () => {
  const orders = summedUp({
    Order_ID: ['O#'],
    Customer_ID: ['C%'],
    Revenue: ['100'],
    Order_Status: ['Completed', 'Pending', 'Returned'],
  });
  expect(orders).toMatchObject({ kind: 'order', customers: 4, ended: 4 });
  expect(orders.sum('bookingsYtd')).toBe(800);
});

test('invoices and contracts are told by their numbers in other languages, too', () => {
  const contracts = summedUp({
    Client: ['Maison %'],
    'N° de dossier': ['180-#'],
    'N° de facture maison': ['F-#'],
    'Facture HTVA': ['1 296,75 €', '4 000,25 €'],
  });
  expect(contracts).toMatchObject({ kind: 'order', customers: 4 });
  // No word for an amount that is known, but cells that are written as money.
  expect(contracts.sum('bookingsYtd')).toBeCloseTo(6 * 5297, 6);
  expect(
    rowMeaning(
      rowsOf({ IDZamowienia: ['1#'], IDKlienta: ['#'], PrzedstKonta: ['4'], DataZamowienia: ['2026-01-05'] }),
    ),
  ).toEqual({ kind: 'order', customerId: 1 });
  expect(
    summedUp({ id_venta: ['#'], fecha: ['2026-01-05'], id_cliente: ['%'], total_venta: ['50'] }).sum(
      'bookingsYtd',
    ),
  ).toBe(600);
});

test('what a contract was financed with is booked once, and no ARR', () => {
  const contracts = summedUp({
    client_name: ['Firm %'],
    contract_number_db: ['180-#'],
    financed_amount_db: ['1000'],
    start_date: ['2026-04-01'],
    end_date: ['2029-04-01'],
  });
  expect(contracts).toMatchObject({ kind: 'subscription', customers: 4 });
  expect([contracts.sum('bookingsYtd'), contracts.cells('arr')]).toEqual([12000, undefined]);
});

test('people, deals and activities go by the company or the contact they are associated with', () => {
  const contacts = { 'First Name': ['Ada'], 'Last Name': ['Quill#'], Email: ['a#@example.com'] };
  expect(rowMeaning(rowsOf({ ...contacts, 'Associated Company Domain': ['firm%.example'] }))).toEqual({
    kind: 'lead',
    customerId: 3,
  });
  const activities = { 'Activity ID': ['T#'], 'Activity Type': ['Call'], 'Call Outcome': ['Connected'] };
  expect(rowMeaning(rowsOf({ ...activities, 'Associated Contact Email': ['a%@example.com'] }))).toEqual({
    kind: 'activity',
    customerId: 3,
  });
});

test('in exports of Odoo the partner of an order is its customer, and its name is a number', () => {
  const headers = { id: ['sale_order_#'], name: ['SO#'], 'partner_invoice_id/id': ['p%'] };
  expect(rowMeaning(rowsOf({ ...headers, 'partner_id/id': ['p%'], order_policy: ['prepaid'] }))).toEqual({
    kind: 'order',
    customerId: 3,
  });
});

test('buyers who stand once each are customers, whichever branch they bought at', () => {
  const sales = { sale_id: ['#'], branch_id: ['%'], date: ['2026-01-02'], gross_sales: ['40000'] };
  expect(rowMeaning(rowsOf({ ...sales, name: ['Buyer #'] }))).toEqual({ kind: 'account' });
  expect(rowMeaning(rowsOf(sales))).toMatchObject({ customerId: 1 });
});

test('a plan of tours names the customer of each stop', () => {
  const tours = rowsOf({ Назва: ['Крамниця %'], День: ['СР'], Порядок: ['#'], Агент: ['ТА3'] });
  expect(rowMeaning(tours)).toEqual({ kind: 'activity', customer: 0 });
});

test('lines of orders that an export of Odoo calls by their paths go by the partner of the order', () => {
  const lines = summedUp({
    id: ['sale_order_#'],
    'order_line/order_id/name': ['SO#'],
    'order_line/order_partner_id/display_name': ['Partner %'],
    'order_line/product_uom_qty': ['2'],
    'order_line/price_unit': ['10'],
    'order_line/price_subtotal': ['20'],
  });
  expect(lines).toMatchObject({ kind: 'order', customers: 4 });
  expect(lines.cells('accountName')?.[0]).toBe('Partner 0');
  expect(lines.sum('bookingsYtd')).toBe(240);
});

test('pieces sold and their price make an amount', () => {
  const sales = summedUp({
    ID_Vente: ['#'],
    ID_Client: ['C%'],
    Quantite_Vendue: ['3'],
    Prix_Unitaire: ['60'],
  });
  expect(sales.sum('bookingsYtd')).toBe(12 * 180);
});

test('of a customer whose rows name several people the one with most of them holds it, and it is counted', () => {
  const deals = summedUp({
    deal_id: ['D#'],
    account_id: ['A%'],
    amount: ['10'],
    stage: ['Proposal'],
    owner: ['Ana', 'Ben', 'Cy', 'Ana', 'ana', 'Ben', 'Cy', 'Cy', 'Ana', 'Dee', 'Cy', 'Cy'],
  });
  expect(deals).toMatchObject({ kind: 'deal', customers: 4, shared: 2 });
  expect(deals.cells('owner')).toEqual(['Ana', 'Ben', 'Cy', 'Cy']);
});

test('Polish transactions are summed up by client, pieces times price', () => {
  const found = summedUp({
    transakcja_id: ['#'],
    produkt: ['D'],
    ilość: ['6'],
    cena: ['150'],
    klient_id: ['%'],
  });
  expect(found).toMatchObject({ kind: 'order', customers: 4 });
  expect(found.sum('bookingsYtd')).toBe(12 * 900);
});

test('rows with a key of their own that refer to a customer are its records, though few come again', () => {
  const customers = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A1', 'A2', 'A3', 'A4'];
  const health = {
    health_id: ['H#'],
    account_id: customers,
    usage_score: ['4#'],
    risk_tier: ['watch', 'ok'],
  };
  expect(summedUp(health)).toMatchObject({ kind: 'record', customers: 8 });
  const events = { event_id: ['E#'], account_id: customers, type: ['new'], amount: ['10'] };
  const found = summedUp(events);
  expect(found).toMatchObject({ kind: 'record', customers: 8 });
  expect(found.sum('bookingsYtd')).toBe(120);
  const people = { contact_id: ['C#'], name: ['Ada #'], title: ['CTO'], account_id: customers };
  expect(summedUp(people)).toMatchObject({ kind: 'lead', customers: 8 });
  // Its own name in each row makes it a customer, as a number of rows that an export wrote does.
  const sites = { site_id: ['S#'], name: ['Shop #'], account_id: customers };
  expect(rowMeaning(rowsOf(sites)).kind).toBe('account');
  const numbered = { row_id: ['#'], account_id: customers, 'Annual Revenue': ['5'] };
  expect(rowMeaning(rowsOf(numbered)).kind).toBe('account');
});

test('months and dealers that come again are records of the dealers', () => {
  const found = summedUp({
    month: ['2026-01', '2026-02', '2026-03'],
    dealer_id: ['D%'],
    actual_units: ['7'],
  });
  expect(found).toMatchObject({ kind: 'record', customers: 4 });
});

test('people with an id, a name and what is said of people are a team', () => {
  const people = { csm_id: ['R#'], name: ['Ada #'], region: ['EMEA', 'APAC'], segment: ['Mid'] };
  expect(rowMeaning(rowsOf(people)).kind).toBe('team');
  expect(rowMeaning(rowsOf({ ...people, revenue: ['5'] })).kind).toBe('account');
});

test('what customers owe is a record of them, in headers that a system wrote as one word', () => {
  const { kind, customers, sum, cells } = summedUp({
    NOMVENDEDOR: ['Ada Quill', 'Bo Reed', 'Ada Quill', 'Bo Reed'],
    'Cod. Cliente': ['355577%'],
    NIF20: ['90077786%'],
    NOMBRECLIENTE: ['Alder %'],
    Serie: ['154Q'],
    Número: ['14#'],
    'Fecha Documento': ['2025-02-0#'],
    IMPORTE: ['10'],
  });
  expect([kind, customers, sum('bookingsYtd')]).toEqual(['order', 4, 120]);
  expect(cells('owner')).toEqual(['Ada Quill', 'Bo Reed', 'Ada Quill', 'Bo Reed']);
});

test('a deal that says only how it stands with its customer was won, or is over', () => {
  const { sum } = summedUp({
    Organization: ['Alder #'],
    Status: ['Customer', 'Churned Customer', 'Opportunity', 'Customer'],
    Stage: ['', '', 'Proposal', 'Proposal'],
    'Deal Value': ['10'],
    'Probability, %': ['50'],
    'Expected close date': ['2026-01-0#'],
  });
  // Of a deal with a stage, that counts.
  expect([sum('openPipeline'), sum('bookingsYtd')]).toEqual([60, 30]);
});
