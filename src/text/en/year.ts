/** The year: what was proposed and accepted, and files for other systems. */
export const year = {
  'sheet.loadFiles': 'Load Files',
  'sheet.loadMoves': 'Load Moves',
  'sheet.loadMovesBack': 'Load Moves Rollback',
  'sheet.loadTerritories': 'Load Territories',
  'sheet.loadOwners': 'Load Owners',
  'sheet.loadOwnersBack': 'Load Owners Rollback',
  'sheet.loadDeals': 'Load Deal Owners',
  'sheet.loadDealsBack': 'Load Deal Owners Rollback',
  'sheet.loadContacts': 'Load Contact Owners',
  'sheet.loadContactsBack': 'Load Contact Owners Rollback',
  'sheet.loadLeave': 'Load Accounts Out',
  'sheet.loadLeaveBack': 'Load Accounts Out Rollback',
  'sheet.loadJoin': 'Load Accounts In',
  'sheet.loadJoinBack': 'Load Accounts In Rollback',
  'sheet.loadUsersOut': 'Load Users Out',
  'sheet.loadUsersOutBack': 'Load Users Out Rollback',
  'sheet.loadUsersIn': 'Load Users In',
  'sheet.loadUsersInBack': 'Load Users In Rollback',
  'sheet.loadRouting': 'Load Routing',
  'sheet.loadQuotas': 'Load Quotas',
  'sheet.loadQuotasBack': 'Load Quotas Rollback',
  'sheet.loadQuotasNewBack': 'Load Quotas Rollback New',
  'sheet.loadQuotaList': 'Load Quota List',
  'sheet.loadTeamOut': 'Load Account Team Out',
  'sheet.loadTeamOutBack': 'Load Acct Team Out Rollback',
  'sheet.loadTeamIn': 'Load Account Team In',
  'sheet.loadTeamInBack': 'Load Acct Team In Rollback',
  'sheet.loadTeamList': 'Load Account Team List',
  'sheet.loadZipLists': 'Load ZIP Lists',
  'loads.title': 'Files that carry the plan to other systems',
  'loads.headline':
    '{changed, number} of {accounts, number} accounts change owner or territory; {blocked, plural, =0 {none is left out of a file} one {# is left out of a file, see below} other {# are left out of a file, see below}}',
  'loads.target.hubspot':
    'For HubSpot’s import of companies: accounts are known by their Record ID, owners by e-mail.',
  'loads.target.plain': 'A plain list: nothing tells which system the accounts come from.',
  'loads.accuracy':
    'Load Routing sends {agree, number} of the {of, number} accounts of which it can tell something to the territory that they are in; of accounts that it does not know yet, about {part, number, percent}. The first line that fits is followed.',
  'loads.none': 'There is nothing to load: every account is where the plan has it.',
  'loads.file': 'File',
  'loads.object': 'Object',
  'loads.operation': 'What it does',
  'loads.rows': 'Rows',
  'loads.takesBack': 'Takes back',
  'loads.loaded': 'Loaded',
  'loads.failed': 'Refused',
  'loads.open': 'No answer',
  'loads.blocks': 'In the file?',
  'loads.blocked': 'No',
  'loads.told': 'Yes',
  'loads.problem': 'Why',
  'loads.row': 'Row',
  'loads.owner': 'Owner in the files',
  'loads.inFiles': 'Accounts when written',
  'loads.acceptedNow': 'Accepted now',
  'loads.check': 'What was accepted, then and now (a difference: write the files again)',
  'loads.do.update': 'Update',
  'loads.do.insert': 'Insert',
  'loads.do.upsert': 'Upsert',
  'loads.do.delete': 'Delete',
  'loads.do.import': 'Import',
  'loads.do.table': 'Routing table',
  'loads.undo.update': 'Rollback: update',
  'loads.undo.insert': 'Rollback: insert',
  'loads.undo.upsert': 'Rollback: upsert',
  'loads.undo.delete': 'Rollback: delete',
  'loads.undo.import': 'Rollback: import',
  'loads.undo.table': 'Rollback',
  'loads.problem.noId': 'The account has no id',
  'loads.problem.strangeId': '{id} is no id of a Salesforce account',
  'loads.problem.idTwice': '{id} stands on several rows that go to different owners or territories',
  'loads.problem.openTerritory':
    '{territory} is open and nobody covers it: name an owner, or a person in Covered By',
  'loads.problem.noUser': '{owner} is not among the users that the workbook knows',
  'loads.problem.twoUsers':
    'Several users are called {owner}: give the team list an id or an e-mail for each',
  'loads.problem.noUserId':
    '{owner} has no user id or e-mail: put an export of users on a sheet, or a column in the team list',
  'loads.problem.inactiveUser': '{owner} is not active, and may own nothing',
  'loads.problem.noOldOwner':
    'Today’s owner ({owner}) is not known by id or e-mail, so the row could not be taken back: put an export of users, those who have left among them, on a sheet',
  'loads.problem.noOwner': 'It has no owner today that the list tells, so the row could not be taken back',
  'loads.problem.noClear':
    'It has no owner today; an import can give it one, but cannot take that away again',
  'loads.problem.noTerritoryId':
    '{territory} is not in the export of Territory2 yet: load the territories first and export again',
  'loads.problem.noAssociation':
    'What it has to leave is not known: put an export of ObjectTerritory2Association on a sheet',
  'loads.problem.noStamp': 'One of its (Do Not Modify) cells is blank',
  'loads.problem.formulaText':
    '{count, plural, one {{text} begins} other {# texts, the first of them {text}, begin}} like a formula: in the file as it stands',
  'loads.problem.notIssued': 'Quotas are not issued: nobody is to be measured by them yet',
  'loads.problem.noForecastType':
    'Nothing tells which forecast quotas are of: an export of ForecastingType, or of ForecastingQuota, is needed on a sheet',
  'loads.problem.twoForecastTypes':
    '{count, number} active forecasts of amounts are in the export of ForecastingType: leave the one that quotas are of',
  'loads.problem.noQuotaCurrency': 'The plan says no currency, so that of the importing user is taken',
  'loads.problem.quotaUnknownBefore':
    'No export of ForecastingQuota is on a sheet: what was there before is not known, so only rows that the loader makes anew can be taken back, by its result',
  'loads.problem.weekPeriods':
    'Periods are of four and five weeks: they fit only where Salesforce has a custom fiscal year of the same days',
  'loads.problem.quotasLeft':
    '{count, plural, one {# quota} other {# quotas}} of the year of users who carry nothing in this plan, or not there: left as they are',
  'loads.problem.notPlaced': 'The account is in no territory that was accepted',
  'action.loads': 'Write load files',
  'writing.loads': 'Writing the files',
  'news.loads':
    '{files, plural, =0 {There is nothing to load} one {# file with {rows, plural, one {# row} other {# rows}} is written} other {# files with {rows, plural, one {# row} other {# rows}} are written}}; {sheet} lists {files, plural, =0 {why} one {it} other {them}}.',
  'year.page': 'In-year',
  'year.noPlan': 'Keep a plan first: files and events are about the plan that was accepted.',
  'year.loads': 'Load files',
  'year.loadsHint':
    'Files for the CRM with what takes them back: owners, territories, deals and contacts, a routing table. Accepted changes only, each file on a sheet of its own.',
  'year.download': 'Download {name}.csv',
  'year.rows': '{rows, plural, one {# row} other {# rows}}',
  'year.answered': '{loaded, number} loaded, {failed, number} refused, {open, number} without an answer',
  'year.blocked':
    '{count, plural, one {# row is} other {# rows are}} left out or to be looked at: {sheet} says why.',
  'year.downloadHint': 'Where the pane may not save files, save the sheet of the same name as CSV UTF-8.',
  'loads.target.salesforce': 'For Salesforce’s Data Loader: most account ids are Salesforce’s.',
  'loads.more.salesforce':
    'Exports of users, Territory2, ObjectTerritory2Association, UserTerritory2Association, open deals or contacts on sheets of this workbook make files for these, too.',
  'loads.target.dynamics':
    'For Dynamics: its own export with new owners. A row that was changed there since the export will be refused.',
  'loads.more.dynamics':
    'After the import every stamp is another one: put the three (Do Not Modify) columns of a new export into the rollback before it is loaded.',
  'loads.at': 'As accepted on {at}; the plan holds from {from}.',
  'loads.save': 'Each sheet is a file: save it as CSV UTF-8, or download it from the pane.',
  'loads.result':
    'Put a loader’s result on a sheet and write the files again: what is left is what it refused, and a rollback leaves out what it refused. Results hold in the order of their sheets: take old ones away.',
  'loads.problems':
    '{count, plural, =0 {Every row can be loaded} one {# row to look at} other {# rows to look at}}',
  'loads.listed': 'Row by row: {listed, number} of {count, number}',
  'sheet.changeLog': 'Change Log',
  'log.title': 'Changes accepted in the course of the year',
  'log.headline': '{count, plural, one {# change} other {# changes}}',
  'log.note.sheet':
    'Each row is as it was when it was accepted. Shares are % of fair share of {metric}, before and after all that was accepted together. What a new plan carries is not on it. Variable pay is what lies on its full-year quota at the rate of the seat (target variable ÷ quota) before the change. What load files and their results say comes later. The blue cells are yours.',
  'log.id': 'Change ID',
  'log.at': 'Accepted',
  'log.by': 'By',
  'log.reason': 'Why',
  'log.note': 'Note',
  'log.effective': 'Effective from',
  'log.fromBefore': 'From, before',
  'log.fromAfter': 'From, after',
  'log.toBefore': 'To, before',
  'log.toAfter': 'To, after',
  'log.status': 'Status',
  'log.accepted': 'Accepted',
  'log.reversed': 'Reversed',
  'log.newAccount': 'New account',
  'action.acceptChanges': 'Accept',
  'action.putBack': 'Put back',
  'action.placeAccounts': 'Find territories',
  'news.accepted':
    '{count, plural, one {# change is} other {# changes are}} accepted and on the log.{left, plural, =0 {} one { # names no territory of the plan and waits.} other { # name no territory of the plan and wait.}}',
  'news.putBack':
    '{count, plural, =0 {Nothing was proposed} one {# account is where it was accepted} other {# accounts are where they were accepted}}.',
  'news.placed':
    '{count, plural, =0 {No account was placed.} one {# account has a territory now, proposed and not accepted yet.} other {# accounts have a territory now, proposed and not accepted yet.}}{left, plural, =0 {} one { # may go nowhere.} other { # may go nowhere.}}',
  'failure.damagedLog':
    'The log of accepted changes that this workbook keeps cannot be read any more. Nothing was changed: write what you need of the sheet Change Log down, and ask for help.',
  'failure.changesMoved': 'What is proposed has changed since it was shown. Look at it again, then accept.',
  'failure.nothingProposed': 'There is nothing to accept.',
  'failure.noSeats':
    'The team has not one seat for each territory of the plan that stands: somebody was added or taken off since. Put the team list back as it was for the plan, or design again.',
  'year.changes': 'Proposed changes',
  'year.noChanges': 'Every account is where it was accepted.',
  'year.change': '{label}: {was} → {is}',
  'year.nowhere': 'no territory',
  'year.strange': 'there is no such territory',
  'against.lock': 'locked: {lock}',
  'against.family':
    'apart from {left, plural, one {# account} other {# accounts}} of its {unit, select, zip {ZIP or postcode} zip3 {ZIP3} county {county} state {state} country {country} other {family}}',
  'against.coverage':
    '{model, select, pool {covered by the pool} partner {covered by a partner} other {marked as not to be assigned}}',
  'against.book': 'in the pool for want of room',
  'against.segment': 'not a territory for segment {segment}',
  'against.skill': 'not a territory skilled in {industry}',
  'against.region': 'not a territory for {region}',
  'year.against':
    '{count, plural, one {# change goes} other {# changes go}} against a rule of the plan, as those that are listed say. The log will say so of each.',
  'log.against': 'Against',
  'year.more': '{count, plural, one {and # more} other {and # more}}',
  'year.by': 'Accepted by',
  'year.reason': 'Why (for the log)',
  'year.effective': 'Effective from',
  'year.acceptCount': '{count, plural, one {Accept # change} other {Accept # changes}}',
  'action.spread': 'Spread its accounts',
  'action.rebalance': 'Propose the fewest moves',
  'news.spread':
    '{count, plural, =0 {{territory} has no account that could go elsewhere.} one {# account of {territory} is proposed for another territory, not accepted yet.} other {# accounts of {territory} are proposed for other territories, not accepted yet.}}{left, plural, =0 {} one { # may go nowhere else and stays.} other { # may go nowhere else and stay.}}',
  'news.rebalanced':
    '{count, plural, =0 {No move is proposed} one {# move is proposed} other {# moves are proposed}}; {out, plural, =0 {every territory is within its tolerances then} one {# territory is out of tolerance then} other {# territories are out of tolerance then}}.',
  'failure.badBudget': 'How many accounts may move is a part of them: between 0 and 100 %.',
  'against.apart':
    '{from, plural, one {# account} other {# accounts}} of its {unit, select, zip {ZIP or postcode} zip3 {ZIP3} county {county} state {state} country {country} other {family}} {from, plural, one {is} other {are}} together elsewhere',
  'year.strays': 'Out of place',
  'year.straysCount':
    '{count, plural, one {# account stands} other {# accounts stand}} where the rules of the plan do not have {count, plural, one {it} other {them}}: segment, region, coverage or parent changed, or the team did.',
  'year.stray': '{label}, in {territory}: {why}',
  'action.placeStrays': 'Propose places',
  'news.straysPlaced':
    '{count, plural, =0 {No account was placed} one {# account is proposed for the place that the rules have for it} other {# accounts are proposed for the places that the rules have for them}}.{left, plural, =0 {} one { # may go nowhere and stays.} other { # may go nowhere and stay.}}',
  'year.leaver': 'Somebody leaves',
  'year.leaverHint':
    'A successor: type the name as owner on Territory Plan. Nobody: the accounts go to the nearest territories, none of which goes more than 15 % above its share while another has room; proposed, not accepted. The territory and its target stay for who comes next.',
  'year.territory': 'Territory',
  'year.rebalance': 'Back into tolerance',
  'year.rebalanceOut':
    '{out, plural, =0 {Every territory is within its tolerances} one {# territory is out of tolerance} other {# territories are out of tolerance}}, by the Territory cells as they are.',
  'year.most': 'At most, % of the accounts',
  'year.new': 'New accounts',
  'year.newCount': '{count, plural, one {# account has} other {# accounts have}} no territory yet.',
  'year.newHint':
    'Each goes to the nearest territory that may hold it and stays within its tolerance: proposed, to be looked at and accepted.',
  'year.share': '{territory}: {before} → {after} of a fair share',
  'sheet.health': 'Health',
  'action.health': 'Write Health',
  'year.health': 'Health',
  'year.healthHint':
    'The sheet Health counts by live formulas what drifted, who is neglected and what renews, in all and by territory.',
  'health.title': '{plan}: how it does',
  'health.headline': 'Lines to look at: {looks}',
  'health.note':
    'Every figure follows the list and Balance as they are today; designed on {date}. The blue cells are yours.',
  'health.review': 'Next review in {days} days',
  'health.reviewLate': 'The review has been due for {days} days',
  'health.noReview': 'No review is set: type a day into the blue cell below',
  'health.line': 'What',
  'health.now': 'Now',
  'health.designed': 'As designed',
  'health.state': 'State',
  'health.where': 'Look in',
  'health.look': 'Look',
  'health.fine': 'Fine',
  'health.settings': 'What counts as what',
  'health.territories': 'By territory',
  'health.outOfBand': 'Territories out of band',
  'health.worst': 'Largest deviation from the fair share: {metric}',
  'health.nowhere': 'Accounts in no territory of the plan',
  'health.unassigned': 'Of these, Unassigned',
  'health.proposed': 'Changes proposed and not accepted yet',
  'health.accounts': 'Accounts in the list',
  'health.openSeats': 'Territories to be hired for',
  'health.over': 'Territories with too much work: above capacity',
  'health.under': 'Territories with room: work below capacity',
  'health.neglected': 'Neglected accounts: quiet for longer than the cadence',
  'health.renewals': 'Renewals that come',
  'health.renewalsSum': 'ARR in these renewals',
  'health.proposedIn': 'Proposed, not accepted',
  'health.neglectedColumn': 'Neglected',
  'health.renewalsColumn': 'Renewals',
  'health.renewalsArr': 'ARR renewing',
  'health.kept': 'Cadence kept: part of those accounts that were touched in time',
  'health.keptColumn': 'Cadence kept',
  'health.conversion': 'Conversion: deals won of those decided',
  'health.conversionColumn': 'Conversion',
  'health.satisfaction': '{header}, mean of the accounts that have one',
  'health.satisfactionColumn': 'Satisfaction',
  'health.set.cadence': 'Cadence, days (customers, else the largest accounts)',
  'health.set.largest': 'Part that is the largest, where no customers are told',
  'health.set.renewals': 'Days ahead within which renewals are counted',
  'health.set.over': 'Workload % above which there is too much work',
  'health.set.under': 'Workload % below which a territory has room',
  'health.set.review': 'Day of the next review',
  'health.means.cadence':
    'Days after which an account is neglected: a customer; where no customers are told, one of the largest; of the best tier where Score Weights stands',
  'health.means.largest': 'Where no customers are told: the part of the accounts that are the largest',
  'health.means.renewals': 'From today on',
  'health.means.over': 'More work than there are hours: its accounts are under-served',
  'health.means.under': 'Hours to spare',
  'health.means.review': 'Told under the title',
  'health.helpers': 'People who help with too much on them',
  'health.atRisk': 'Accounts at risk of leaving',
  'health.atRiskSum': 'ARR at risk',
  'health.strategic': 'Neglected accounts of the best tier',
  'action.moveAccount': 'Move',
  'news.accountMoved': '{account} is proposed for {name}.',
  'failure.noSuchAccount':
    '{count, plural, =0 {There is no account {account} in the list} other {# accounts are called {account}: say its id}}.',
  'failure.noTerritoryCalled': 'There is no territory {name} in the plan that stands.',
  'failure.badEvent': 'Event {number} cannot be read: {message}',
  'failure.eventFailed': 'Event {number} was not done: {message}',
  'failure.neededTableGone':
    'The table {name} is not in the workbook any more, and the sheet speaks of it: design and apply again, then ask for the sheet.',
  'loads.noneNow': 'No file has a row now: see below why.',
  'health.noActivityDate': 'Cells of the last activity that are no date',
  'health.noRenewalDate': 'Cells of the renewal that are no date',
  'year.noAccepted':
    'The column Accepted Territory is not in the list any more: without it nothing tells what was accepted. Undo its deletion, or apply a plan again.',
  'loads.problem.damagedId':
    'The id {id} has lost its last digits: it was read as a number; put it in as text',
  'sheet.attainment': 'Attainment',
  'attainment.title': '{plan}: what was booked',
  'attainment.fromTable':
    'From the table {name}: each booking goes to whoever is named in it, else to the owner on the day on which it closed.',
  'attainment.fromList':
    'From the column {header} of the list: what an account had brought when it was accepted elsewhere stays with the territory that it left. It counts for the territory, whoever had it.',
  'attainment.note':
    'Quota is that of the months that have gone and of the part of the running one, as Quota Calendar has them. Beside it stands the territory’s share, so that nobody is blamed for a poor one.',
  'attainment.noQuota': 'No quotas are written: what was booked is told, and nothing is an attainment.',
  'attainment.territories': 'By territory',
  'attainment.periods': 'How much of the year has gone',
  'attainment.credits': 'Whom each booking is credited to',
  'attainment.gone': 'Gone by',
  'attainment.quota': 'Quota to date',
  'attainment.credit': 'Credited',
  'attainment.attained': 'Attainment',
  'attainment.place': 'Place',
  'attainment.deal': 'Deal',
  'attainment.closed': 'Closed on',
  'attainment.amount': 'Amount',
  'attainment.split': 'Split',
  'attainment.rep': 'Credited to',
  'attainment.why': 'Why',
  'attainment.why.named': 'Named in the table',
  'attainment.why.owner': 'Owner on that day',
  'attainment.why.nobody': 'Nobody had it on that day',
  'attainment.elsewhere': 'Booked, and in no row below',
  'attainment.changed': 'Changed since: write the sheet again',
  'attainment.unread': 'Rows without a readable day, amount or split: not credited',
  'attainment.set.asOf': 'Counted up to',
  'attainment.set.closed': 'Closed through',
  'attainment.means.asOf': 'A day; blank: today',
  'attainment.means.closed':
    'Up to and with this day nothing is accepted any more: no credit changes afterwards',
  'log.booked': 'Booked by then',
  'failure.noActuals':
    'Nothing says what was booked: put a table on a sheet called Bookings (account, close date, amount; credited rep and split where there are any), or a column with the bookings of the year into the list.',
  'failure.bookingsColumns':
    'In {name} something is missing that bookings need. Columns not found: {columns}.',
  'failure.periodClosed':
    'Everything up to {closed} is closed (Attainment): a change from {day} cannot be accepted any more. Say a later day.',
  'sheet.refresh': 'Refresh',
  'refresh.title': 'Taken over from {name}',
  'refresh.headline':
    '{cells, plural, =0 {No cell changed} one {# cell changed} other {# cells changed}}; {added, plural, =0 {no account came} one {# account came} other {# accounts came}}; {gone, plural, =0 {none is gone} one {# is not in the export any more and stays in the list} other {# are not in the export any more and stay in the list}}',
  'refresh.changed': 'Cells that changed',
  'refresh.added': 'New accounts',
  'refresh.gone': 'In the list, not in the export',
  'refresh.column': 'Column',
  'refresh.before': 'Before',
  'refresh.after': 'From the export',
  'refresh.renamed':
    '{header} is called {called} in the export, with mostly the same cells: it is taken over.',
  'refresh.lacking': 'The export has no column for {headers}: what the list says there stays.',
  'refresh.back':
    '{count, plural, one {# account that left the plan since its design is} other {# accounts that left the plan since its design are}} in the export: {names}. If {count, plural, one {it is} other {they are}} back, clear Lock and choose a territory.',
  'refresh.nameless':
    '{count, plural, one {# row of the export has} other {# rows of the export have}} no id and {count, plural, one {is} other {are}} left out.',
  'refresh.twice': 'Twice in the head of the export, so that nothing is taken from there: {headers}.',
  'verify.noColumn':
    'The column Designed Territory is not in the list any more: nothing says what was designed.',
  'failure.formulaInTheWay':
    '{address} is a formula, and the export has a value for it: a formula is not written over. Make it a value, or take the column out of the export.',
  'failure.exportTwice':
    'Every id of {name} that is in the list stands there more than once: its rows are no accounts, but deals, say. An export of accounts is needed.',
  'failure.mergedBelow':
    'There are merged cells below the list, in {address}, and new rows would have to push them down, which Excel does not do. Split them, or move them away, and try again.',
  'refresh.blanks':
    '{count, plural, one {# cell is} other {# cells are}} blank in the export and filled in the list: what the list says stays.',
  'refresh.errors':
    '{count, plural, one {# cell is an error} other {# cells are errors}} in the export (#VALUE! and the like): nothing is taken over from {count, plural, one {it} other {them}}.',
  'refresh.strange':
    '{count, plural, one {# cell is} other {# cells are}} of another kind in the export, text instead of a number, say (the first: {first}): nothing is taken over from {count, plural, one {it} other {them}}.',
  'refresh.doubled':
    '{count, plural, one {# id stands} other {# ids stand}} twice, in the list or in the export, and nobody knows whose these rows are: {ids}. They stay as they are.',
  'refresh.formulas': 'Formulas of the list stay: {headers}.',
  'refresh.more': 'Only in the export, and not taken over: {headers}.',
  'refresh.none': 'Nothing differs from the list.',
  'action.compareExport': 'Compare',
  'action.takeExport': 'Take it over',
  'news.refreshed':
    '{cells, plural, =0 {No cell changed} one {# cell changed} other {# cells changed}}, {added, plural, =0 {no account came} one {# account came} other {# accounts came}}; territories, locks and reasons stay where they are. The sheet {sheet} lists what changed.',
  'action.verify': 'Verify',
  'year.verify': 'Verify the plan',
  'year.verifyHint':
    'Designs the plan once more from its recorded settings and seed and the cells as they are, and compares it with Designed Territory, account by account. Nothing is written.',
  'verify.same':
    'Re-run with the recorded settings and seed {seed, number, ::group-off} over the same cells: {accounts, plural, one {# account stands} other {all # accounts stand}} where it was designed.',
  'verify.differs':
    'Re-run with the recorded settings over the same cells, {accounts, plural, one {# account stands} other {# accounts stand}} elsewhere in Designed Territory. The plan is of version {was}, this is {is}.',
  'verify.changed':
    'The plan cannot be re-run as it was: since the design, cells or the order of rows have changed in {columns}.',
  'verify.onPlan':
    'No run by its settings alone leads to this plan: it was designed over an earlier one that is not there any more, or comes of a scenario, of the curve or of single moves. It cannot be re-run.',
  'verify.early':
    'The record of this plan is of an early version and does not say what was read: it cannot be re-run.',
  'year.refresh': 'A new export',
  'year.refreshHint':
    'Put it on a sheet of its own. Accounts are told by their id; what the list says of territories, locks and reasons stays, and so does every column that the export has not.',
  'year.refreshNone': 'No other list of accounts is in this workbook.',
  'year.export': 'Export',
  'year.refreshFound':
    '{name}: {cells, plural, =0 {no cell differs} one {# cell differs} other {# cells differ}} in {both, plural, one {# account} other {# accounts}} that both have; {added, plural, =0 {no account is new} one {# account is new} other {# accounts are new}}; {gone, plural, =0 {none is missing} one {# is missing from it} other {# are missing from it}}.',
  'year.refreshColumn': '{header}: {count, plural, one {# cell} other {# cells}}',
  'failure.noExport': 'There is no list {name} beside the one that was planned.',
  'failure.exportNoIds':
    '{name} has no column that tells its accounts by an id, so nothing can be joined by it. Add the id to the export, and to the list.',
  'failure.exportStrange':
    'None of the ids in {name} is in the list: it is another list, or its ids are of another kind.',
  'failure.exportChanged':
    'The list or the export has changed since they were compared. Compare again, then take it over.',
  'news.nothingNew':
    'There is nothing to take over{gone, plural, =0 {{lacking, plural, =0 {: the list says the same already.} other {: in the columns that both have the list says the same already. The export has no column for {headers}.}}} one {. 1 account of the list is not in the export and stays{lacking, plural, =0 {.} other {; the export has no column for {headers}.}}} other {. # accounts of the list are not in the export and stay{lacking, plural, =0 {.} other {; the export has no column for {headers}.}}}}',
};
