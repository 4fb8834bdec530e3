/** Events of the year that have days of their own, and those that change who has which territory. */
export const events = {
  'column.holdOwner': 'Hold Owner',
  'column.holdUntil': 'Hold Until',
  'action.schedule': 'Propose the move',
  'action.due': 'Carry out what is due',
  'news.scheduled':
    '{count, plural, one {# account is} other {# accounts are}} proposed for {name} from {from}{until, select, none {} other { up to and with {until}}}: not accepted yet.',
  'news.due':
    '{ended, plural, =0 {} one {# account is held no longer: it is where it was accepted. } other {# accounts are held no longer: they are where they were accepted. }}{back, plural, =0 {} one {# account is back from its cover, accepted and on the log. } other {# accounts are back from their cover, accepted and on the log. }}{left, plural, =0 {} one {# stays: something else is proposed for it, or the territory it came from is gone. } other {# stay: something else is proposed for them, or the territory they came from is gone. }}Load files that were written before are those of before.',
  'headless.moved':
    '{moved, plural, one {# account changes} other {# accounts change}} owner, {stay, plural, one {# stays} other {# stay}}, {new, number} had none.',
  'failure.nothingDue': 'Nothing is due today.',
  'failure.noneSelected': 'No account of {sheet} is selected: select its rows there, or say its id.',
  'failure.scheduleDay':
    '“{day}” is no day from which a move can be scheduled: a day such as {today}, today or later, is needed.',
  'failure.scheduleUntil':
    '“{day}” cannot be the last day of a cover that begins on {from}: a day not before that is needed.',
  'failure.allThere':
    '{count, plural, one {The account is} other {All # accounts are}} accepted in {name} already.',
  'failure.coverNowhere':
    '{account} is accepted in no territory, so there is nothing that it could come back to: move it for good.',
  'year.due': 'Due, and to come',
  'year.scheduled': 'Moves on a day',
  'year.scheduledHint':
    'Accounts go to another territory on a day to come, for good or for a while. Until then its owner of today keeps them: accepted, the list says so in Hold Owner and Hold Until, and load files for the CRM wait for the day.',
  'year.accounts': 'Accounts, by id or name, with ; between them (blank: the selected rows)',
  'year.toTerritory': 'To',
  'year.fromDay': 'From',
  'year.untilDay': 'Last day, where they come back',
  'year.heldLine': '{label}: {was} → {is} from {day}',
  'year.coveredLine': '{label}: with {is}, back to {was} from {day}',
  'year.dueCount':
    '{ended, plural, =0 {} one {The day of # move has come. } other {The day of # moves has come. }}{back, plural, =0 {} one {The cover of # account has ended.} other {The cover of # accounts has ended.}}',
  'year.changeDated': '{change}, from {from}{until, select, none {} other { up to {until}}}',
  'year.shares': '{territory}, % of a fair share: {effects}',
  'year.effect': '{metric} {before} → {after}',
  'year.quotaEffect': '{territory}, quota: {before} → {after}',
  'log.until': 'Effective to',
  'log.scheduled': 'Scheduled',
  'log.coverEnded': 'Cover ended',
  'loads.problem.loadedSince':
    'The list has it with {owner}, a result on a sheet says that a loader gave it to somebody else: the row gives it back. Take a new export over, or the result out where the list is newer',
  'loads.problem.held':
    'Stays with {owner, select, none {nobody} other {{owner}}} until {day}: only the list of moves has it before then',
  'quota.moved': 'Moved accounts',
  'quota.byDates': 'Issued, by its dates',
  'quota.movedNet': 'Came less went',
  'quota.goes': 'Goes along',
  'quota.since.moved': 'accounts have moved',
  'quota.moves.title':
    'Accounts that moved since quotas were issued: the rest of their year’s quota goes along',
  'quota.move.no': 'No.',
  'quota.move.from': 'From Id',
  'quota.move.to': 'To Id',
  'quota.move.full': 'Its full-year quota',
  'quota.move.rest': 'Rest of its year',
  'quota.move.out': 'Leaves',
  'quota.move.in': 'Comes',
  'quota.move.outGoes': 'Leaves: counted',
  'quota.move.inGoes': 'Comes: counted',
  'quota.move.along': 'Goes along',
  'quota.move.leaves': 'Carried from {n}',
  'quota.move.comes': 'Carried to {n}',
  'quota.move.outBy': 'Left by {n}',
  'quota.move.inBy': 'Come by {n}',
  'quota.moves.above': 'Above a part',
  'quota.moves.always': 'Always',
  'quota.moves.never': 'Never',
  'quota.set.moves': 'Quota follows accounts that move',
  'quota.set.moveThreshold': 'Moves count above',
  'quota.unit.moves': 'choice',
  'quota.unit.moveThreshold': '%',
  'quota.means.moves':
    'Once quotas are issued: whether an account accepted elsewhere takes the rest of its quota along',
  'quota.means.moveThreshold':
    'Above it for one of the two seats, quota goes from one to the other: what came to a seat less what left it, as a part of its issued quota',
  'log.quota': 'Its quota, full year',
  'action.join': 'Put into the territory',
  'action.leave': 'Note the leave',
  'action.cover': 'Note who covers',
  'action.endLeave': 'Back',
  'log.joined': 'Joined',
  'log.leave': 'Leave',
  'log.cover': 'Cover',
  'log.hold.renewal': 'Held until it renews',
  'log.hold.openDeal': 'Held until the deal closes',
  'action.holdDeals': 'Hold until then',
  'news.held':
    '{count, plural, one {1 account stays} other {# accounts stay}} with the old owner until {kind, select, renewal {it renews} other {the deal closes}}: Hold Owner and Hold Until say so, the log has the day, and load files wait for it.',
  'failure.nothingToHold':
    'There is nothing to hold: no account that the plan took from an owner who stays renews or closes within 90 days.',
  'year.hold':
    '{kind, select, renewal {{count, plural, one {1 account} other {# accounts}} that changed owner {count, plural, one {renews} other {renew}} within 90 days} other {{count, plural, one {1 account} other {# accounts}} that changed owner {count, plural, one {has} other {have}} a deal that closes within 90 days}}. {count, plural, one {It} other {They}} may stay with the old owner until that day.',
  'log.leaveEnded': 'Back from leave',
  'log.leaveOff': 'Leave called off',
  'news.joined':
    '{name} has {territory} from {start}: the team list and the list of territories say so, and the log. Its accounts, and its target, stay as they are.',
  'news.leave':
    '{owner} ({territory}) is away from {from} to {to}, and back on {back}. {cover, select, none {Nobody covers: load files go on naming the owner.} other {Load files that are written in these days name {cover}.}}',
  'news.leaveInstead':
    'It takes the place of the leave from {from} to {to}: quota is not relieved by those days any more.',
  'news.leaveEnded': '{owner} has {territory} as before: nothing is said of a leave any more.',
  'news.leaveShort':
    '{owner} is back and has {territory} as before. The leave from {from} to {to} stays noted: quota is relieved by these days.',
  'failure.seatTaken': '{name} is not open: {owner} has it. A successor is typed as owner on Territory Plan.',
  'news.cover':
    '{cover, select, none {Nobody covers {territory}} other {{cover} covers {territory}}}{start, select, none {} other { until {start}}}{future, select, none {} other {; then it is {future}’s}}. Balance and quota of whoever covers stay as they are.',
  'failure.rowNotThere':
    '{sheet} has no row of {says}: it was deleted, or there was none yet when the sheet was written. Write that sheet anew, and try again.{outcome, select, back { The workbook was put back as it was.} untouched { Nothing was changed.} other {}}',
  'failure.notOpen': '{name} has its owner: nobody needs to cover it. For leave there is a card of its own.',
  'failure.seatOpen': '{name} is open: nobody has it who could be away.',
  'failure.formerOwner':
    '{former}, who had {territory}, stands on the team list {list} still: with {name} there would be somebody more than there are territories ({count}). Take that row off the list, or mark it inactive, and try again.',
  'failure.joinerName': 'Who joins? A name is needed.',
  'failure.joinerDay': '“{day}” is no day on which somebody can start.',
  'failure.onTeam':
    '{name} stands on the team list already. Type the name as owner of the territory on Territory Plan.',
  'failure.noTeamList':
    'There is no team list that a name and a start could be written into. Make one first (Make a team list), or put one on a sheet.',
  'failure.teamColumn':
    'The team list {list} has no column “{column}” to write into: add one, and try again.',
  'failure.leaveDays': 'A leave has a first and a last day, in this order: “{from}” and “{to}” are none.',
  'failure.noLeave': '{owner} ({name}) is not away, and no leave to come is noted: there is nothing to end.',
  'failure.sameLeave':
    'The leave of {owner} ({name}) from {from} to {to} is noted as it is: there is nothing to change.',
  'failure.noCover': '{name} cannot cover for {owner}: somebody else of the team, who is active, is needed.',
  'year.joiner': 'Somebody joins',
  'year.joinerOpen':
    'An open territory: name and start are written into the team list, the owner into the list of territories. Whether and how long somebody ramps is a matter of quota.',
  'year.noOpen': 'No territory is open.',
  'year.joinerName': 'Name',
  'year.joinerStart': 'Start',
  'year.leave': 'Somebody is away for a while',
  'year.leaveHint':
    'The plan stays as it is. Quota is relieved by the days (a convention of Quota Plan), and load files that are written in these days name who covers.',
  'year.leaveFrom': 'First day',
  'year.leaveTo': 'Last day',
  'year.cover': 'Covered by',
  'year.nobody': 'Nobody',
  'year.leaveLine':
    '{territory}: {owner} is away from {from} to {to}, {cover, select, none {covered by nobody} other {covered by {cover}}}; back on {back}',
  'year.leaveBack':
    '{territory}: {owner} has been back since {back}: load files that were written before name {cover, select, none {the owner} other {{cover}}}',
  'year.payEffect':
    '{territory}, pay: {amount} of target variable a year lie on the quota of what {goes, select, in {comes} other {leaves}}',
  'year.payUnknown':
    '{territory}, pay: nobody knows how much lies on the quota of what {goes, select, in {comes} other {leaves}}',
  'year.fairShare':
    '{metric}, fair share of a full seat: {before} → {after}; {count, plural, one {the other territory has} other {# others have}} {least} to {most} of theirs now, {leastThen} to {mostThen} then',
  'year.seatPay': '{territory}, base and target variable of the year: {before} → {after}',
  'year.seatPayUnknown': '{territory}, pay: nobody knows base and target variable of this seat',
  'year.afterYear': '{day} is after the fiscal year of the quotas, which ends on {end}.',
  'year.payNotIssued': 'Pay: no quota is issued yet, so that none goes along with an account',
  'year.quotaSum': 'All issued quotas together: {before} → {after} ({why})',
  'year.quotaSum.toNobody': '{by}: of accounts that are in no territory, whose quota nobody carries',
  'year.quotaSum.fromNobody': '{by}: of accounts that come back from nobody, or from a seat that is gone',
  'year.quotaSum.carried':
    '{by}: for the rest of the year the seats that they leave and those that they come to are not there alike (start, end, leave, ramp)',
  'year.quotaMore': 'and {count, plural, one {# other quota} other {# other quotas}}',
  'year.quotaOthers':
    'and {count, plural, one {# other quota} other {# other quotas}}, until quotas are issued',
  'action.merge': 'Propose the merger',
  'action.close': 'Close',
  'action.reopen': 'Open again',
  'log.closed': 'Territory closed',
  'log.reopened': 'Territory open again',
  'news.merged':
    '{count, plural, one {# account} other {# accounts}} of {from} {count, plural, one {is} other {are}} proposed for {into}, not accepted yet. Once it is accepted {from} can be closed.',
  'news.closed':
    '{name} is closed: its target is the others’ from now on, and nothing goes there. Its row stays until the next design.',
  'news.reopened': '{name} is open again, with its share.',
  'failure.mergeSame': '{name} cannot become one with itself.',
  'failure.noneThere': 'Nobody holds an account in {name}.',
  'failure.closedAlready': '{name} is {what, select, close {closed} other {open}} already.',
  'failure.notEmpty':
    '{name} cannot be closed: {count, plural, one {# account is} other {# accounts are}} there, or accepted there. Spread or merge it first, and accept that.',
  'failure.lastOpen': '{name} is the last territory that is open.',
  'failure.closedSeat':
    'Territory {id} is closed (its capacity share on Territory Plan is 0). Take its seat off the team list, or give it a share again, then design.',
  'year.merge': 'Territories merged, or retired',
  'year.mergeHint':
    'Merged: all accounts of one go to the other, and nothing else moves. Retired: spread its accounts (Somebody leaves). Once that is accepted it stands empty here and can be closed: then its target is the others’.',
  'year.into': 'Into',
  'year.empty': '{name} is empty.',
  'year.closed': '{name} is closed.',
  'against.closed': 'the territory is closed',
  'action.carve': 'Carve a territory',
  'log.carved': 'New territory carved',
  'log.split': 'Territory split',
  'news.carved':
    '{owner} stands on the team list, and would get {name}: {moved, plural, one {# account} other {# accounts}} ({customers, plural, =0 {no customer} one {# customer} other {# customers}} among them) from {givers}, {share} of a fair share. Nothing else moves. Apply writes it; without it, take the row out of the team list again.',
  'failure.proposedFirst':
    'Something is proposed and not accepted yet: accept it or put it back first, so that the new territory is carved from what holds.',
  'failure.seatsSet':
    '{name} stands on the team list now, but the number of territories is set on Territory Plan, so that there is no seat for one more: clear it there, and design.',
  'failure.nothingToCarve':
    '{name} stands on the team list now, but nothing could be carved within the cap and the rules: allow more accounts to move, or take the row out of the team list again.',
  'year.carve': 'A new territory',
  'year.carveHint':
    'For somebody who joins: carved from the overloaded territories and their neighbours, or from one that is split, with the fewest moves. A row comes into the team list, and the plan is shown before anything else is written.',
  'year.carveFrom': 'From',
  'year.overloaded': 'The overloaded ones',
  'year.mostAccounts': 'At most, % of all accounts',
  'year.mostCustomers': 'At most, % of the customers',
  'year.preview':
    'A plan is shown on the page Design: apply it and decide, or go back, then the year goes on.',
  'year.today':
    '{count, plural, =0 {Nothing needs a decision today} one {# thing needs a decision today} other {# things need a decision today}}',
  'year.calm':
    'Every account is where it was accepted{told, select, yes {; every territory is within its tolerances} other {}}.',
  'year.proposedCount':
    '{count, plural, =0 {} one {# waits to be accepted} other {# wait to be accepted}}{strange, plural, =0 {} other {{count, plural, =0 {} other {, }}}}{strange, plural, =0 {} one {# names a territory that there is not} other {# name territories that there are not}}',
  'year.uncovered':
    '{count, plural, one {Nobody covers {names}, which waits for its owner.} other {Nobody covers # territories that wait for their owners: {names}.}}',
  'year.events': 'When something happens',
  'year.others': 'Systems and people',
  'year.checks': 'Checks',
  'year.about.refresh':
    '{count, plural, =0 {No other list in this workbook} one {Another list in this workbook: {name}} other {# other lists in this workbook}}',
  'year.about.leaver': 'A successor, or the accounts go to neighbours',
  'year.about.joiner':
    '{count, plural, =0 {No territory is open} one {{name} is open} other {# territories are open}}',
  'year.about.leave':
    '{count, plural, =0 {No leave is noted} one {# leave is noted} other {# leaves are noted}}',
  'year.about.open':
    '{count, plural, one {# waits for its owner} other {# wait for their owners}}, {bare, plural, =0 {covered} other {# without cover}}',
  'year.about.carve': 'For somebody who joins, from those that have too much',
  'year.about.merge':
    'Two become one{empty, plural, =0 {} other {; # empty}}{closed, plural, =0 {} other {; # closed}}',
  'year.about.schedule': '{count, plural, =0 {None is noted} one {# is noted} other {# are noted}}',
  'year.about.loads':
    '{count, plural, =0 {Not written since the pane was opened} one {# file written} other {# files written}}{held, plural, =0 {} one {; # row held back} other {; # rows held back}}',
  'year.about.system':
    '{count, plural, =0 {No other table in this workbook} one {Another table in this workbook: {name}} other {# other tables in this workbook}}',
  'year.about.mismatches':
    '{count, plural, =0 {Nothing differs in {name}} one {# row differs in {name}} other {# rows differ in {name}}}',
  'year.about.copies':
    '{count, plural, =0 {Nobody leads a territory} one {Planning copy for # manager} other {Planning copies for # managers}}{copies, plural, =0 {} one {; # in this workbook} other {; # in this workbook}}',
  'year.about.health': 'What drifted, who is neglected, what renews',
  'year.about.verify': 'Does the same plan come out again?',
};
