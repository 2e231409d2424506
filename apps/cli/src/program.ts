import { Command } from 'commander';
import { faultHelp } from './fault-help.ts';
import { localDay } from './local-day.ts';
import { ownVersion } from './open-engine.ts';
import type { Outcome } from './outcome.ts';
import { addServerCommands } from './server-commands.ts';
import { SPECIMEN_KINDS } from './specimen-kinds.table.ts';
import type { Terminal } from './terminal.ts';

/** Gathers options that may be given several times. */
const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Every command with its options. Its code is loaded when it is called; `ended` gets how it went. */
export async function buildProgram(terminal: Terminal, now: Date, ended: (outcome: Outcome) => void): Promise<Command> {
  const today = localDay(now);
  const program = new Command('vidimus')
    .description('Looks at photographs of an identity document and says approved, or every reason why not.')
    .version(await ownVersion())
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `\nExit status: 0 approved (or done), 1 not approved (read: nothing was read; read --only mrz: a photo\nwithout a zone; policy check: not valid; doctor: something is not in order), 2 could not run.\nStart with: npx vidimus specimen -o photo.jpg && npx vidimus check photo.jpg`,
    );

  program
    .command('check')
    .description('approved, or every reason at once: what was measured, the limit, where, and what to do')
    .argument('<photo...>', 'JPEG, PNG, WebP, HEIC or PDF; every side and page of one document')
    .option('--policy <file>', 'the rules (YAML or JSON); without it those for trying out')
    .option('--residence <country>', 'where the applicant lives, three letters, e.g. CRI')
    .option(
      '--claim <field=value>',
      'what the applicant says, e.g. name="Anna Eriksson", birth_date=1974-08-12',
      collect,
    )
    .option('--side <side>', 'the side that was asked for, photo by photo: front or back', collect)
    .option('--as-of <date>', 'the day that "today" means', today)
    .option('--locale <language>', 'the language of the verdict and its explanation: en, es, tr, uk or ar', 'en')
    .option('--json', 'the report as JSON')
    .option('--explain <file>', 'write one HTML file that shows each finding in its place, e.g. out.html')
    .action(async (photos, options) => {
      const { check } = await import('./commands/check.ts');
      ended(await check(photos, options, terminal));
    });

  program
    .command('read')
    .description('what the document says, per witness, with confidence and place')
    .argument('<photo...>', 'JPEG, PNG, WebP, HEIC or PDF')
    .option('--json', 'the report as JSON')
    .option(
      '--only <part>',
      'mrz: the machine-readable zone of each photo alone, with what is in doubt under each line',
    )
    .option('--as-of <date>', 'the day that "today" means: settles the century of two-digit years', today)
    .option('--locale <language>', 'the language of the words around it: en, es, tr, uk or ar', 'en')
    .addHelpText(
      'after',
      '\nWith --only mrz nothing else is read, which is quicker. The lines come as printed; ^ marks a character in doubt.',
    )
    .action(async (photos, options) => {
      const { read } = await import('./commands/read.ts');
      ended(await read(photos, options, terminal));
    });

  program
    .command('explain')
    .description('a reason code in full; without one, all of them')
    .argument('[code]', 'e.g. image_glare')
    .option('--locale <language>', 'en, es, tr, uk or ar', 'en')
    .action(async (code, options) => {
      const { explain } = await import('./commands/explain.ts');
      ended(explain(code, options, terminal));
    });

  program
    .command('specimen')
    .description('draw and photograph a fictional document, and write what is true of it')
    .option('--kind <kind>', Object.keys(SPECIMEN_KINDS).join(', '), 'passport')
    .option('--state <state>', 'issuing state, three letters; one that we do not draw is answered with the list', 'UTO')
    .option('--fault <fault>', 'what goes wrong (see below); several may be given', collect)
    .option('--seed <number>', 'the same number draws the same picture', '1')
    .option('--as-of <date>', 'the day that "today" means', today)
    .requiredOption('-o, --output <file>', 'the photo to write, e.g. photo.jpg; its truth goes beside it')
    .addHelpText('after', faultHelp)
    .action(async (options) => {
      const { specimen } = await import('./commands/specimen.ts');
      ended(await specimen(options, terminal));
    });

  const policy = program
    .command('policy')
    .description('write a policy to start from; is one valid, and what does it say')
    .helpCommand(false);
  policy
    .command('init')
    .description('write a policy for real applicants')
    .argument('[file]', 'where to', 'policy.yaml')
    .action(async (file) => {
      const { policyInit } = await import('./commands/policy.ts');
      ended(await policyInit(file, terminal));
    });
  policy
    .command('check')
    .description('is it valid, and what does it say in plain words')
    .argument('<file>', 'YAML or JSON')
    .action(async (file) => {
      const { policyCheck } = await import('./commands/policy.ts');
      ended(await policyCheck(file, terminal));
    });

  addServerCommands(program, terminal, ended);

  program
    .command('doctor')
    .description('what is installed, models and checksums, memory, speed on this machine')
    .action(async () => {
      const { doctor } = await import('./commands/doctor.ts');
      ended(await doctor(terminal));
    });

  return program;
}
