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
  'quota.move.out': 'Leaves',
  'quota.move.in': 'Comes',
  'quota.move.outGoes': 'Leaves: counted',
  'quota.move.inGoes': 'Comes: counted',
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
    'Once quotas are issued: whether an account that is accepted elsewhere takes the rest of its year’s quota along',
  'quota.means.moveThreshold':
    'What came to a seat less what left it counts where it is more than this part of its issued quota',
  'log.quota': 'Its quota, full year',
};
