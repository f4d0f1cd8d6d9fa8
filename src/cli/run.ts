/** Runs one command. A failure gives a message and exit code 2, never a stack. */
import { printable } from '../messages/printable';
import { checkCommand } from './check';
import { compareCommand } from './compare';
import { EXIT, Failure, messageOf, type ExitCode } from './failure';
import { HELP } from './help';
import { importCommand } from './import';
import { measureCommand } from './measure';
import { observeCommand } from './observe';
import type { Host } from './host';
import { ioOf, type Io } from './commandIo';
import { reportCommand } from './report';
import { sizeCommand } from './size';

const COMMANDS = {
  check: checkCommand,
  report: reportCommand,
  size: sizeCommand,
  import: importCommand,
  measure: measureCommand,
  observe: observeCommand,
  compare: compareCommand,
} as const;
type CommandName = keyof typeof COMMANDS;

export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const io = ioOf(host);
  const [first, ...rest] = args;
  try {
    if (first === '--version' || first === '-v') return print(io, `${io.toolVersion()}\n`);
    if (first === '--help' || first === '-h' || first === 'help') {
      const [topic] = rest;
      return print(io, isCommand(topic) ? HELP[topic] : HELP.all);
    }
    if (!isCommand(first)) throw new Failure(unknownCommand(first), 'usage');
    if (rest.includes('--help') || rest.includes('-h')) return print(io, HELP[first]);
    return await COMMANDS[first](rest, io);
  } catch (error) {
    const usage = error instanceof Failure && error.isUsage;
    const help = isCommand(first) ? `capacity-plan ${first} --help` : 'capacity-plan --help';
    io.writeError(
      `capacity-plan: ${printable(messageOf(error))}\n${usage ? `See ${help}.\n` : ''}`,
    );
    return EXIT.failed;
  }
}

function print(io: Io, text: string): ExitCode {
  io.writeOut(text);
  return EXIT.ok;
}

function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

function unknownCommand(name: string | undefined): string {
  const commands = Object.keys(COMMANDS).join(', ');
  return name === undefined
    ? `name a command: ${commands}`
    : `unknown command ${JSON.stringify(name)}; there are ${commands}`;
}
