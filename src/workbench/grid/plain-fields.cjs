/**
 * Univer's packages define every field of every object by `Object.defineProperty`, as their compiler lowered it; a
 * calculation makes millions of such objects, and took a third of its time there. Here fields are assigned, wherever
 * no class of the file has an accessor of that name: then both mean the same.
 *
 * One text for whatever loads it: webpack as a loader, esbuild in a plugin, jest as a transformer.
 *
 * @param {string} source a compiled module of Univer
 * @returns {string}
 */
function plainFields(source) {
  const accessors = new Set(Array.from(source.matchAll(/^\s*(?:get|set) (\w+)\(/gm), ([, name]) => name));
  return source.replace(/\b_defineProperty\(this, "(\w+)", /g, (call, name) =>
    accessors.has(name) ? call : `(this.${name} = `,
  );
}

module.exports = plainFields;
/** Where it is worth it. */
module.exports.file = /[\\/]@univerjs[\\/]engine-formula[\\/]lib[\\/](?:es|cjs)[\\/]index\.js$/;
module.exports.process = (source) => ({ code: plainFields(source) });
