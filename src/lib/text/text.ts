import type { Finding } from '$lib/model/scenario';
import type { ItemId, Side } from '$lib/model/ledger';
import type { Status } from '$lib/model/status';
import type { Category } from '$lib/model/cohort';

type Sentence = (finding: Finding) => string;

/** Every word a user sees, in one language: for the page, the command line and the exports alike. */
export type Text = {
  language: 'nb' | 'nn' | 'en';
  items: Record<ItemId, string>;
  units: Record<string, string>;
  categories: Record<Category, string>;
  side: Record<Side, string>;
  status: Record<Status, string>;
  columns: Record<
    | 'year'
    | 'income'
    | 'cost'
    | 'net'
    | 'fund'
    | 'in_phase'
    | 'participants_peak'
    | 'rooms_needed'
    | 'posts'
    | 'settled',
    string
  >;
  unknown: string;
  none: string;
  warnings: Record<string, (years: string, parameters: string) => string>;
  findings: Record<string, Sentence>;
  row: (row: number) => string;
  cli: {
    usage: string;
    unknownCommand: (command: string) => string;
    notYet: (command: string) => string;
    unknownOption: (option: string) => string;
    missingValue: (option: string) => string;
    wrongValue: (option: string, value: string, allowed: string) => string;
    missingFile: (command: string) => string;
    noParameters: (prefix: string) => string;
    correct: (file: string) => string;
    tail: string;
    thousands: string;
    parameterColumns: Record<'id' | 'value' | 'unit' | 'range' | 'status' | 'source', string>;
  };
};
