/** Files for other systems. */
export const loads = {
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
  'loads.title': 'Files that carry the plan to other systems',
  'loads.headline':
    '{changed, number} of {accounts, number} accounts change owner or territory; {blocked, plural, =0 {none is left out of a file} one {# is left out of a file, see below} other {# are left out of a file, see below}}',
  'loads.target.hubspot':
    'For HubSpot’s import of companies: accounts are known by their Record ID, owners by e-mail.',
  'loads.target.plain': 'A plain list: nothing tells which system the accounts come from.',
  'loads.accuracy':
    'Load Routing sends {agree, number} of the {of, number} accounts with a known place to the territory that they are in.',
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
  'loads.do.delete': 'Delete',
  'loads.do.import': 'Import',
  'loads.do.table': 'Routing table',
  'loads.undo.update': 'Rollback: update',
  'loads.undo.insert': 'Rollback: insert',
  'loads.undo.delete': 'Rollback: delete',
  'loads.undo.import': 'Rollback: import',
  'loads.undo.table': 'Rollback',
  'loads.problem.noId': 'The account has no id',
  'loads.problem.strangeId': '{id} is no id of a Salesforce account',
  'loads.problem.idTwice': '{id} stands on several rows that go to different owners',
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
  'loads.problem.noClear':
    'It has no owner today; an import can give it one, but cannot take that away again',
  'loads.problem.noTerritoryId':
    '{territory} is not in the export of Territory2 yet: load the territories first and export again',
  'loads.problem.noAssociation':
    'What it has to leave is not known: put an export of ObjectTerritory2Association on a sheet',
  'loads.problem.noStamp': 'One of its (Do Not Modify) cells is blank',
  'loads.problem.formulaText':
    '{count, plural, one {{text} begins} other {# texts, the first of them {text}, begin}} like a formula: in the file as it stands',
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
    'Put a loader’s result on a sheet and write the files again: what is left is what it refused, and a rollback takes back only what it took.',
  'loads.problems':
    '{count, plural, =0 {Every row can be loaded} one {# row to look at} other {# rows to look at}}',
  'loads.listed': 'Row by row: {listed, number} of {count, number}',
};
