/** Segments, channels, markets, and what a plan is to reach. */
export const segments = {
  'sheet.segments': 'Segments',
  'action.segments': 'Segments and markets',
  'column.segment': 'Segment',
  'column.segmentRule': 'Segment by Rule',
  'column.segmentKept': 'Kept Segment',
  'column.segmentFamily': 'Family Segment',
  'column.segmentWords': 'Rules Met by Words',
  'column.segmentNote': 'Segment Note',

  'segments.title': '{plan}: segments, channels and markets',
  'segments.about':
    'The first rule that an account meets names its segment; what a rule leaves blank it does not ask for. Blue cells are yours: the column in the list and every figure here follow at once.',
  'segments.aboutOwn':
    'Segments are those of the column {column} in your list. To have rules instead, say that no column of the list is the segment.',
  'segments.asAt':
    'Kept and family segments are as of {date}: an account near a line stays where it was on that day until this sheet is written again.',
  'segments.missing': 'The list does not tell, or no formula can sum: {names}.',
  'segments.unreadable': 'No formula can read {names}: rules cannot ask for it.',
  'segments.values':
    'The list is long: segments are values as of the day this was written. Write the sheet again to count changes.',
  'segments.rules': 'Rules, the first that is met counts. Several words with ; between them',
  'segments.bySegment': 'By segment',
  'segments.byChannel': 'By channel',
  'segments.markets': 'Markets worth pursuing',
  'segments.goals': 'Plan goals',
  'segments.other': 'Other',
  'segments.large': 'Enterprise',
  'segments.medium': 'Mid-Market',
  'segments.small': 'SMB',
  'segments.all': 'All accounts',
  'segments.none': 'Without',
  'segments.near': 'Kept: near the line',
  'segments.asParent': 'As its parent',
  'segments.was': 'Was',
  'segments.check.near': 'Accounts kept where they were, near a line',
  'segments.check.parent': 'Accounts in the segment of their parent, against the rules',
  'segments.check.left': 'Accounts in no row of the table below',

  'segments.from.employees': 'Employees from',
  'segments.below.employees': 'Employees below',
  'segments.from.annualRevenue': 'Revenue from',
  'segments.below.annualRevenue': 'Revenue below',
  'segments.from.potential': 'Potential from',
  'segments.below.potential': 'Potential below',
  'segments.inAll': 'Accounts now',

  'segments.part': 'Part of accounts',
  'segments.customers': 'Customers',
  'segments.won': 'Share won',
  'segments.conversion': 'Conversion',
  'segments.churned': 'Churned',
  'segments.risk': 'At risk',
  'segments.riskMean': 'Churn risk, mean',
  'segments.average': 'ARR a customer',
  'segments.deal': 'Average deal',
  'segments.penetration': 'ARR ÷ potential',
  'segments.growth': 'Growth, mean',
  'segments.score': 'Score, mean',

  'segments.cost': 'Cost of seats',
  'segments.neededIs': 'Reps needed = hours of the accounts ÷ hours of a full seat, both of Workload.',
  'segments.hereIs.segment':
    'Reps here = seats of the segment; where the team says no segments, each seat parted by the hours of its accounts.',
  'segments.hereIs.channel':
    'Reps here = seats, each parted by the hours of its accounts. Nobody is at work on accounts without a territory.',
  'segments.costIs':
    'Cost of seats = total cost of each seat on Pay, parted in that way; seats without hours are in the row of all accounts alone.',
  'segments.noCost':
    'What seats cost is told where the sheet Pay stands: write quotas, then this sheet again.',
  'segments.noEffort':
    'Reps needed, reps here and cost are told where the sheet Workload stands: write it, then this sheet again.',

  'segments.rank': 'Rank',
  'segments.market': 'Market',
  'segments.open': 'Open potential',
  'segments.rate': 'Won of it',
  'segments.stay': 'Stays',
  'segments.worth': 'Worth pursuing',
  'segments.worthIs':
    'By {market}. Worth pursuing = open potential (potential less ARR){rate, select, conversion { × conversion (won ÷ won and lost)} won { × share won (customers ÷ accounts)} other {}}{stay, select, yes { × what stays (1 − churned or at risk)} other {}}.',
  'segments.noMarkets':
    'Markets are ranked where the list has a potential and a column of industries, states or countries.',

  'segments.ruleNth': '{what} (rule {number, number})',
  'segments.goal': 'Goal',
  'segments.measure': 'Measure',
  'segments.measurePrompt': 'One of the columns of the table by segment.',
  'segments.target': 'Target',
  'segments.now': 'Now',
  'segments.verdict': 'Reached?',
  'segments.met': 'Reached',
  'segments.short': 'Not yet',

  'segments.set.family': 'Families together',
  'segments.set.deadZone': 'Dead zone',
  'segments.set.market': 'Markets are',
  'segments.means.family': 'TRUE: a family has the segment of its ultimate parent',
  'segments.means.deadZone': 'An account stays in its segment within this part of the line',
  'segments.means.market': 'One of {choices}; counts when the sheet is written again',
} as const;
