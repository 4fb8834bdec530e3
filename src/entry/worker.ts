import { serve, type WorkerScope } from '../worker/serve';

// A worker that landed in the main bundle would block the pane: fail loudly instead.
if (typeof document !== 'undefined') throw new Error('The solver must run in a worker of its own.');

serve(self as unknown as WorkerScope, () => performance.now());
