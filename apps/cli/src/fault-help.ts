import { Help } from 'commander';
import { FAULT_RULES, type FaultRule } from './fault-rules.table.ts';

/** Below the options of `vidimus specimen --help`: every fault, what goes wrong, the fields it takes, what its number counts. */
export function faultHelp(): string {
  const rows = Object.entries(FAULT_RULES).map(([name, rule]) => {
    const said = `  ${name.padEnd(NAME_COLUMNS)}${rule.says}`;
    const notes = notesOf(rule);
    if (notes === '') return said;
    if (said.length + notes.length < COLUMNS) return `${said} ${notes}`;
    const indent = `\n${' '.repeat(NAME_COLUMNS + 2)}`;
    return said + indent + new Help().boxWrap(notes, COLUMNS - NAME_COLUMNS - 2).replaceAll('\n', indent);
  });
  return `
Faults: NAME, NAME:FIELD, NAME=NUMBER or NAME:FIELD=NUMBER, e.g. blur=0.3.
Without a number a fault is drawn clearly over its limit. The brackets say which
FIELD and NUMBER it takes.

${rows.join('\n')}`;
}

const NAME_COLUMNS = 17;
const COLUMNS = 80;

function notesOf({ fields, strength, kinds }: FaultRule): string {
  const notes = [
    ...(fields === undefined ? [] : [`:${typeof fields === 'string' ? fields : fields.join(' ')}`]),
    ...(strength === undefined ? [] : [`=${strength}`]),
    ...(kinds === undefined ? [] : [kinds.includes('passport') ? 'not on licences' : 'not on passports and visas']),
  ];
  return notes.length === 0 ? '' : `(${notes.join('; ')})`;
}
