/** A map from chunk name to URL, made by `loader.cjs`. */
declare module '*.geo' {
  const urls: Readonly<Record<string, string>>;
  export default urls;
}
