/** 32 bits of a text, as a signed integer: FNV-1a over its UTF-16 units (Fowler, Noll & Vo). */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
