import manifest from '../../package.json';

/** The one version: of the package, the manifest (tested) and the engine (run record). */
export const VERSION: string = manifest.version;
