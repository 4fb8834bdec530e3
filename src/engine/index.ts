export { design, runToEnd } from './design';
export { EngineError, type EngineErrorCode } from './errors';
export * from './problem';
