import { escapeXml } from './xml';
import { attributesOf, inPrefix, prefixOf, rootOf, withAttribute } from './xml-pieces';

/** Texts that are added to those of the file, each once. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  /** @param there how many the file has. */
  constructor(private readonly there: number) {}

  add(text: string): number {
    this.uses++;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.there + this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  get isEmpty(): boolean {
    return this.indexes.size === 0;
  }

  /** The part with the new texts at its end. */
  appendTo(xml: string): string {
    const items: string[] = [];
    for (const text of this.indexes.keys()) {
      // Without the attribute a reader may drop blanks at the ends and line breaks.
      const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      items.push(`<si><t${space}>${escapeXml(text)}</t></si>`);
    }
    const root = rootOf(xml);
    const prefix = prefixOf(root.tag);
    const size = String(this.there + this.indexes.size);
    const count = Number(attributesOf(root.tag).get('count') ?? 0) + this.uses;
    let tag = withAttribute(withAttribute(root.tag, 'count', String(count)), 'uniqueCount', size);
    if (tag.endsWith('/>')) tag = `${tag.slice(0, -2)}>`;
    const inner = xml.slice(root.innerStart, root.innerEnd);
    return `${xml.slice(0, root.start)}${tag}${inner}${inPrefix(items.join(''), prefix)}</${prefix}sst>${xml.slice(root.end)}`;
  }
}
