import { backtestCommand } from './backtest';
import { check } from './check';
import { compareCommand } from './compare';
import { exportCommand } from './export';
import { forecastCommand } from './forecast';
import { parametersCommand } from './parameters';
import { protectCommand } from './protect';
import { seekCommand } from './seek';
import { bundleCommand } from './member-bundle';
import { sweepCommand } from './sweep';
import { thresholdsCommand } from './thresholds';
import { readArguments, UsageError } from './arguments';
import { backtestText } from '$lib/text/backtest';
import { cliText } from '$lib/text/cli';

/** Runs one command; gives the exit code. Results go to stdout, messages to stderr. */
async function main(given: string[]): Promise<number> {
  const args = readArguments(given);
  const { text, command } = args;
  if (args.help || command === undefined) {
    (args.help ? process.stdout : process.stderr).write(
      `${cliText[text.language].usage}\n${backtestText[text.language].usage}`,
    );
    return args.help ? 0 : 2;
  }
  if (command === 'forecast') return forecastCommand(args);
  if (command === 'parameters') return parametersCommand(args);
  if (command === 'check') return check(args);
  if (command === 'backtest') return backtestCommand(args);
  if (command === 'protect') return protectCommand(args);
  if (command === 'compare') return compareCommand(args);
  if (command === 'seek') return seekCommand(args);
  if (command === 'thresholds') return thresholdsCommand(args);
  if (command === 'sweep') return sweepCommand(args);
  if (command === 'bundle') return bundleCommand(args);
  if (command === 'export') return exportCommand(args);
  throw new UsageError(`${cliText[text.language].unknownCommand(command)}\n\n${cliText[text.language].usage}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 2;
}
