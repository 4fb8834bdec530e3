/** What happens to single accounts outside of the plan. */
export const accountEvents = {
  'action.accountEvent': 'Propose what follows',
  'log.event.gone': 'Account gone',
  'log.event.merged': 'Merged into {other}',
  'log.event.reparented': 'New parent: {other}',
  'log.event.owner': 'New owner in the CRM: {other}',
  'log.noted': 'Noted',
  'news.accountEvent':
    '{account} is proposed for {territory, select, Unassigned {no territory} other {{territory}}} from {day}{kind, select, gone {: it is gone} merged {: it is part of {other} now} reparented {: its parent is {other} now, and the list says so} other {: {other} owns it in the CRM, and the list says so}}. Not accepted yet.',
  'news.accountNoted':
    '{account} stays in {territory, select, Unassigned {no territory} other {{territory}}}{kind, select, gone {: it is gone} merged {: it is part of {other} now} reparented {: its parent is {other} now, and the list says so} other {: {other} owns it in the CRM, and the list says so}}. {tookBack, select, none {} Unassigned {That it was to be in no territory is taken back. } other {That {tookBack} was proposed for it is taken back. }}The log has it.',
  'failure.eventDay': '“{day}” is no day from which that could hold.',
  'failure.eventNoColumn':
    'The list has no column that tells {what, select, owner {who owns an account} other {the parent of an account}}, or the account has nothing there to be called by: nothing can be written there.',
  'failure.eventNoSeat':
    '{count, plural, =0 {“{name}” has no territory in this plan} other {“{name}” has # territories in this plan}}: move the account to the one you mean.',
  'failure.eventSame': '{account} cannot be merged with itself, or be its own parent.',
  'failure.eventRing':
    '{other} stands below {account} already: an account cannot come under one of its own family below it. Change the parent of {other} first.',
  'failure.eventNowhere':
    '{account} is in no territory that was accepted, so that nothing can go to where it is: put it into one first, or say which account survives.',
  'failure.eventAgain': 'The log has that of {account} already ({id}), and nothing is left to do.',
  'year.account': 'Something happens to an account',
  'year.about.account': 'Gone, merged, another parent, another owner in the CRM',
  'year.accountHint':
    'What follows is shown first, and proposed: Accept puts it on the log with its day and reason, Put back takes the move away. Merged: the account that survives keeps its territory, quota and holder; the other goes there with its own until a new export has one row for both. A new parent or owner is written into the list, and stays there.',
  'year.accountWhat': 'What happened',
  'year.accountOne': 'Account, by id or name',
  'year.event.gone': 'It is gone',
  'year.event.merged': 'It became part of another',
  'year.event.reparented': 'It has another parent',
  'year.event.owner': 'The CRM has another owner',
  'year.other.merged': 'The account that survives, by id or name',
  'year.other.reparented': 'The account that is its parent now, by id or name',
  'year.other.owner': 'The new owner',
  'year.eventStays':
    '{label} stays in {territory, select, Unassigned {no territory} other {{territory}}}: the log gets a line.',
  'year.eventBack':
    'What is proposed for it now ({territory, select, Unassigned {no territory} other {{territory}}}) is taken back.',
  'year.eventCell': '{header} in the list: {value}',
};
