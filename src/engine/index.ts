export { design, runToEnd } from './design';
export { repair } from './repair';
export { place, Placer } from './place';
export { evaluate } from './evaluate';
export { brokenRules, type Broken } from './rules';
export { EngineError, type EngineErrorCode } from './errors';
export * from './problem';
