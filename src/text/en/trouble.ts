/** Failures, notices and findings: what happened, where, and what to do. */
export const trouble = {
  'failure.cellEditMode': 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
  'failure.protectedSheet':
    '{sheet, select, none {The sheet is protected.} other {The sheet {sheet} is protected.}} Unprotect it (Review, Unprotect Sheet) and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.noRoom':
    'There is something in {address}, where the new columns would go. Move it elsewhere and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.sheetEnds':
    'The list reaches almost to the right edge of the sheet {sheet}: {needed, plural, one {# column is} other {# columns are}} needed beside it, and there {free, plural, =0 {is none} one {is #} other {are #}}. Move it to the left, or to another sheet.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.sheetTaken':
    'A table of yours in {address} stands where Evenfield writes. Move it elsewhere and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.mergedCells':
    'There are merged cells in {address}, and a table of Excel cannot hold any. Split them (Home, Merge & Center, Unmerge Cells) and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.tooManyToKeep':
    '{cells, number} cells would be overwritten, and what stands in them is more than Evenfield can keep for Revert. Save a copy of the workbook, delete {spare, select, none {columns of Evenfield from the list (they are} other {the column {spare} from the list (it is}} written anew), and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.payloadTooLarge':
    'Excel refused a request as too large.{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.hostGone': 'Excel does not answer. Reopen the pane: an unfinished change is then undone.',
  'failure.notSupported': 'This version of Excel cannot do that: {message}',
  'failure.tableGone': '{name} is no longer in the workbook. Read the workbook again.',
  'failure.sheetHidden':
    'The sheet {sheet} is hidden. Show it (right-click a sheet tab, Unhide) to see that cell.',
  'failure.headerRowOff':
    'The header row of the table {name} is switched off, so nothing says which column is which. Click into the table, tick Table Design, Header Row, and try again.{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.nameTaken':
    'There is already a sheet, a table or a defined name called {name}. Rename it, or use an empty workbook.',
  'failure.pendingDecision': 'Keep or revert the plan that was applied before.',
  'failure.pastedOver':
    '{count, plural, one {# account does} other {# accounts do}} not stand beside the territory that the plan gave {count, plural, one {it} other {them}}: perhaps the list was pasted over, or sorted without all of its columns. {open, select, yes {Revert takes the plan back.} other {Put the rows back, or look through locks and reasons, which stand beside the same rows, and design again.}}',
  'failure.nothingPending':
    'There is nothing to keep or revert any more. Perhaps that was decided in another pane.',
  'failure.broken':
    'A change broke off and is not undone yet. {reason} Revert tries again; Keep leaves everything as it stands now.',
  'failure.otherPane':
    'Another pane is writing into this workbook, or has a decision open. Nothing was written. Look again when it is done.',
  'failure.protectedBook':
    'The structure of the workbook is protected, so no sheet can be added or removed. Unprotect it (Review, Protect Workbook) and try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.protectedHidden':
    'The sheet {sheet}, in which Evenfield keeps what it needs, is protected with a password, perhaps by a macro that protects all sheets. It is so well hidden that Excel does not list it. Let the macro take the protection off; or press Alt+F11, choose {sheet}, set Visible to xlSheetVisible, and unprotect it (Review, Unprotect Sheet). Then try again.{outcome, select, back { The workbook was put back as it was.} broken {} other { Nothing was changed.}}',
  'failure.journalDamaged':
    'What Evenfield kept to undo its last change of this workbook is damaged, so that change cannot be undone.{half, select, no {} yes { It broke off half-way: look through the Evenfield columns and sheets before you rely on them.} other { Perhaps it broke off half-way: look through the Evenfield columns and sheets before you rely on them.}} Keep leaves everything as it stands now; what was there before is in earlier versions of the file alone.',
  'failure.journalForeign':
    'What Evenfield kept to undo its last change of this workbook was written by another version of Evenfield, and this version cannot use it.{half, select, no {} yes { The change broke off half-way: look through the Evenfield columns and sheets before you rely on them.} other { Perhaps the change broke off half-way: look through the Evenfield columns and sheets before you rely on them.}} Keep leaves everything as it stands now; what was there before is in earlier versions of the file alone.',
  'failure.listIsRange':
    'The territory list has new names, but the accounts on {sheet} keep the old ones: they are no Excel table any more. Make them one again (Insert, Table), and the names follow.',
  'failure.adviceOver':
    'The list has changed since this was suggested, so it was not done. Look at what is suggested now.',
  'failure.editRange':
    'The accounts on {sheet} are no Excel table any more. Make them one again (Insert, Table), then try again. Nothing was changed.',
  'failure.editColumnGone':
    'The column {column} is not in the list on the sheet {sheet} any more. Nothing was changed.',
  'failure.noShift':
    '{address} stands to the right of the list and reaches over other rows than the list does, so nothing there can be moved aside. Move it elsewhere, then try again. Nothing was changed.',
  'failure.noVisibleSheet':
    'Only sheets of Evenfield are visible, and Excel needs one that stays. Unhide a sheet of yours, then try again. Nothing was changed.',
  'failure.otherList':
    'The plan of this workbook stands on {name}, and a workbook holds one plan. Delete the Evenfield columns there, or plan this list in a copy of the workbook. Nothing was changed.',
  'failure.notReverted': '{name} is still there, although it should have been taken away or put back.',
  'failure.host':
    'Excel answered with an error ({code}): {message}{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.unexpected': 'Something went wrong inside Evenfield: {message}',
  'failure.noTable': 'No account list was found. It needs a row of headers and one row for each account.',
  'failure.noSelection':
    'Select one block of cells with a row of headers and the rows below it, then use it.',
  'failure.noAccounts': '{name} has headers but no accounts.',
  'failure.notAccounts':
    '{name} is {kind, select, deal {a list of deals that names no customers} order {a list of orders that names no customers} subscription {a list of subscriptions that names no customers} quote {a list of quotes that names no customers} activity {a list of activities} lead {a list of people that names no companies} quota {a list of quotas or goals} territory {a list of territories} project {a project plan} team {a list of people of the team} bareSales {a list without headers that looks like sales: days, amounts, and names that come again} unnamed {a list in which no column names a customer, neither by name nor by ID nor by address} other {no list of accounts}}. Needed is a list of customers: one row each, or several with the customer named in each. {kind, select, bareSales {Put headers above its columns, such as Date, Customer, Amount, or choose another table.} other {Choose another table, or name the column that holds the customer.}}',
  'failure.tableNotFound': 'There is no table or sheet called {name}. There are: {there}.',
  'failure.tableChosenGone':
    '{name}, chosen earlier, is not in this workbook any more. The likeliest list is read instead: look whether it is the right one.',
  'failure.sheetGone':
    'The sheet {sheet} is not in the workbook any more, and {names, select, none {columns of the list go} other {{names}{columns, select, yes { and columns of the list} other {}} {count, plural, one {goes} other {go}}}} by it: what they say of it is an error, blank or out of date until a plan is applied{alone, select, yes {, or {sheet} is written again} other {}}.',
  'failure.recordUnreadable':
    'The record of the plan in this workbook cannot be read, so its settings are not taken over. Perhaps a newer Evenfield wrote it.',
  'failure.ownColumnGone':
    'The column {column} is not to be found on the sheet {sheet} any more. Nothing of its table is read until it has its name again.',
  'failure.ownRowTwice':
    '{address} says the same as {other}: {name}. Only one of the two rows can hold. Nothing of their table is read until one of them is gone; what was read before stays in force.',
  'failure.typedColumnGone':
    'The column {column} is not to be found on the sheet {sheet} any more, so what is typed in its table would be lost when the sheet is written anew. Give the column its name again, or delete the sheet if nothing on it is needed; then try again. Nothing was changed.',
  'failure.ownTableGone':
    '{count, plural, one {The table {names} is} other {The tables {names} are}} not to be found any more, perhaps made a range. What is typed on the sheet {sheet} in {count, plural, one {its} other {their}} cells is not read until {count, plural, one {there is a table of that name} other {there are tables of these names}} again: select the cells (Insert, Table) and name it, or apply a plan anew.',
  'failure.scenarioGone': 'The scenario {name} is not in the workbook any more.',
  'failure.scenarioName': 'A name has 1 to {most} characters.',
  'failure.scenarioNamed': 'A scenario is called {name} already. Give this one another name.',
  'failure.scenarioSeats':
    'The scenario {name} has {then, plural, one {# territory} other {# territories}}, and now there would be {now}: the team, or the owners in the list, are others. Nothing was changed.',
  'failure.scenariosFull': 'There are {most} scenarios already. Delete one first.',
  'failure.noStandingPlan':
    'No plan stands in this list. Apply one and keep it, then ask for the sheet again.',
  'failure.changedSinceDesign':
    'The workbook is not any more what this plan was designed from. {outcome, select, back {The workbook was put back as it was.} other {Nothing was written.}} Design again.',
  'failure.rowsChanged':
    '{total, plural, one {# row} other {# rows}} changed since the design: {added, plural, =0 {} other {# new{gone, plural, =0 {{changed, plural, =0 {} other {, }}} other {, }}}}{gone, plural, =0 {} other {# gone{changed, plural, =0 {} other {, }}}}{changed, plural, =0 {} other {# with other values}}. {outcome, select, back {The workbook was put back as it was.} other {Nothing was written.}} Design again, or apply to the rest.',
  'failure.sheetMoved':
    'Rows, columns or tables of the sheet {sheet} moved while it was written, perhaps because somebody else works on it.{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.typedMeanwhile':
    'Somebody else typed in {address} while it was written. What was typed there stays.{outcome, select, back { All else was put back as it was.} other {}} Try again.',
  'failure.movedTo': 'Cells that stood in the way are in {movedTo} now.',
  'failure.rowsMoved':
    'Rows of the list moved each time while they were written, perhaps because somebody else sorts or filters it.{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.nothingToBalance': '{name} has no column of numbers to balance.',
  'failure.metricMissing':
    'There is no column with numbers for {metric}. Choose another, or name the column.',
  'failure.metricEmpty': 'The column for {metric} has no number above 0, so there is nothing to balance.',
  'failure.metricTwice': '{metric} is balanced already.',
  'failure.metricRowsTwice':
    '{metric} stands in several rows of the table of metrics on the sheet Territory Plan. None of them is taken over until one alone is left.',
  'failure.balancedElsewhere':
    'Nothing was changed: another pane has taken {metric} out of the balance since. Now you see what holds.',
  'failure.tooManyTerritories':
    '{territories, number} territories were asked for, but there are only {accounts, number} accounts.',
  'failure.noSuchTerritory':
    'The settings speak of {ids}, but the plan has the {territories, number} territories {first} to {last}.',
  'failure.tooManySeats':
    '{list, select, none {The list names {territories, number} owners} other {The team list {list} has {territories, number} seats}}, but there are only {accounts, number} accounts. Choose another team list, or say how many territories there are to be.',
  'failure.noTerritoryCount':
    'How many territories? There is no roster and no owner column to tell. Say a number.',
  'failure.oneAccount': '{name} has one account: there is nothing to divide. Choose another table.',
  'failure.mixedCurrencies':
    'The amounts are in several currencies ({currencies}). They cannot be added up: give exchange rates under Balance, Change, or balance another metric.',
  'failure.badSettings':
    'Setting {path}: {expected, select, never {there is no such setting} other {expected {expected, select, number {a number} integer {a whole number} boolean {TRUE or FALSE} date {a date} string {text} metric {a metric} metricTwice {each metric once} alike {region, segment, industry, type or size, each once, with + between} tiersNone {a tier at least} tiersStart {tiers that begin at 0} tiersOrder {each tier to begin where the one before it ends, and to end above its beginning} tiersEnd {the last tier to end with “and above”} atLeast {{limit} or more} atMost {at most {limit}} above {more than {limit}} letters {at most {limit} characters} many {{limit} of them} oneOf {one of {limit}} territoryId {the id of a territory, such as T07} quotaRow {a territory and a line, such as T07.1} currency {the code of a currency, such as EUR} country {the code of a country, such as AU} field {the name of a field} Object {settings by name} object {settings by name} other {{expected}}}, found {received}}}.',
  'failure.sameTerritoryName':
    'Two territories are called {name} in the list on the sheet Territory Plan. Give each its own name.',
  'failure.badTerritoryName':
    '{why, select, blank {Territory {id} has no name in the list of territories any more: it goes on being {before}, but the sheets cannot count it} padded {“{name}” (territory {id}) begins or ends with a blank, which formulas see and people do not} value {“{name}” (territory {id}) reads as a number, a date, TRUE, FALSE or an error, so formulas cannot tell it from one} reserved {“{name}” (territory {id}) stands for accounts without a territory} other {The name of territory {id} is longer than formulas can compare}}. Give it another name{why, select, blank {, or that one again} other {}}.',
  'failure.territoryRowGone':
    'The row of {name} ({id}) is gone from the list on the sheet Territory Plan. A territory is taken away on the team list, or by a smaller Number of territories; until then {name} stays in the plan.',
  'failure.rowsBeyondNumber':
    'Number of territories is {territories, number}, but with the {rows, plural, one {new row} other {# new rows}} in the list on the sheet Territory Plan there are {made, number}: so many are planned. Take new rows away, or give a larger number.',
  'failure.fileNotFound': 'There is no file {name}.',
  'failure.notAWorkbook':
    '{name} could not be read as a workbook (.xlsx) or a table of text (.csv): {message}',
  'failure.wouldOverwriteInput': 'The output must not be the input file: {name}.',
  'failure.badArgument': '{message}',
  'notice.chosen.balance':
    'Balancing {metric}: {reason, select, potential {the list has a potential} arrAndPipeline {there is no potential, so ARR and open pipeline stand for it} arr {there is no potential, so ARR stands for it} openPipeline {too few accounts have a potential, ARR or booked amount, so open pipeline stands for it} bookings {there is no potential, so what was sold or booked stands for it} employees {there is no potential and no amount of your own, so employees stand for it} mixed {the amounts are in several currencies, so this stands for them} noOwn {there is no potential, no amount of your own and no number of employees, so every account counts the same} other {no potential, no amount and no number of employees was found, so every account counts the same}}.',
  'notice.revenueLeftOut':
    '{header, select, none {Annual revenue} other {“{header}”}} is the customers’ own turnover and was left out.',
  'notice.singleOwner':
    '{name} owns all that is owned ({accounts, plural, one {# account} other {# accounts}}) and was left out: one owner of everything is no team.',
  'notice.moneyBeside':
    'The list has no such amounts of its own: “{headers}” of {name} {kind, select, list {is} open {is summed up by account over open deals and} won {is summed up by account over won deals and} deals {is summed up by account over open and won deals and} other {is summed up by account and}} read for {known, number} of {accounts, plural, one {# account} other {# accounts}}{by, select, none {} other {, matched by “{by}”}}{unknown, plural, =0 {} one {; # customer there is not in the list} other {; # customers there are not in the list}}{twice, plural, =0 {} one {; # row of the list has the id or name of one above it and gets none, so that it counts once} other {; # rows of the list have the id or name of one above them and get none, so that each counts once}}{ended, plural, =0 {} one {; # row there came to nothing or has ended and is not counted} other {; # rows there came to nothing or have ended and are not counted}}.{others, plural, =0 {} one { {also} has such amounts too and was left out.} other { {also} have such amounts too and were left out.}}',
  'notice.currenciesBeside':
    'The list has no such amounts of its own. Those of {name} are in several currencies ({currencies}) and were not read: bring them into one there.',
  'notice.fewBeside':
    'Amounts in {name} are for {known, number} of {accounts, plural, one {# account} other {# accounts}} only: too few to balance by.',
  'notice.heldElsewhere':
    'No column of the list says who holds an account, so all are planned as nobody’s. “{header}” of {name} names people: bring it into the list as a column, and the plan starts from them.',
  'notice.likeLists':
    '{name} was taken. {count, plural, one {{names} is a list like it and was left out} other {{names}{more, plural, =0 {} other { and # more}} are lists like it and were left out}}: copy them into one to plan them together, or choose another list.',
  'notice.strewnOwners':
    'The column of owners names {owners, number} people for {accounts, plural, one {# account} other {# accounts}}: these are no team, so no territory is made of them. Choose another column for the owner if it is wrong, or a team list.',
  'notice.carrying':
    '{carry, number} of {people, number} people on the team list carry accounts; the others lead or help and get no territory.',
  'notice.seatsWithout':
    '{territories, plural, one {# territory} other {# territories}} for {seats, number} seats: {names}{more, plural, =0 {} other { and # more}} get none. To choose who, mark others as not active on the team list.',
  'notice.editsKept':
    '{count, plural, one {# account stays} other {# accounts stay}} where you put {count, plural, one {it} other {them}} by hand: locked as Manager decision. Clear the cell in the column Lock to let the plan decide again.',
  'notice.stays':
    '{count, plural, one {# account stays} other {# accounts stay}} with {count, plural, one {its} other {their}} owner as asked ({why, select, churn {churn risk is high} recent {owner changed in the last two years} openDeal {open deal closes within 90 days} renewal {renewal within 90 days} other {customers}}{why, select, churn {} customer {} other {, days counted from {date}}}).',
  'notice.placedAgain':
    '{count, plural, one {# account that was Unassigned or blank by hand is} other {# accounts that were Unassigned or blank by hand are}} placed again by this design. One that nobody is to have gets Do not assign in its Lock cell.',
  'notice.ownerTwice': '{name} has {count, number} territories: {ids}.',
  'notice.asListed':
    '{count, plural, one {# territory is} other {# territories are}} planned as you have them in the list on the sheet Territory Plan, not as the team list has them: {ids}.',
  'notice.derived':
    '{kind, select, noHeader {{name} has no row of headers: its {accounts, plural, one {# row is} other {# rows are}} read by their values.} headersBelow {{name} has placeholders for headers, and its own in its first row: {accounts, plural, one {# row is} other {# rows are}} read under these.} other {{name} lists {kind, select, deal {deals} order {orders} subscription {subscriptions or contracts} lead {people} activity {activities} quote {quotes} record {several rows to a customer} other {rows}}: {rows, plural, one {# row was} other {# rows were}} summed up to {accounts, plural, one {# account} other {# accounts}}{money, select, yes {{kind, select, deal { (open amounts as pipeline, won ones as booked)} order { (amounts as booked{ended, plural, =0 {} one {; # that was cancelled or returned is not counted} other {; # that were cancelled or returned are not counted}})} record { (amounts as booked)} activity { (what was ordered as booked)} subscription { (amounts as ARR, monthly ones times twelve{ended, plural, =0 {} one {; # that has ended is not counted} other {; # that have ended are not counted}})} other {}}} other {}}{nameless, plural, =0 {} other {; # without a customer {nameless, plural, one {was} other {were}} left out}}.}} Apply adds them as the sheet {sheet}.',
  'notice.sharedHolders':
    'The rows of {count, number} of {accounts, plural, one {# account} other {# accounts}} name several people: whoever has most of them holds the account.',
  'notice.mixedCurrencies':
    'Amounts are in several currencies ({currencies}) and are not added up. Give exchange rates under Balance, Change, to balance money.',
  'notice.obstacle.oversized':
    '{account} alone has {value} of {metric}, more than a territory may hold ({limit}). {unit, select, none {Make it a named account outside the balance} other {Keep smaller places whole}}, use fewer territories, or widen the tolerance.',
  'notice.apart':
    'Accounts that are locked or may go nowhere else fill {territories} alone. Without them the other territories deviate by at most {worst} of {metric} from their fair share{floor, select, none {} other {, and none can do better than {floor}}}.',
  'notice.oversized':
    '{unit, select, none {{accounts, plural, one {# oversized account is} other {# oversized accounts are}}} other {{accounts, plural, one {# account is} other {# accounts are}} of a place too large for a fair share, and}} set apart: {territories} {count, plural, one {has} other {have}} {accounts, plural, one {it} other {them}} for {count, plural, one {its target} other {their targets}} and no part of the rest. The other territories deviate by at most {worst} from their fair share of the {metric} that is left{floor, select, none {} other {, and no plan can stay below {floor}}}. Shared out with {accounts, plural, one {it} other {them}}, the worst would be {worstWith} off{floorWith, select, none {} other {, and no plan below {floorWith}}}.',
  'notice.obstacle.pinned':
    'The accounts that are locked to {territory}, or may go nowhere else, have {value} of {metric}, more than it may hold ({limit}). Release a lock, let them go elsewhere, or widen the tolerance.',
  'notice.obstacle.tooMuch':
    'Accounts that may only go to {territories} have {value} of {metric}; together these may hold {limit}.',
  'notice.obstacle.tooLittle':
    '{territories} cannot be filled: the accounts that may go there have {value} of {metric}, {limit} are needed.',
  'notice.nowhere.coverage':
    '{accounts, plural, one {# account is} other {# accounts are}} {model, select, pool {covered by the pool} partner {covered by partners} other {marked as not to be assigned}}: not carved and outside the balance.',
  'notice.nowhere.book':
    '{accounts, plural, one {# prospect is} other {# prospects are}} in the pool: the books of the seats are full. They are outside the balance, ranked for when there is room.',
  'notice.bookLimit':
    '{limit, select, none {{territory} takes more hours than its book allows} other {{territory} holds {accounts} accounts, more than the {limit} of its book}}: all others are customers, locked, or of a family.',
  'notice.nowhere.segment':
    '{accounts, plural, one {# account} other {# accounts}} of segment {segment}{metric, select, none {} other { with {value} of {metric}}} {accounts, plural, one {stays} other {stay}} unassigned: no seat of the team that may take {accounts, plural, one {it} other {them}} has this segment.',
  'notice.nowhere.region':
    '{accounts, plural, one {# account} other {# accounts}} in {region}{metric, select, none {} other { with {value} of {metric}}} {accounts, plural, one {stays} other {stay}} unassigned: no seat of the team that may take {accounts, plural, one {it} other {them}} has this region.',
  'notice.bound.bySegment':
    'Accounts stay in the segment of their rep, as the team and the list both have segments{ours, select, none {} other { (the list’s are our column {ours})}}; each segment is shared fairly among its own seats.',
  'notice.seatsOfAnySegment':
    'Accounts stay in the segment of their rep, but {seats, plural, one {# seat says no segment and may take any account} other {# seats say no segment and may take any account}}. So targets are shares of the whole list, not of each segment: give every seat a segment, and each is shared fairly among its own seats.',
  'notice.accountsOfAnySegment':
    '{accounts, plural, one {# account says no segment and may go to any seat: it counts} other {# accounts say no segment and may go to any seat: they count}} in the segment of the seat that has {accounts, plural, one {it} other {them}}.',
  'notice.namedSeats':
    '{names} {count, plural, one {has a seat} other {have seats}} for named accounts: {count, plural, one {it keeps} other {they keep}} the {accounts, plural, one {# account} other {# accounts}} that {count, plural, one {it holds} other {they hold}}, outside the balance, and {count, plural, one {gets} other {get}} no others.',
  'notice.namedShare':
    '{names}: {count, plural, one {# seat has} other {# seats have}} a role for named accounts, but {why, select, nothing {without what {count, plural, one {it holds} other {they hold}} there would be too few accounts, or nobody, to share the rest} other {{marked} of the {accounts, plural, one {# account} other {# accounts}} held there {marked, plural, one {is} other {are}} marked as named, which tells {count, plural, one {it} other {them}} apart too little}}: {count, plural, one {it shares} other {they share}} in the balance like any other.{why, select, nothing {} other { To have {count, plural, one {it keep what it holds} other {them keep what they hold}}, set Named seats apart to TRUE.}}',
  'notice.namedWaiting':
    '{names} {count, plural, one {has a seat for named accounts and holds none: there is no territory for it} other {have seats for named accounts and hold none: there are no territories for them}} until an account has {count, plural, one {this owner} other {such an owner}} in the list.',
  'notice.namedFamilies':
    '{accounts, plural, one {# account} other {# accounts}} of {families, plural, one {# family} other {# families}} that a seat for named accounts holds a part of {accounts, plural, one {is} other {are}} carved apart from it. To have {families, plural, one {that family} other {them}} whole there, give {accounts, plural, one {it} other {them}} to that seat in the list.',
  'notice.namedElsewhere':
    '{count, plural, one {1 account is marked as named and is in no seat for named accounts: it is carved like any other.} other {# accounts are marked as named and are in no seat for named accounts: they are carved like any other.}} To take {count, plural, one {it} other {them}} out of the balance, give {count, plural, one {it} other {them}} to such a seat in the list.',
  'notice.bound.byRegion':
    'Accounts stay in the region of their rep, as the team and the list both have regions{fair, select, yes {; each region is shared fairly among its own seats} other {}}.',
  'notice.unitsCut':
    'Of the {unit, select, zip {ZIPs or postcodes} zip3 {ZIP3 areas} county {counties} state {states} other {countries}} that were to be whole, {units, plural, one {# is} other {# are}} in more than one territory ({names}{more, plural, =0 {} other { and # more}}): locks or rules have {accounts, plural, one {# account} other {# accounts}} of {units, plural, one {it} other {them}} elsewhere.',
  'notice.unitless':
    '{accounts, plural, one {# account says} other {# accounts say}} no {unit, select, zip {ZIP or postcode} zip3 {ZIP or postcode} county {county} state {state} other {country}} and {accounts, plural, one {goes by itself, or with its family} other {go by themselves, or with their families}}.',
  'notice.skillsIdle':
    'Skills are to bind, but no skill in the team tells seats apart by an industry of the list: they bind no account.',
  'notice.regionUnknown':
    'The regions {regions} of the team are no states or countries, and no account names them; they bind no account.',
  'notice.obstacle.cap':
    'The limit on moves ({by, select, money {money} customers {customers} arr {the customers’ ARR} active {active prospects} untouched {untouched prospects} activeAccounts {customers and active prospects} other {accounts}}) is too tight for the tolerance: {allowed} allowed, about {needed} needed.',
  'notice.obstacle.conflict':
    '{account} and {other} are one family but are locked to different territories; the first lock won.',
  'notice.obstacle.empty': 'There are fewer accounts than territories: {territories, number} stay empty.',
  'notice.outOfBand':
    'The tolerance of ±{tolerance} for {metric} could not be met; the nearest plan found deviates by {worst}{floor, select, none {} other {, and none can do better than {floor}}}.',
  'notice.notLocated':
    '{accounts, plural, one {# account has} other {# accounts have}} no place and {accounts, plural, one {goes} other {go}} with others of the same state or owner, else where balance needs {accounts, plural, one {it} other {them}}.',
  'notice.lookupFailed': 'The place data for {countries} did not load, so only coordinates were used.',
  'notice.countryUnknown':
    '{count, plural, one {# account says a town or postcode, and nothing tells its country} other {# accounts say a town or postcode, and nothing tells their country}}: they are nowhere. Which country is it? Say it at the places, Change, or as the setting country (AU, NO, NZ).',
  'notice.noPlaces':
    'Nothing says where the accounts are: {alike, select, none {{owners, select, yes {they stay with their owners as far as the balance allows, and } other {}}the territories are {owners, select, yes {} other {balanced, but }}not compact.{could, select, none {} other { Accounts alike in {could} can be put together instead: say so under Balance, Change, or as the setting alike.}}} other {those alike in {alike} go together as far as the balance{owners, select, yes { and their owners allow} other { allows}}.}}',
  'notice.regionsOnly':
    '{all, select, yes {Of every account} other {Of {accounts, plural, one {# account} other {# accounts}}}} only the state or country is known: whole states stay together where the balance allows.',
  'notice.doubtfulColumn':
    '{field}: column “{header}” was taken; “{other}” would fit too. Change it if it is wrong.',
  'notice.columnGone':
    '{field}: the column “{header}” that was chosen is not there any more; {other, select, none {no other was taken} other {“{other}” was taken}}. Change it if that is wrong.',
  'notice.teamColumnGone':
    '{repField} in the team list: the column “{header}” that was chosen is not there any more; {other, select, none {no other was taken} other {“{other}” was taken}}. Change it if that is wrong.',
  'notice.keptBefore':
    'The input holds a plan that was applied and neither kept nor reverted. It counts as kept: the new plan starts from it, and Revert leads back to it.',
  'notice.notCalculated':
    'There are so many accounts that the formulas are left to be calculated by Excel when it opens the file.',
  'notice.notCarried': 'The copy lacks what could not be carried over: {items}.',
  'notice.findings':
    '{count, plural, one {# cell or row needs} other {# cells or rows need}} a look: {title}.',
  'finding.more': 'And {count, number} more of these in the same column.',
  'findings.more': 'further ones',
  'finding.textNumber': '“{read}” is text; read as {understood}.',
  'findings.textNumber': 'text that looks like a number',
  'finding.magnitude': '“{read}” read as {understood}.',
  'findings.magnitude': 'number with a magnitude',
  'finding.ambiguousNumber': '“{read}” read as {understood}; it could also be {otherwise}.',
  'findings.ambiguousNumber': 'number with two readings',
  'finding.notANumber': '“{read}” is no number; counted as no data.',
  'findings.notANumber': 'not a number',
  'finding.dateNotNumber':
    '{count, plural, =0 {“{read}” is a date, not a number; counted as no data. Type the number, or give the cell a number format if it is one.} other {“{read}” shows dates in {count, number} of its {filled, number} filled cells; counted as no data. If they are numbers, give the column a number format; else choose another column.}}',
  'findings.dateNotNumber': 'date among numbers',
  'finding.shownAsDate':
    '{count, plural, =0 {The cell shows a date, but {read} is no day of these times: it counts as the number. Give the cell a number format.} other {“{read}” shows dates in {count, number} of its {filled, number} filled cells, but numbers such as {understood} are no days of these times: all of it counts as numbers. Give the column a number format.}}',
  'findings.shownAsDate': 'number shown as a date',
  'finding.negative': '{read} is negative; in the balance it counts as 0.',
  'findings.negative': 'negative number',
  'finding.placeholder': '“{read}” stands for no data.',
  'findings.placeholder': 'placeholder',
  'finding.errorCell': 'The cell shows {read}; counted as no data.',
  'findings.errorCell': 'error in a cell',
  'finding.notADate': '“{read}” is no date; counted as no data.',
  'findings.notADate': 'not a date',
  'finding.ambiguousDate': '“{read}” read as {understood}; day and month could be the other way round.',
  'findings.ambiguousDate': 'date with two readings',
  'finding.mixedCurrency': '“{read}” is in another currency than the rest of the column.',
  'findings.mixedCurrency': 'several currencies',
  'finding.formulaText': '“{read}” is text and stays text.',
  'findings.formulaText': 'text that begins like a formula',
  'finding.noId': 'This account has no ID; it is told apart by its row.',
  'findings.noId': 'no account ID',
  'finding.duplicateId': '{read} stands in row {otherRow, number, ::group-off} too; both rows are planned.',
  'findings.duplicateId': 'same account ID twice',
  'finding.duplicateName': '“{read}” stands more than once; every row is planned.',
  'findings.duplicateName': 'same account name twice',
  'finding.sameIdOtherForm':
    '{read} is the same account as the one in row {otherRow, number, ::group-off} (15 and 18 characters).',
  'findings.sameIdOtherForm': 'same account ID in two forms',
  'finding.unknownParent':
    '{count, plural, one {The parent {read} is not in the list.} other {The parents of # accounts, such as {read}, are not in the list.}}',
  'findings.unknownParent': 'unknown parent',
  'finding.parentCycle': '{read} is, over others, its own parent; its family was cut there.',
  'findings.parentCycle': 'parents in a circle',
  'finding.rollUp': '{read} is about the sum of its {children, number} children: they may be counted twice.',
  'findings.rollUp': 'parent that counts its children',
  'finding.paddedPostcode': '{read} read as {understood}.',
  'findings.paddedPostcode': 'ZIP that lost its zero',
  'finding.noPlace':
    '{reason, select, unknownCity {The place “{read}” is not known.} unknownPostcode {The postcode “{read}” is not known.} regionOnly {Only “{read}” is known.} nowhere {“{read}” is no place.} regions {Of {count, plural, one {# account} other {# accounts}} only the state or country is known.} noColumns {No column says where the accounts are.} blanks {{count, plural, one {# account} other {# accounts}} state no place.} other {The address is blank.}} {reason, select, regions {Each goes with its state, and with the states beside it.} noColumns {They go by who holds them today, where that is known, and by balance.} blanks {They go by who holds them today, where that is known, and by balance.} other {The account goes with others of its state or owner, else where balance needs it.}}',
  'findings.noPlace': 'no place found',
  'finding.approximatePlace':
    '“{read}” is placed roughly{understood, select, none {} other {, as {understood}}}.',
  'findings.approximatePlace': 'approximate place',
  'finding.placeContradiction':
    '{kind, select, country {The coordinates {read} lie in {found}, not in {stated}} elsewhere {The coordinates {read} do not lie in {stated}} region {The coordinates {read} lie in {found}, not in {stated}} postcode {The coordinates {read} lie {km, number} km from the postcode, but at the town} address {The coordinates {read} lie {km, number} km from the address} zipState {The ZIP {read} lies in {zipRegion}, not in {region}} zipCity {The ZIP {read} lies {km, number} km from {city}} otherRegion {{city} lies in {found}, not in {region}} signLost {The coordinates {read} lack a minus sign} swapped {Latitude and longitude stand the wrong way round in {read}} unusable {{read} cannot be coordinates} other {{read} does not fit the rest of the address}}{used, select, coordinates {; the coordinates were used} address {; the address was used} city {; the city was used} zip {; the ZIP was used} zip3 {; the first three digits were used} none {; the account has no place} other {}}.',
  'findings.placeContradiction': 'place and address contradict',
  'finding.unknownCountry': 'The country “{read}” is not known.',
  'findings.unknownCountry': 'unknown country',
  'finding.severalPlaces': '“{read}” names {count, number} places; the first was used.',
  'findings.severalPlaces': 'several places in a cell',
  'finding.lostDegrees':
    '“{read}” in {header} is no degree, and {count, number} cells there are none: the column was left out. If the decimal sign was lost on the way (40.46 became 4046), export the list again.',
  'findings.lostDegrees': 'degrees that lost their decimal sign',
  'finding.doubtfulColumn': 'Column “{read}”: please check what it was taken for.',
  'findings.doubtfulColumn': 'doubtful column',
  'finding.blankRows': '{count, plural, one {# blank row was} other {# blank rows were}} left out.',
  'findings.blankRows': 'blank rows',
  'finding.hiddenRows':
    '{count, plural, one {# hidden row is} other {# hidden rows are}} {included, plural, =0 {left out} other {planned too}}.',
  'findings.hiddenRows': 'hidden rows',
  'finding.totalsRow': 'The row “{read}” looks like a total and was left out.',
  'findings.totalsRow': 'totals row',
  'finding.headerAgain': 'The row repeats the headers and was left out.',
  'findings.headerAgain': 'headers again amid the list',
  'finding.mojibake': '“{read}” looks garbled{understood, select, none {} other {; it may be {understood}}}.',
  'findings.mojibake': 'garbled letters',
  'finding.departedOwner':
    '{read} has left; {count, plural, one {the account is} other {the # accounts are}} free.',
  'findings.departedOwner': 'owner who left',
  'finding.queueOwner':
    '{read} is no person; {count, plural, one {the account is} other {the # accounts are}} free.',
  'findings.queueOwner': 'owner that is no person',
  'finding.unknownOwner':
    '{read} is not on the team list; {count, plural, one {the account is} other {the # accounts are}} free.',
  'findings.unknownOwner': 'unknown owner',
  'finding.ownerWithoutSeat':
    '{read} gets no territory; {count, plural, one {this account is} other {these # accounts are}} free.',
  'findings.ownerWithoutSeat': 'owner without a territory',
  'finding.repWithoutName': 'This seat has no name; taken as to be hired.',
  'findings.repWithoutName': 'rep without a name',
  'finding.duplicateRep':
    '{read} stands twice on the roster; {counts, select, both {without an id these may be two people, so both rows are seats: delete one if they are not} other {the first row counts}}.',
  'findings.duplicateRep': 'rep twice on the roster',
  'finding.repIdTwice':
    'The id {read} is {rep}’s here and {other}’s in row {otherRow}: they are taken for two people, and accounts that give this id all count for one of them. Give one of them another id.',
  'findings.repIdTwice': 'one id for two people',
  'finding.repNameTwice':
    '{read} stands in row {otherRow} too, with another id: these are taken for two people. Accounts that give the owner’s name without an id all count for one of them: give them the owner’s id.',
  'findings.repNameTwice': 'one name for two people',
  'finding.sharedTerritory':
    '{rep} is in “{read}”, and so is {other} in row {otherRow}: {seats, select, one {they share one seat. Say on the sheet Quota, under the reps who share a seat, which part of its quota each has} two {each is a seat with a territory of its own. If they share one, set Share seats to TRUE on the sheet Territory Plan, or choose it on the page} other {each is a seat with a territory of its own. If only one of them is to have it, delete the other row}}.',
  'findings.sharedTerritory': 'territory named in two rows',
  'finding.openWithoutCover':
    'The open seat {read} has nobody who covers it until it is filled: name somebody in Covered By.',
  'findings.openWithoutCover': 'open seat without cover',
  'finding.largeAccount': '{read} is larger than a fair share of a territory.',
  'finding.unknownLock':
    '“{read}” is no kind of lock. {kept, select, nowhere {It holds nothing: the account has neither a territory of the plan nor an owner on the team.} other {The account is kept here all the same, as with “Keep here”.}} Pick a kind from the list, or clear the cell.',
  'findings.unknownLock': 'unknown kind of lock',
  'finding.lockNowhere':
    '{why, select, blank {This account is locked (“{read}”), but has no owner on the team.} team {This account is locked in {read}, but the team has changed since the plan, and nobody on it is known to carry that territory.} other {This account is locked, but {read} is no territory of the plan.}} {kept, select, owner {It is kept with its owner.} other {The lock holds nothing; the account is carved like any other.}}',
  'findings.lockNowhere': 'lock without a territory',
  'finding.unknownTerritory':
    '{why, select, team {The account was put into {read} by hand, but the team has changed since the plan, and nobody on it is known to carry that territory.} other {“{read}” is no territory of the plan, so Balance counts the account in none.}} The next design places it like any other. Pick a territory from the list, or clear the cell.',
  'findings.unknownTerritory': 'unknown territory',
  'finding.unknownCoverage':
    '“{read}” is no coverage model (direct, pool, partner, do not assign); {count, plural, one {the account is} other {# accounts are}} carved like direct ones.',
  'findings.unknownCoverage': 'unknown coverage model',
  'findings.largeAccount': 'very large account',
  'findings.range': 'range of numbers',
  'finding.range': '“{read}” is a range; read as its middle, {understood}.',
  'findings.clockTime': 'time for hours',
  'finding.clockTime': 'Times are read as hours: “{read}” as {understood}.',
  'findings.headerUnit': 'unit in the header',
  'finding.headerUnit': '“{read}” names a unit; a typical value is read as {understood}.',
  'findings.scaleUnclear': 'unit that may be missing',
  'finding.scaleUnclear':
    '“{read}” has typical values of {understood}, little for a year’s revenue. If they are thousands or millions, say so in the header, as in “{read} (in millions)”.',
  'findings.percentScale': 'percentages',
  'finding.percentScale': 'The values are per cent; {read} is read as {understood}.',
  'findings.notAFlag': 'neither yes nor no',
  'finding.notAFlag': '“{read}” is neither yes nor no; counted as no data.',
  'findings.idsDifferByCase': 'IDs that differ by case only',
  'finding.idsDifferByCase':
    '{read} differs from another ID by case only; they are two accounts, but look-ups in Excel take them for one.',
  'findings.counted':
    '{severity, select, error {Error} warning {Check} other {Note}}: {title}, {count, number}{row, plural, =0 {} other { (first in row {row, number, ::group-off})}}.',
} as const;
