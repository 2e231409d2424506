import { shellWord } from './shell-word.ts';

/** Why a command could not run at all. The facts say what was seen; `explainCannotRun` makes the sentence and the way out. */
export type CannotRun =
  | { readonly code: 'cli.usage'; readonly message: string; readonly command: string }
  | { readonly code: 'cli.file-missing'; readonly path: string; readonly similar: readonly string[] }
  | { readonly code: 'cli.is-a-folder'; readonly path: string; readonly pictures: readonly string[] }
  | { readonly code: 'cli.policy-is-a-folder'; readonly path: string }
  | { readonly code: 'cli.folder-in-the-way'; readonly path: string }
  | { readonly code: 'cli.not-a-file'; readonly path: string }
  | { readonly code: 'cli.no-permission'; readonly path: string; readonly to: 'read' | 'write' }
  | { readonly code: 'cli.file-trouble'; readonly path: string; readonly observed: string }
  | { readonly code: 'cli.folder-missing'; readonly path: string; readonly folder: string }
  | { readonly code: 'cli.file-exists'; readonly path: string; readonly wayOut: string }
  | {
      readonly code: 'cli.value-not-understood';
      readonly what: string;
      readonly observed: string;
      readonly expected: string;
      readonly closest?: string;
    }
  | { readonly code: 'cli.policy-invalid'; readonly path: string; readonly problems: readonly string[] }
  | { readonly code: 'cli.given-twice'; readonly what: string }
  | { readonly code: 'cli.more-sides-than-photos'; readonly sides: number; readonly photos: number }
  | { readonly code: 'cli.too-many'; readonly what: string; readonly observed: number; readonly limit: number };

/** One or two sentences: what failed, where, what was expected, and what to do now. */
export function explainCannotRun(error: CannotRun): string {
  switch (error.code) {
    case 'cli.usage':
      return `${error.message}\nHow it is used: npx ${error.command} --help`;
    case 'cli.file-missing':
      return `There is no file ${quote(error.path)}.${
        error.similar.length === 0
          ? ' Check the name, the folder you are in and, of a link, where it leads.'
          : ` Did you mean ${list(error.similar)}?`
      }`;
    case 'cli.is-a-folder':
      return `${quote(error.path)} is a folder; give the photos in it one by one${
        error.pictures.length === 0 ? ' (it holds none that could be read).' : `, for example ${list(error.pictures)}.`
      }`;
    case 'cli.policy-is-a-folder':
      return `${quote(error.path)} is a folder. Name the policy file in it, or write one: npx vidimus policy init`;
    case 'cli.folder-in-the-way':
      return `${quote(error.path)} is a folder. Name the file to write, inside it or elsewhere.`;
    case 'cli.not-a-file':
      return `${quote(error.path)} is not an ordinary file (a device, pipe or socket). Save the photo to a file first.`;
    case 'cli.no-permission':
      return `${quote(error.path)} may not be ${error.to === 'read' ? 'read' : 'written'} by you. Look at it with: ls -l ${shellWord(error.path)}; its owner can allow it with chmod.`;
    case 'cli.file-trouble':
      return `${quote(error.path)} could not be used: ${error.observed}. Try a copy in another place.`;
    case 'cli.folder-missing':
      return `The folder ${quote(error.folder)} for ${quote(error.path)} does not exist. Create it with: mkdir -p ${shellWord(error.folder)}`;
    case 'cli.file-exists':
      return `${quote(error.path)} exists already and was left as it is. ${error.wayOut}`;
    case 'cli.value-not-understood':
      // What was typed and the nearest word stand first: a list of all that is known may be long.
      return `${error.what}: ${quote(error.observed)} cannot be used.${
        error.closest === undefined ? '' : ` Did you mean ${quote(error.closest)}?`
      } Expected ${error.expected}.`;
    case 'cli.policy-invalid':
      return `The policy ${quote(error.path)} is not valid:\n${error.problems.map((problem) => `  ${problem}`).join('\n')}\nA valid one to compare with: npx vidimus policy init`;
    case 'cli.given-twice':
      return `${error.what} was given twice. Give each detail once.`;
    case 'cli.more-sides-than-photos':
      return `--side was given ${error.sides} times, and there ${error.photos === 1 ? 'is one photo' : `are ${error.photos} photos`}. Give it once for each photo, in the order of the photos.`;
    case 'cli.too-many':
      return `${error.observed} ${error.what} were given; at most ${error.limit} make one check. Check one document at a time.`;
  }
}

function quote(text: string): string {
  return `"${text}"`;
}

function list(words: readonly string[]): string {
  return words.map(quote).join(' or ');
}
