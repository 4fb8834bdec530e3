import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** What `npm start` runs, as a process of its own: the tests see the page that a newcomer sees. */
export async function start(port: number): Promise<Served> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/workbench/serve/start.ts', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      const found = /Workbench: (https:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`The workbench ended with ${String(code)} before it served anything:\n${said}`));
    });
  });
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}
