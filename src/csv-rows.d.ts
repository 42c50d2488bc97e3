declare module '*.csv?rows' {
  const rows: Record<string, string>[];
  export default rows;
}
