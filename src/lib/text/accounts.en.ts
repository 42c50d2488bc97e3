import type { accounts as nb } from './accounts.nb';

export const accounts: typeof nb = {
  findings: {
    'accounts-column-unknown': () => 'The column is not known and was not read. Say what it is, or leave it.',
    'accounts-budget-original': () => 'The original budget is left out. The revised one is used.',
    'accounts-municipality': ({ found }) => `“${found ?? ''}” is not a municipality number. Write its four digits.`,
    'accounts-year-missing': () =>
      'The file does not say which year the amounts are of. Write the year in the heading, for example “Regnskap 2018”, or add a column of years.',
    'accounts-year-gap': ({ found }) =>
      `The accounts lack ${found}, between years that are there. The years stand as unknown, not as zero.`,
    'accounts-net': ({ found, allowed }) =>
      `Income less cost is not the net: ${found}, but the net stands as ${allowed}. Correct the figures, or add the line that is missing.`,
    'accounts-deviation': ({ found, allowed }) =>
      `The deviation stands as ${found}, but accounts less budget is ${allowed}. The deviation is not used. Check the figures.`,
    'accounts-double': ({ found }) =>
      `The same item appears twice with different amounts: ${found}. Keep the one that holds.`,
    'accounts-scale': ({ found }) =>
      `The amounts are about 1000 times apart: ${found} kroner. Kroner and thousands of kroner may be mixed. Check the unit.`,
    'accounts-labels-left-out': ({ found }) => `These lines are left out, for the model has no such item: ${found}.`,
    'accounts-no-item': () =>
      'No line is cost, income or net. Call the lines for example “Sum utgifter”, “Sum inntekter” and “Netto”.',
    'accounts-art': ({ found }) =>
      `“${found}” is no art (type of account). It has three digits, or five with the class of account before. Correct the code.`,
    'accounts-function': ({ found }) =>
      `“${found}” is no funksjon (function). It has three digits, or four with a digit of your own after. Correct the code.`,
    'accounts-arts-left-out': ({ found }) =>
      `The types of account ${found} are left out: financing and funds (501–599 and 900–999) and compensated value added tax (429, 728, 729) are neither cost nor income in the model.`,
    'accounts-functions-left-out': ({ found }) =>
      `The functions ${found} are left out, for the model has nothing there.`,
    'accounts-open': ({ path, allowed }) =>
      `The file does not say ${open[path] ?? path}.${allowed ? ` Possible: ${allowed}.` : ''} Add a column that says it.`,
  },
  questions: {
    municipality: { ask: () => 'Which municipality are the accounts of? Type its number.', options: {} },
    version: {
      ask: () => 'Are the amounts accounts or budget?',
      options: { regnskap: 'Accounts', budsjett: 'Budget', økonomiplan: 'Financial plan' },
    },
    unit: {
      ask: (found) => `The largest amount of the file is ${found}. What is it in?`,
      options: { NOK: 'Kroner', '1000 NOK': 'Thousands of kroner', 'million NOK': 'Millions of kroner' },
    },
    sign: {
      ask: (found) => `What does plus mean in the net (${found})?`,
      options: { cost_positive: 'Plus is a net cost', income_positive: 'Plus is a surplus' },
    },
    ansvar: {
      ask: (found) => `The file has several cost centres (ansvar): ${found}. Which are the refugee service’s?`,
      options: { all: 'All' },
    },
    item: {
      ask: (found) => `What is “${found}”?`,
      options: { cost: 'Cost', income: 'Income', net: 'Net' },
    },
  },
};

const open: Record<string, string> = {
  municipality: 'which municipality the accounts are of (municipality)',
  version: 'whether the amounts are accounts or budget (version)',
  unit: 'for certain whether the amounts are in kroner or thousands (unit)',
  sign: 'what plus means in the net (sign)',
  ansvar: 'which cost centres (ansvar) are the service’s',
  item: 'whether the line is cost, income or net (item)',
};
