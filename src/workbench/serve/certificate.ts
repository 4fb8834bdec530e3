import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCertificates, getHttpsServerOptions, verifyCertificates } from 'office-addin-dev-certs';

export interface Certificate {
  readonly key: Buffer | string;
  readonly cert: Buffer | string;
  /** The browser trusts it without a question. */
  readonly trusted: boolean;
}

/**
 * The development certificate if it is installed and valid, else a pair of this project's own that is
 * generated and not installed: nobody's trust store is touched, and the browser asks once.
 */
export async function certificate(folder: string): Promise<Certificate> {
  if (isTrusted()) {
    const { key, cert } = await getHttpsServerOptions();
    return { key, cert, trusted: true };
  }
  const files = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  const [ca = '', cert = '', key = ''] = files;
  if (!files.every(existsSync)) {
    mkdirSync(folder, { recursive: true });
    await generateCertificates(ca, cert, key, 365, ['localhost', '127.0.0.1']);
  }
  return { key: readFileSync(key), cert: readFileSync(cert), trusted: false };
}

/** On systems without a trust store tool the check itself fails: then nothing is installed. */
function isTrusted(): boolean {
  try {
    return verifyCertificates();
  } catch {
    return false;
  }
}
