/** The page of one territory. */
export const territory = {
  'territory.page': 'Territory',
  'territory.none': 'No plan stands that could be looked at, or another one is shown on the page Design.',
  'territory.pick': 'Territory',
  'territory.back': 'Back',
  'territory.owner':
    '{owner, select, none {Nobody has it} other {{owner}}}{manager, select, none {} other {, led by {manager}}}',
  'territory.waits':
    '{state}: {cover, select, none {nobody covers} other {{cover} covers}}{future, select, none {} other {; then {future}’s}}{start, select, none {} other {, from {start}}}',
  'territory.closed': 'Closed: it has no share, and nothing goes there.',
  'territory.accounts':
    '{count, plural, one {# account} other {# accounts}}{customers, select, none {} 1 {, 1 customer} other {, {customers} customers}}{money, select, none {} other {, {what} {money}}}',
  'territory.centre': 'Centre near {place}; its accounts are {distance} from it on average',
  'territory.load': '{load} of {target}, ±{tolerance}',
  'territory.loads': '% of fair share',
  'territory.out': 'out of tolerance',
  'territory.largest': 'Largest accounts',
  'territory.neighbours': 'Neighbours',
  'territory.neighbourCount':
    '{count, plural, =0 {None shares a border account} one {# territory} other {# territories}}',
  'territory.neighbour': '{name}{owner, select, none {} other { · {owner}}}',
  'territory.border':
    '{here, plural, =0 {No account} one {# account} other {# accounts}} on this side of the border, {there} on the other',
  'territory.history': 'What was accepted',
  'territory.historyCount':
    '{count, plural, =0 {Nothing since the plan was kept} one {# entry} other {# entries}} on the log',
  'territory.change':
    '{day}: {what}{reason, select, none {} other { ({reason})}}{by, select, none {} other {, by {by}}}',
  'territory.came': '{name} came {other, select, none {from no territory} other {from {other}}}',
  'territory.went': '{name} went {other, select, none {to no territory} other {to {other}}}',
  'territory.seat': '{from, select, none {nobody} other {{from}}} → {to, select, none {nobody} other {{to}}}',
  'territory.proposed':
    'Proposed, not accepted yet: {comes, plural, =0 {none comes} one {# account comes} other {# accounts come}}, {goes, plural, =0 {none goes} one {# goes} other {# go}}.',
  'territory.look': 'Look at it',
  'territory.rows': 'Show only its rows',
  'territory.allRows': 'Show all rows',
  'territory.sheet': 'Its page to print',
  'territory.happens': 'When something happens to it',
  'territory.happensAbout': 'Leave, absence, split, merger',
  'territory.select': 'A click selects the row of the account.',
  'news.rows': 'Only the rows of {name} are shown on {sheet}: the column Territory is filtered.',
};
