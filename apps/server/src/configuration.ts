/** What the environment says about this process, understood once and before anything is opened. */
import type { Result } from '@vidimus/engine/standards';
import { z } from 'zod';
import { type AddressRange, readTrustedProxies } from './http/client-address.ts';
import type { TlsFiles, TlsPair } from './tls-files.ts';
import { type AllowedNetworks, readNetworks } from './webhooks/safe-address.ts';

export type Role = 'web' | 'worker' | 'all';

export type Configuration = {
  /** `web` answers requests, `worker` does jobs, `all` both. */
  readonly role: Role;
  /** A worker listens only where a port was named. */
  readonly address: { readonly host: string; readonly port: number } | undefined;
  /** Without it the port speaks HTTP, for a proxy in front. */
  readonly tls: TlsFiles | TlsPair | undefined;
  /** Without a closing slash, e.g. `https://verify.example.com`. */
  readonly publicUrl: string | undefined;
  /** As it was named; `data-directory.ts` chooses one where none was. */
  readonly dataDirectory: string | undefined;
  /** Without it the embedded database is used. */
  readonly databaseUrl: string | undefined;
  /** Without it photographs lie in the data directory. */
  readonly s3: S3Place | undefined;
  /** Describes the routes that messages take; without it none leaves the house. */
  readonly courierFile: string | undefined;
  /** Processes that read photographs. */
  readonly readers: number | undefined;
  /** Private networks to which webhooks may go; none unless they are named. */
  readonly webhookNetworks: AllowedNetworks;
  /** Whose word about a caller's address is taken. */
  readonly trustedProxies: readonly AddressRange[];
};

export type S3Place = {
  readonly bucket: string;
  readonly region: string;
  /** Of a store that is not Amazon's. */
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** What is wrong with the environment, all of it at once. Never a value: it may be a secret in the wrong place. */
export type ConfigurationRefused = {
  readonly code: 'configuration.not-understood';
  readonly problems: readonly {
    readonly variable: string;
    /** E.g. `a text of 12 characters`. */
    readonly observed: string;
    readonly expected: string;
  }[];
};

/** Reads the variables that it knows, and no others. An empty one counts as not set. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, ConfigurationRefused> {
  const given = Object.fromEntries(
    Object.keys(VARIABLES).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return { ok: true, value: asConfiguration(parsed.data) };
  const problems = parsed.error.issues.map((issue) => {
    const variable = String(issue.path[0] ?? '');
    return { variable, observed: describe(given[variable]), expected: issue.message };
  });
  return { ok: false, error: { code: 'configuration.not-understood', problems } };
}

const DEFAULT_PORT = 3000;
const MOST_PORT = 65_535;
const MOST_READERS = 64;
const POSTGRESQL_URL = /^postgres(ql)?:[/][/]/;

/** Whole numbers without sign; the words say what was expected. */
const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
};
/** A list that another part understands. */
const words = <T>(expected: string, read: (list: string) => Result<T, unknown>) =>
  z
    .string()
    .default('')
    .transform((list, context) => {
      const understood = read(list);
      if (understood.ok) return understood.value;
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    });
const text = (expected: string) => z.string(expected).regex(/^\S+$/, expected);

