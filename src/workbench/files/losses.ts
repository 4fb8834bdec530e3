/** What the parts of a package tell of things the model has no place for, as codes. */
const PARTS: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^xl\/pivotTables\//i, 'pivotTables'],
  [/^xl\/charts\//i, 'charts'],
  [/^xl\/media\//i, 'images'],
  [/^xl\/drawings\/drawing/i, 'drawings'],
  [/vbaProject\.bin$/i, 'macros'],
  [/^xl\/externalLinks\//i, 'externalLinks'],
  [/^xl\/(threadedComments\/|comments)/i, 'comments'],
  [/^xl\/(slicers|slicerCaches)\//i, 'slicers'],
  [/^xl\/(timelines|timelineCaches)\//i, 'timelines'],
  [/^xl\/(connections\.xml|queryTables\/)/i, 'dataConnections'],
  [/^xl\/embeddings\//i, 'embeddedObjects'],
  [/^xl\/ctrlProps\//i, 'formControls'],
  [/^xl\/richData\//i, 'linkedDataTypes'],
  [/^xl\/model\//i, 'dataModel'],
  [/^xl\/webextensions\//i, 'webExtensions'],
];

/** Adds the code of each kind of thing that the package holds and the model does not. */
export function findLosses(paths: readonly string[], codes: Set<string>): void {
  for (const [pattern, code] of PARTS) if (paths.some((path) => pattern.test(path))) codes.add(code);
}
