import type { RestOperation } from './client.ts'

/**
 * Answers in the form of the SDK's own schemas, for the stand-in of tests and its made-up answers: a name and a type a field,
 * from the services' published models.
 */
export type Field = 'text' | 'time' | 'flag' | 'number' | readonly [Fields]
export type Fields = Readonly<{ [name: string]: Field }>

const OPERATION = 9
const STRUCTURE = 3
const LIST = 1
const SIMPLE = { text: 0, number: 1, flag: 2, time: 5 } as const

export function schemaOf({ name, method, path }: RestOperation, output: Fields): unknown[] {
  return [
    OPERATION,
    'rest',
    name,
    { http: [method, path, 200] },
    () => structure(`${name}Request`, {}),
    () => structure(`${name}Response`, output),
  ]
}

function structure(name: string, fields: Fields): unknown[] {
  const members = Object.entries(fields).map(([field, type]) =>
    typeof type === 'string'
      ? SIMPLE[type]
      : [LIST, 'rest', `${name}${field}`, 0, () => structure(`${name}${field}Item`, type[0])],
  )
  return [STRUCTURE, 'rest', name, 0, Object.keys(fields), members]
}
