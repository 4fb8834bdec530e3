import { escapeXml } from './xml';

/** The texts of a workbook, each written once. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  add(text: string): number {
    this.uses++;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  toXml(): string {
    const items: string[] = [];
    for (const text of this.indexes.keys()) {
      // Without the attribute a reader may drop spaces at the ends and line breaks.
      const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      items.push(`<si><t${space}>${escapeXml(text)}</t></si>`);
    }
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ` count="${this.uses}" uniqueCount="${this.indexes.size}">${items.join('')}</sst>`
    );
  }
}
