/**
 * The doors of the engine. `design` and `brokenRules` make and check a plan. The others ask about one that stands
 * and are doors for pages to come: `bestMoves`, `effectOf`, `lockPrices`, `tradeOff` and `evaluate` for the pages
 * Design and Adjust, `Standing`, `rebalance`, `repair`, `place` and `Placer` for edits and the events of the year.
 */
