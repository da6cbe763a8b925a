/** What a record holds under a name that comes from outside: of `constructor` and its like, nothing that it was born with. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
