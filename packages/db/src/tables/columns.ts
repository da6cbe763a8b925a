import { customType } from 'drizzle-orm/pg-core'

/** An instant as the API speaks it (`2026-11-23T08:00:00.000Z`), stored as `timestamptz` to the millisecond. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => asInstant(value),
})

/** As PostgreSQL writes an instant to a session in UTC. */
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/

/** An instant of the driver as the API speaks it. Cutting text is ten times as fast as reading a date. */
export function asInstant(value: unknown): string {
  const [, day, time, fraction = ''] = (typeof value === 'string' && IN_UTC.exec(value)) || []
  if (day !== undefined) return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
  if (typeof value === 'string' || value instanceof Date) return new Date(value).toISOString()
  throw new Error('the database gave no instant')
}

/** JSON whose shape `T` the writer guarantees: only validated values are written. */
export const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    // The driver hands over parsed JSON; PostgreSQL kept what the writer validated.
    fromDriver: (value) => value as unknown as T,
  })
