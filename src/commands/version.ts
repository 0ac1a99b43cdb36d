import own from '../../package.json' with { type: 'json' };
import { type Command, mistake } from './command.ts';
import { say } from './console.ts';

export const version: Command = {
  name: 'version',
  summary: 'Show the version',
  usage: '',
  about: ['Shows the version.'],
  flags: [],
  examples: [],
  exitCodes: [[0, 'printed'], mistake],
  run: () => say(own.version),
};
