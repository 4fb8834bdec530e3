/**
 * A module that each worker loads once, outside of the context of a test file: the formula engine takes seconds to load, and
 * runs faster where looks at globals are not slow. Test files share its code, and nothing else: each makes an engine of its own.
 */
module.exports = {
  process: (_source, path) => ({ code: `module.exports = globalThis.loadOutside(${JSON.stringify(path)});` }),
};
