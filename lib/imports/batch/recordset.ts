/** The statement that inserts a set of rows, `$1` as JSON, in their order. `columns` are names and types. */
export function insertSql(table: string, columns: string): string {
  const names = columns
    .split(', ')
    .map((column) => column.split(' ')[0])
    .join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_to_recordset($1) AS r (${columns}) ON CONFLICT DO NOTHING`;
}
