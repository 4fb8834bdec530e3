/** How good the accounts of territories are, and what territories are to reach. */
export const quality = {
  'quality.title': 'Territory quality',
  'quality.about':
    'What the accounts of each territory are like, a factor at a time, and beside it its part of the mean of the territories; of every factor more is better. Potential is by full seat.',
  'quality.missing': 'The list has no columns, or none that formulas can sum, for: {what}.',
  'quality.potential': 'Potential here',
  'quality.potentialOf': 'Potential, of mean',
  'quality.growth': 'Mean growth',
  'quality.growthOf': 'Growth, of mean',
  'quality.repeat': 'Buyers who bought again',
  'quality.repeatOf': 'Bought again, of mean',
  'quality.kept': 'Customers kept',
  'quality.keptOf': 'Kept, of mean',
  'quality.safe': 'ARR not at risk',
  'quality.safeOf': 'Not at risk, of mean',
  'quality.conversion': 'Deals won',
  'quality.conversionOf': 'Deals won, of mean',
  'quality.ends': '{factor}: {least} of the mean in {leastAt}, {most} in {mostAt}',
} as const;
