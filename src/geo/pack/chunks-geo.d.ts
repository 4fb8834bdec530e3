/** A map from chunk name to URL, made by `loader.ts`. */
declare module '*.geo' {
  const urls: Readonly<Record<string, string>>;
  export default urls;
}
