import pg from 'pg'

export type Client = pg.Client

/** One connection of the test's own, beside those of what it tests. Losing it is no failure until it is used. */
export async function openClient(url: string): Promise<Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}
