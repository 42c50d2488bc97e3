/** The files that can be opened, for the browser's own window to choose them in. */
export const ACCEPTED = '.json,.csv,.tsv,.txt,.xlsx,.ods,.parquet,.arrow,.feather';
