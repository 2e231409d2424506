/** The commands of the server. Its code is loaded when one of them is called: no other command pays for it. */
import type { Command } from 'commander';
import type { ExitStatus } from './exit-status.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** Adds `serve`, `db`, `organization`, `keys`, `jobs`, `audit` and `report`. */
export function addServerCommands(program: Command, terminal: Terminal, ended: (outcome: Outcome) => void): void {
  const done = (value: ExitStatus) => ended({ ok: true, value });
  const load = () => import('@vidimus/server/commands');

  program
    .command('serve')
    .description('the whole of Vidimus on one port: interface, jobs and database')
    .option(
      '--role <role>',
      'web answers requests, worker does jobs, all both (more than one process needs DATABASE_URL)',
    )
    .option('--port <port>', 'where to listen; also PORT (3000)')
    .option(
      '--tls <files>',
      'HTTPS with CERT,KEY (PEM); or self-signed, made at the start, to try the camera of a phone in the local network',
    )
    .option('--demonstration', 'make a company to try everything with, and say how')
    .addHelpText(
      'after',
      '\nEverything else comes from the environment: VIDIMUS_DATA, DATABASE_URL, VIDIMUS_PUBLIC_URL, VIDIMUS_KEYS_FILE and\nothers, as docs/operations/configuration.md tells. Ctrl-C stops it in order.',
    )
    .action(async ({ demonstration = false, ...options }) => {
      const { serveCommand } = await load();
      done(await serveCommand({ ...options, demonstration }, terminal));
    });

  const db = program.command('db').description('the database of an installation').helpCommand(false);
  db.command('export')
    .description(
      'move the embedded database of VIDIMUS_DATA to the empty PostgreSQL of DATABASE_URL; stop the server first',
    )
    .action(async () => done(await (await load()).exportToPostgresql(terminal)));

  const organization = program
    .command('organization')
    .description('the companies that verify people here')
    .helpCommand(false);
  organization
    .command('new')
    .description("make one, and print its owner's invitation and a key for test mode; stop an embedded server first")
    .argument('<name>', 'how applicants know it')
    .requiredOption('--owner <email>', 'whose it is, and who invites everybody else')
    .option('--owner-name <name>', 'their name; without it the address')
    .action(async (name, options) => done(await (await load()).newOrganization(name, options, terminal)));

  const keys = program
    .command('keys')
    .description('master keys: new ones, and wrapping everything anew')
    .helpCommand(false);
  keys
    .command('new')
    .description('print new master keys; keep them apart from the database')
    .option('--version <number>', 'only the line to add to keys that there are, to rotate to')
    .action(async (options) => done((await load()).newKeys(options, terminal)));
  keys
    .command('rotate')
    .description('wrap every data key with the newest master key; a server may be running on PostgreSQL')
    .action(async () => done(await (await load()).rotateMasterKeys(terminal)));

  const jobs = program
    .command('jobs')
    .description('what is done after the answer: how much waits, and what failed for good')
    .helpCommand(false);
  jobs
    .command('list')
    .description('count the jobs of each kind; stop an embedded server first')
    .action(async () => done(await (await load()).listJobs(terminal)));
  jobs
    .command('retry')
    .description('give dead jobs all their tries again, once what broke them is mended; stop an embedded server first')
    .option('--name <kind>', 'of this kind alone, as list names it')
    .option('--most <number>', 'so many at most, the oldest first (1000)')
    .action(async (options) => done(await (await load()).retryJobs(options, terminal)));

  const audit = program.command('audit').description('the record that nobody can change unseen').helpCommand(false);
  audit
    .command('export')
    .description('write the record of one organization, signed')
    .argument('<organization>', 'its id, org_…')
    .argument('<file>', 'where to; a file that is there is not written over')
    .action(async (organization, file) => done(await (await load()).exportAuditFile(organization, file, terminal)));
  audit
    .command('verify')
    .description('does a record hold: each entry in its place, as it was signed')
    .argument('<file>', 'what audit export wrote')
    .option('--key <base64>', 'the public key that you trust (GET /v1/signing-key)')
    .action(async (file, options) => done(await (await load()).verifyAuditFile(file, options, terminal)));

  const report = program
    .command('report')
    .description("a verification's report, far from its server")
    .helpCommand(false);
  report
    .command('verify')
    .description('is it as it was signed')
    .argument('<file>', 'JSON or PDF')
    .option('--key <base64>', 'the public key that you trust (GET /v1/signing-key)')
    .action(async (file, options) => done(await (await load()).verifyReportFile(file, options, terminal)));
}
