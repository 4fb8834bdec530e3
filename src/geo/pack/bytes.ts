/** Grows a byte array of variable-length integers: seven bits a byte, low bits first. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 255);
  }

  unsigned(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes.push((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  /** Small magnitudes of either sign stay short: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Sorted texts: how many characters each shares with the one before, then the rest. */
  frontCoded(sorted: readonly string[]): void {
    const shared = new ByteWriter();
    const rests: string[] = [];
    let previous = '';
    for (const text of sorted) {
      let same = 0;
      while (same < previous.length && same < text.length && previous[same] === text[same]) same++;
      shared.unsigned(same);
      rests.push(text.slice(same));
      previous = text;
    }
    this.unsigned(sorted.length);
    this.append(shared);
    this.text(rests.join('\n'));
  }

  text(text: string): void {
    const utf8 = Buffer.from(text, 'utf8');
    this.unsigned(utf8.length);
    for (const byte of utf8) this.bytes.push(byte);
  }

  append(other: ByteWriter): void {
    for (const byte of other.bytes) this.bytes.push(byte);
  }

  toBuffer(): Buffer {
    return Buffer.from(this.bytes);
  }
}
