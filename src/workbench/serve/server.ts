import { join, resolve } from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { certificate } from './certificate';

export interface RunningServer {
  readonly url: string;
  readonly trusted: boolean;
  stop(): Promise<void>;
}

type ConfigFactory = (env: object, argv: { mode: string }) => webpack.Configuration[];

/**
 * Serves pane and workbench from one origin and one port: the client library answers only to a page of
 * its own host name, over https. Nothing is built for production and nothing is written to disk but
 * webpack's cache and the certificate.
 */
export async function serve(root: string, firstPort = 3000): Promise<RunningServer> {
  // The configuration is the project's own, in CommonJS.
  const { default: factory } = (await import(resolve(root, 'webpack.config.js'))) as {
    default: ConfigFactory;
  };
  const compiler = webpack(factory({ workbench: true }, { mode: 'development' }));
  if (compiler === null) throw new Error('webpack took no configuration.');
  const { key, cert, trusted } = await certificate(join(root, 'node_modules/.cache/certificates'));
  process.env['WEBPACK_DEV_SERVER_BASE_PORT'] = String(firstPort);
  const port = Number(await WebpackDevServer.getFreePort('auto', 'localhost'));
  const server = new WebpackDevServer(
    {
      port,
      host: 'localhost',
      server: { type: 'https', options: { key, cert } },
      client: false,
      hot: false,
      liveReload: false,
      static: [
        {
          directory: join(root, 'node_modules/@microsoft/office-js/dist'),
          publicPath: '/office-js',
          watch: false,
        },
        { directory: join(root, 'assets'), publicPath: '/assets', watch: false },
      ],
      devMiddleware: { stats: 'errors-warnings' },
      setupExitSignals: false,
    },
    compiler,
  );
  const built = new Promise<void>((done) => {
    compiler.hooks.done.tap('serve', () => {
      done();
    });
  });
  await server.start();
  await built;
  return { url: `https://localhost:${port}/`, trusted, stop: () => server.stop() };
}
