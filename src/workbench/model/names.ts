import { hostErrors } from '../protocol/host-error';
import { parseAddress } from '../grid/address';

/** A defined name. Its formula is kept in step when cells move, sheets are renamed or tables change. */
export interface DefinedName {
  readonly name: string;
  /** Sheet id for a name of one sheet; undefined for a name of the workbook. */
  readonly scope: string | undefined;
  /** `=Sheet1!$A$1:$B$2`, `=0.05`, `=SUM(Sheet1!$A:$A)`. */
  formula: string;
  comment: string;
  visible: boolean;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/**
 * Excel's rules for names: a letter, `_` or `\` first; no spaces; not like a cell address; 255
 * characters. https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1
 * @throws HostError InvalidArgument
 */
export function checkName(name: string): void {
  const wrong =
    name.length === 0 ||
    name.length > 255 ||
    !NAME.test(name) ||
    parseAddress(name) !== null ||
    /^(r|c|r\d+|c\d+|r\d*c\d*|true|false)$/i.test(name);
  if (wrong) throw hostErrors.invalidArgument(`"${name}" is not a valid name.`);
}

/** The names of a workbook and of its sheets. */
export class NameRegistry {
  private readonly names: DefinedName[] = [];

  all(): readonly DefinedName[] {
    return this.names;
  }

  /** Names of one scope, in alphabetical order as Excel lists them. */
  inScope(scope: string | undefined): DefinedName[] {
    return this.names
      .filter((name) => name.scope === scope)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  find(name: string, scope: string | undefined): DefinedName | undefined {
    const wanted = name.toLowerCase();
    return this.names.find((known) => known.scope === scope && known.name.toLowerCase() === wanted);
  }

  add(name: DefinedName): DefinedName {
    checkName(name.name);
    if (this.find(name.name, name.scope)) throw hostErrors.itemAlreadyExists();
    this.names.push(name);
    return name;
  }

  /** Takes over a name of a file, whatever it is called. */
  adopt(name: DefinedName): void {
    if (!this.find(name.name, name.scope)) this.names.push(name);
  }

  /** Words, in small letters, and the names whose formulas speak of one of them, or of such a name. */
  speakingOf(words: Iterable<string>): string[] {
    const found = [...words];
    const names = this.names.map(({ name, formula }) => [name.toLowerCase(), formula.toLowerCase()] as const);
    // Each name that is found may find others.
    for (const word of found)
      for (const [name, formula] of names)
        if (!found.includes(name) && formula.includes(word)) found.push(name);
    return found;
  }

  remove(name: DefinedName): void {
    const at = this.names.indexOf(name);
    if (at >= 0) this.names.splice(at, 1);
  }

  removeScope(scope: string): void {
    for (const name of this.inScope(scope)) this.remove(name);
  }
}
