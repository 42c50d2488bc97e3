import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Usage: bosett COMMAND ...\n\n' +
    '  forecast SCENARIO... [--set ID=VALUE]... [--set ID@YEAR=VALUE]...   the forecast\n' +
    '           [--rates FILE]...                                         with own rates, draft or approved\n' +
    '           [--draws N [--seed S]]                                    with N possible futures\n' +
    '           [--public [--threshold N] [--method suppress | round]]   of rows with small numbers protected\n' +
    '  parameters [--year YEAR] [PREFIX]                                  parameters with source and status\n' +
    '  check FILE...                                                      checks files\n' +
    '  protect COHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o OUT\n' +
    '                                                                     a copy that can be published\n' +
    '  bundle SCENARIO [--threshold N] -o OUT.json                      what a municipality shows to a group, without people\n' +
    '  compare SCENARIO SCENARIO...                                       side by side, what differs, and what that does\n' +
    '  seek SCENARIO --vary ID[=FROM..TO] --keep "BOUND"... [--minimise] [--chance 40/50 [--draws N] [--seed S]]\n' +
    '                                                                     the largest (smallest) whole number that keeps every bound\n' +
    '  thresholds SCENARIO --vary ID[=FROM..TO]                           where each step begins\n' +
    '  export SCENARIO [--beside SCENARIO] -o OUT.{xlsx,docx,html,svg,png,csv,parquet,arrow}   a file to send or to archive\n' +
    '           [--table lines | people | capacity | result | futures | economic-plan | budget]   the table in csv, parquet, arrow\n' +
    '           [--ansvar DIGITS] [--sign cost_positive | income_positive] [--picture NAME] [--date YYYY-MM-DD]\n' +
    '           [--set, --rates, --public, --threshold, --method, --draws, --seed as for forecast]\n' +
    '  sweep SCENARIO... --vary ID=FROM..TO[/STEP]... [--shard I/N] [--draws N [--seed S]] [-o OUT.parquet | OUT.csv]\n' +
    '                                                                     every combination, year by year\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `There is no command “${command}”.`,
  exported: (file, bytes) => `${file}: ${bytes} bytes`,
  onlyWith: (option, use) => `The option “${option}” is only used with ${use}.`,
  budgetUnknown: (funksjon, art, year) =>
    `Not written: the amount of function ${funksjon}, art ${art} in ${year} is unknown. State the rate with --set or --rates, or the budget would lack it.`,
  unknownOption: (option) => `There is no option “${option}”.`,
  missingValue: (option) => `The option “${option}” lacks a value.`,
  wrongValue: (option, value, allowed) => `“${value}” cannot be used for ${option}. Allowed: ${allowed}.`,
  missingFile: (command) => `The command “${command}” needs at least one file.`,
  oneFile: (command) => `The command “${command}” takes exactly one file.`,
  missingOption: (option) => `The option “${option}” is needed.`,
  ownInput: (file) => `${file} is the file that is read. Choose another name for the copy.`,
  notWhole: (file, found) => `${file}: ${found} is not a whole number of persons. Only whole numbers can be protected.`,
  notWritten: (file) => `${file} could not be written. Check the folder and its permissions.`,
  notPublished: (file: string) =>
    `${file} is not what the command writes with --format json. Give --beside such a file from the last time.`,
  revealsBeside: (numbers: number) =>
    `Not written: together with what was published before, the copy would reveal ${numbers} numbers. Use the same method and threshold as before.`,
  disagreesBeside:
    'The numbers do not agree with what was published before. Whoever has both may recognise what was corrected.',
  protectedRows: (file, rows) => `${file}: rows ${rows}`,
  modes: { private: 'Internal: every number is there.', public: 'Public: small numbers are protected.' },
  protection: {
    hidden: 'Hidden because the count is small or was hidden already',
    hidden_besides: 'Hidden besides, so that nobody can work them out',
    hidden_totals: 'Totals that cannot be shown',
    rounded: 'Rounded counts',
    deviation: 'Largest deviation of a total, persons',
  },
  search: {
    scenario: 'Scenario',
    figure: 'Figure',
    onlyOne: (option) => `The option “${option}” can stand only once here.`,
    twoFiles: 'The command “compare” needs at least two files.',
    unknownColumn: (expr, found, nearest) =>
      `${expr}: There is no column “${found}”. Did you mean “${nearest}”? Correct the name.`,
    seek: {
      chance: (need: number, draws: number, seed: number) =>
        `In at least ${need} of ${draws} possible futures, from seed ${seed}.`,
      keptIn: (kept: number, counted: number) => `${kept} of ${counted} futures`,
      tried: (vary, from, to) => `${vary}: every whole number from ${from} to ${to} was tried.`,
      largest: (value) => `The largest number that keeps every bound is ${value}.`,
      smallest: (value) => `The smallest number that keeps every bound is ${value}.`,
      none: 'None of the numbers keeps every bound.',
      binding: (expr, year, next) => `What stops it: with ${next}, ${expr} is broken in ${year}.`,
      atEnd: (expr, year) => `No number further on was tried. The bound with least to spare is ${expr}, in ${year}.`,
      kept: (ranges) => `Every bound is kept with: ${ranges}.`,
      conflict: (one, other) => `${one} and ${other} can each be kept, but never together.`,
      nearest: (value, expr, year, by) => `Nearest is ${value}: ${expr} is broken most in ${year} (${by}).`,
      columns: { value: 'Number', kept: 'Kept', broken: 'Broken (year: by how much)' },
      yes: 'yes',
      no: 'no',
    },
    thresholds: {
      how: 'The highest need in the plan and the years after it, and the first year with the new level.',
      none: 'No step begins between these numbers.',
      columns: { at: 'From', what: 'What', from: 'Before', to: 'Now', year: 'Year' },
      what: {
        rooms: 'classrooms',
        posts: 'whole posts, the month with most',
        dwellings: 'dwellings',
        unaccompanied_minor_care: 'posts in the care of unaccompanied minors',
        language_base: 'base grant, the band begins at so many persons',
      },
    },
    attribution: {
      title: (figure, other, first) => `${figure}: what makes ${other} differ from ${first}`,
      none: 'Cannot be split: the plans are not of the same years, or an amount is unknown in a mixture of them.',
      amount: '1000 kroner',
      total: 'Together',
      groups: {
        settlement: 'The number settled',
        composition: 'Who comes, and when',
        moving: 'Moving',
        family: 'Family immigration and births',
        rates: 'Grants and rates',
        prices: 'Prices and costs',
        capacity: 'Teaching, rooms, staff and dwellings',
        other: 'Fund and other',
        opening: 'Who lives here already, and the municipality',
      },
    },
  },
  noParameters: (prefix) => `No parameter begins with “${prefix}”.`,
  correct: (file) => `${file}: correct`,
  thousands: 'Figures in 1000 kroner in the prices of each year. Plus is a surplus.',
  parameterColumns: { id: 'id', value: 'value', unit: 'unit', range: 'range', status: 'status', source: 'source' },
  futures: {
    drawn: (draws: number, seed: number) => `${draws} possible futures, all equally likely, from seed ${seed}.`,
    lease: (of50: number) => `In ${of50} of 50 possible futures a classroom must be leased in the plan.`,
    deficit: (of50: number) => `In ${of50} of 50 possible futures at least one year of the plan has a deficit.`,
    empty: (of50: number) => `In ${of50} of 50 possible futures the fund is empty in at least one year of the plan.`,
    idle: (of50: number) => `In ${of50} of 50 possible futures a leased classroom stands empty in the plan.`,
  },
};
