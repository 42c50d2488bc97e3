function main(args: string[]): number {
  process.stderr.write(`bosett: no command is written yet${args[0] === undefined ? '' : `, not even "${args[0]}"`}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