const VARIABLES = {
  PORT: wholeNumber(0, MOST_PORT).optional(),
  HOST: text('a host name or address to listen on, without port').optional(),
  VIDIMUS_TLS_KEY_FILE: z.string().optional(),
  VIDIMUS_TLS_CERT_FILE: z.string().optional(),
  VIDIMUS_ROLE: z.enum(['web', 'worker', 'all'], 'web, worker or all').optional(),
  VIDIMUS_DATA: z.string().optional(),
  VIDIMUS_PUBLIC_URL: z
    .string()
    .refine(
      isAddress,
      'an address that begins with https:// (or http://), without query, such as https://verify.example.com',
    )
    .transform((url) => url.replace(/[/]+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .refine((url) => POSTGRESQL_URL.test(url) && URL.canParse(url), 'an address that begins with postgresql://')
    .optional(),
  VIDIMUS_COURIER_FILE: z.string().optional(),
  VIDIMUS_READERS: wholeNumber(1, MOST_READERS).optional(),
  VIDIMUS_WEBHOOK_NETWORKS: words(
    'networks that webhooks may go to, such as 10.1.0.0/16, separated by commas',
    (list) => readNetworks(list.split(/[\s,]+/).filter((word) => word !== '')),
  ),
  VIDIMUS_TRUSTED_PROXIES: words('addresses or networks, such as 10.0.0.0/8, separated by commas', readTrustedProxies),
  VIDIMUS_S3_BUCKET: text('the name of a bucket').optional(),
  VIDIMUS_S3_REGION: text('the name of a region, such as eu-central-1').optional(),
  VIDIMUS_S3_ENDPOINT: z.string().refine(isAddress, 'an address that begins with https:// (or http://)').optional(),
  VIDIMUS_S3_ACCESS_KEY_ID: text('the id of an access key').optional(),
  VIDIMUS_S3_SECRET_ACCESS_KEY: text('the secret of an access key').optional(),
};

/** Every variable that is read here. */
export const CONFIGURATION_VARIABLES: readonly string[] = Object.keys(VARIABLES);

const environmentSchema = z.strictObject(VARIABLES).superRefine((given, context) => {
  const miss = (variable: keyof typeof VARIABLES, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  const { VIDIMUS_ROLE: role = 'all', DATABASE_URL: url } = given;
  if (role !== 'all' && url === undefined) {
    miss(
      'DATABASE_URL',
      `an address that begins with postgresql://: the embedded database serves one process, and this is ${role} alone`,
    );
  }
  const pair = ['VIDIMUS_TLS_KEY_FILE', 'VIDIMUS_TLS_CERT_FILE'] as const;
  if (pair.some((name) => given[name] !== undefined)) {
    for (const name of pair)
      if (given[name] === undefined) miss(name, 'a file, since the other of key and certificate is set');
  }
  const store = ['VIDIMUS_S3_BUCKET', 'VIDIMUS_S3_ACCESS_KEY_ID', 'VIDIMUS_S3_SECRET_ACCESS_KEY'] as const;
  const others = ['VIDIMUS_S3_REGION', 'VIDIMUS_S3_ENDPOINT'] as const;
  if ([...store, ...others].some((name) => given[name] !== undefined)) {
    for (const name of store)
      if (given[name] === undefined) miss(name, 'a value, since another VIDIMUS_S3_ variable is set');
  }
});

function asConfiguration(given: z.output<typeof environmentSchema>): Configuration {
  const role = given.VIDIMUS_ROLE ?? 'all';
  const isListening = role !== 'worker' || given.PORT !== undefined;
  return {
    role,
    address: isListening ? { host: given.HOST ?? '127.0.0.1', port: given.PORT ?? DEFAULT_PORT } : undefined,
    tls: tlsFiles(given),
    publicUrl: given.VIDIMUS_PUBLIC_URL,
    dataDirectory: given.VIDIMUS_DATA,
    databaseUrl: given.DATABASE_URL,
    s3: s3Place(given),
    courierFile: given.VIDIMUS_COURIER_FILE,
    readers: given.VIDIMUS_READERS,
    webhookNetworks: given.VIDIMUS_WEBHOOK_NETWORKS,
    trustedProxies: given.VIDIMUS_TRUSTED_PROXIES,
  };
}

function tlsFiles(given: z.output<typeof environmentSchema>): TlsFiles | undefined {
  const { VIDIMUS_TLS_KEY_FILE: keyFile, VIDIMUS_TLS_CERT_FILE: certFile } = given;
  return keyFile === undefined || certFile === undefined ? undefined : { keyFile, certFile };
}

function s3Place(given: z.output<typeof environmentSchema>): S3Place | undefined {
  const { VIDIMUS_S3_BUCKET: bucket, VIDIMUS_S3_ACCESS_KEY_ID: accessKeyId } = given;
  const { VIDIMUS_S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const region = given.VIDIMUS_S3_REGION ?? 'us-east-1';
  return { bucket, region, endpoint: given.VIDIMUS_S3_ENDPOINT, accessKeyId, secretAccessKey };
}

function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, search, hash, username, password } = new URL(url);
  return ['https:', 'http:'].includes(protocol) && `${search}${hash}${username}${password}` === '';
}

/** The kind of value, and not the value. */
function describe(value: string | undefined): string {
  if (value === undefined) return 'not set';
  if (/^-?\d+$/.test(value)) return `a number of ${value.length} digits`;
  return `a text of ${value.length} characters`;
}
