/** Why a command of the server could not run, in words, with the way out. */
import type { ConfigurationRefused } from '../configuration.ts';
import type { CourierFileRefused } from '../courier/courier-file.ts';
import type { NoInstallation } from '../data-directory.ts';
import type { SafeRefused } from '../open-safe.ts';
import type { ServeRefused } from '../serve.ts';
import { keysRefusedInWords } from '../vault/keys-refused.ts';

/** Each variable on a line of its own. */
export function configurationInWords({ problems }: ConfigurationRefused): string {
  const lines = problems.map(
    ({ variable, observed, expected }) => `  ${variable}: is ${observed}; expected ${expected}\n`,
  );
  return `Could not run. The environment is not understood:\n${lines.join('')}`;
}

/** Each place on a line of its own. */
export function courierFileInWords(refused: CourierFileRefused): string {
  if (refused.code === 'courier.file-not-readable') {
    return said(`VIDIMUS_COURIER_FILE names ${refused.file}, which cannot be read (${refused.observed}).`);
  }
  const lines = refused.problems.map(({ pointer, expected }) => `  ${pointer || '/'}: ${expected}\n`);
  return `Could not run. ${refused.file} is not understood:\n${lines.join('')}`;
}

/** One sentence, and what to do. */
export function serveRefusedInWords(refused: ServeRefused | SafeRefused | NoInstallation): string {
  switch (refused.code) {
    case 'configuration.data-directory-not-usable':
      return said(
        `None of these folders can be written to: ${refused.directories.join(', ')} (${refused.observed}). Name one in VIDIMUS_DATA.`,
      );
    case 'configuration.no-installation':
      return said(`There is no installation in ${refused.directories.join(' or ')}. Name its folder in VIDIMUS_DATA.`);
    case 'database.directory-taken':
      return said(`Another process serves ${refused.directory}. Stop it, or name another folder in VIDIMUS_DATA.`);
    case 'serve.database-unreachable':
      return said(`The database of DATABASE_URL does not answer (${refused.observed}).`);
    case 'serve.cannot-listen':
      return said(
        `Cannot listen on ${refused.host}, port ${refused.port} (${refused.observed}). Name another in PORT or HOST.`,
      );
    case 'serve.tls-not-usable':
      return said(
        `No HTTPS with ${refused.files.join(' and ')} (${refused.observed}). VIDIMUS_TLS_KEY_FILE and VIDIMUS_TLS_CERT_FILE name a key and its certificate, both PEM.`,
      );
    case 'signing.key-is-open':
      return said(
        `Others may read the signing key ${refused.file} (mode ${refused.mode}). Run: chmod 600 ${refused.file}`,
      );
    case 'signing.not-ed25519':
      return said(`The key in ${refused.file} is no Ed25519 key in PKCS #8.`);
    default:
      return said(keysRefusedInWords(refused));
  }
}

/** A line on its own. */
export function said(sentence: string): string {
  return `Could not run. ${sentence}\n`;
}
