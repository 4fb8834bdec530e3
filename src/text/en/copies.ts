/** Planning copies for managers, and what comes back of them. */
export const copies = {
  'sheet.copy': 'Planning Copy',
  'action.copy': 'Write the planning copy',
  'action.compareCopy': 'Compare with the list',
  'action.takeCopy': 'Propose what the copy moved',
  'action.decideConflict': 'Decide',
  'writing.copy': 'Writing the planning copy …',
  'news.copy':
    'The planning copy for {manager} is written: {accounts, plural, one {# account} other {# accounts}}, {team, plural, one {# territory} other {# territories}} of the team. Move or copy the sheet {sheet} into a workbook of its own before you share it.',
  'news.copyTaken':
    '{count, plural, =0 {Nothing of {name} is proposed} one {# account of {name} is proposed for its territory} other {# accounts of {name} are proposed for their territories}}{kept, plural, =0 {} one {, # stays where the list has it} other {, # stay where the list has them}}: not accepted yet.{unknown, plural, =0 {} one { One of its cells names no territory of this plan and was left out ({first}).} other { # of its cells name no territory of this plan and were left out, {first} among them.}}{strangers, plural, =0 {} one { One of its rows is of no single account of the list.} other { # of its rows are of no single account of the list.}}',
  'failure.noTeam': 'Nobody called {name} leads a territory of this plan.',
  'failure.noCopy': 'No planning copy stands on a sheet {name}.',
  'failure.copyNoKey':
    'Accounts of {name} cannot be told apart by id or name, so a planning copy could not be joined to them again.',
  'failure.copyStrange': 'None of the accounts of {name} is in the list.',
  'failure.copyEdited':
    'The sheet Planning Copy has {count, plural, =0 {words} one {# move} other {# moves}} that somebody typed there: take them over first, or delete the sheet.',
  'failure.copyChanged': 'The copy, or the list, has changed since they were compared. Compare them again.',
  'failure.conflictsOpen':
    '{count, plural, one {# account was} other {# accounts were}} moved both here and in the copy, or {count, plural, one {has a blank cell} other {have blank cells}} there ({label}): say for each which counts.',
  'year.copies': 'Managers',
  'year.copyHint':
    'A manager gets the accounts of the own team and those at its border, with quotas of the own team and nobody’s pay, on a sheet that works in a workbook of its own. What comes back is put on a sheet here and compared account by account.',
  'year.copyNone': 'Nobody leads a territory by the team list.',
  'year.manager': 'Manager',
  'year.returned': 'Returned copy',
  'year.copyFound':
    '{name}: {takes, plural, =0 {no account is moved there alone} one {# account is moved there alone} other {# accounts are moved there alone}}, {conflicts, plural, =0 {none is moved on both sides} one {# is moved on both sides} other {# are moved on both sides}}, {blanks, plural, =0 {} one {# has a blank cell, } other {# have blank cells, }}{same, plural, =0 {} one {# says what the list says, } other {# say what the list says, }}{untouched, plural, one {# is as it was} other {# are as they were}}.',
  'year.copyTake':
    '{label}: {mine} → {theirs}{trade, select, none {} other { (trade, {trade}: both have to agree)}}{why, select, none {} other {. {why}}}',
  'year.copyConflict':
    '{label}: {was} when copied, here {mine}, in the copy {isBlank, select, true {a blank cell, that is {theirs}} other {{theirs}}}{trade, select, none {} other { (trade, {trade})}}{why, select, none {} other {. {why}}}',
  'year.copyStrangers':
    '{count, plural, one {# account of the copy is not in the list, or not once} other {# accounts of the copy are not in the list, or not once}}: {some}',
  'year.copyUnknown':
    '{count, plural, one {# cell names} other {# cells name}} no territory of the plan: {some}',
  'year.mine': 'Keep ours',
  'year.theirs': 'Take theirs',
  'copy.title': 'Planning copy for {manager}',
  'copy.headline':
    '{territories, plural, one {# territory} other {# territories}} with {accounts, plural, one {# account} other {# accounts}}, and {border, plural, one {# account} other {# accounts}} of others at the border',
  'copy.made': 'As of {date}.',
  'copy.what': 'It holds nobody’s pay, and quotas of the own team alone.',
  'copy.how':
    'Choose another territory in the column Territory, say why, and send the sheet back. The figures above the accounts follow.',
  'copy.territories': 'Territories of the team, and all others',
  'copy.accounts': 'Accounts of the team, and those of others at its border',
  'copy.team': 'Own team',
  'copy.quota': 'Quota',
  'copy.elsewhere': 'Accounts not in this copy',
  'copy.target': 'Fair share: {metric}',
  'copy.share': '% of fair share: {metric}',
  'copy.key': 'Account key',
  'copy.place': 'Place',
  'copy.owner': 'Owner today',
  'copy.border': 'At the border to',
  'copy.why': 'Why',
  'copy.from': 'Territory when copied',
  'copy.pick': 'The territory this account should be in.',
} as const;
