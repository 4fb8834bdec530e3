/**
 * The doors of the engine. `design` makes a plan, `counsel` answers what is asked about one that stands. The others are
 * doors for what the pane and the year will do: `evaluate`, `brokenRules`, `bestMoves`, `effectOf`, `lockPrices` and
 * `tradeOff` for the page Design; `Standing`, `rebalance`, `repair`, `place` and `Placer` for edits, events and new accounts.
 */
export { design } from './design';
export { runToEnd } from './run-to-end';
export { effectOf, type Effect } from './handover/effect';
export { tradeOff, type TradeOffPoint } from './standing/tradeoff';
export { bestMoves, type Move } from './standing/advice';
export { lockPrices, type LockPrice } from './standing/locks';
export { Standing } from './standing/standing';
export { rebalance } from './standing/rebalance';
export { repair } from './handover/repair';
export { counsel, type Counsel, type Question } from './handover/counsel';
export { place, Placer } from './standing/place';
export { evaluate } from './handover/evaluate';
export { brokenRules, type Broken } from './problem/rules';
export { EngineError, type EngineErrorCode } from './problem/errors';
export * from './problem';
