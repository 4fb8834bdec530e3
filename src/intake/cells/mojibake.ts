/** Characters that Windows-1252 has at bytes 0x80–0x9F, in order; the gaps stay as control characters. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const SUSPICIOUS = /[ÂÃâÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd|ï¿½/;

/** True for text that was UTF-8 and was read as Windows-1252 (`MÃ¼nchen`), or has lost characters (`M�nchen`). */
export function isMojibake(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/** The text as it was meant, if its bytes can be read as UTF-8; `undefined` if something is lost. */
export function repairMojibake(text: string): string | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const high = CP1252.indexOf(character);
    if (high >= 0 && code > 127) bytes.push(0x80 + high);
    else if (code < 256) bytes.push(code);
    else return undefined;
  }
  const repaired = new TextDecoder('utf-8').decode(new Uint8Array(bytes));
  return repaired.includes('\ufffd') || isMojibake(repaired) ? undefined : repaired;
}
