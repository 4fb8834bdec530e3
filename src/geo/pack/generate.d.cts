/** See `generate.cjs`. */
export function ensurePacks(): { folder: string; chunks: string[] };
