export * from './contract';
export { centresOfPlan } from './centres-of-plan';
