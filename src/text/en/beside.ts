/** Two plans side by side. */
export const beside = {
  'beside.title': 'Maps and shares of two',
  'beside.about': 'Two plans on the map, their shares, and how many accounts are with somebody else.',
  'beside.left': 'First',
  'beside.right': 'Second',
  'beside.differ':
    '{count, plural, =0 {Each account is with the same owner in both.} one {# of {accounts, number} accounts is with another owner in {right} than in {left}.} other {# of {accounts, number} accounts are with another owner in {right} than in {left}.}}',
  'beside.shares': 'Per cent of fair share, by {metric}',
  'beside.noMap': 'No account has a place on the map.',
} as const;
