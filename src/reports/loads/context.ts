import type { LoadPack } from '../../loads/file';
import type { StandingContext } from '../context';

/** What the files and the sheet that lists them are made from: the plan that was accepted. */
export interface LoadsContext extends StandingContext {
  readonly pack: LoadPack;
  /** By territory: who is to own its accounts, and how many the files have in it. */
  readonly loaded: readonly { readonly name: string; readonly owner: string; readonly accounts: number }[];
  /** When they were made, ISO. */
  readonly at: string;
}
