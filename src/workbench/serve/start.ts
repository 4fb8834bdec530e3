import { serve } from './server';

/** `npm start [-- port]`: serves until it is stopped, and says where. The first free port from there on is taken. */
const out = (text: string) => process.stdout.write(`${text}\n`);
out('Building pane and workbench…');
void serve(process.cwd(), Number(process.argv[2] ?? 3000)).then(({ url, trusted, stop }) => {
  out(`\nWorkbench: ${url}`);
  if (!trusted) {
    out(
      'The browser asks once about the certificate: choose to go on, or run "npm run certs" to install trust.',
    );
  }
  out('Ctrl+C stops.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
});
