import type { Field, Row } from '$lib/ipc';

/** What is left of a field's key without its row: stays the same when the row gets its real key. */
export function suffix(row: Row, field: Field): string {
  const rest = field.key.startsWith(row.key) ? field.key.slice(row.key.length) : `/${field.key}`;
  return rest.replace(/^\//, '').replace(/[^\w-]+/g, '-') || 'value';
}
