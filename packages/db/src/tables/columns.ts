import { customType } from 'drizzle-orm/pg-core'

/** An instant as the API speaks it (`2026-11-23T08:00:00.000Z`), stored as `timestamptz` to the millisecond. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => new Date(value).toISOString(),
})

/** JSON whose shape `T` the writer guarantees: only validated values are written. */
export const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    // The driver hands over parsed JSON; PostgreSQL kept what the writer validated.
    fromDriver: (value) => value as unknown as T,
  })
