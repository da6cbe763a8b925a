import { randomBytes } from 'node:crypto'
import { deploymentSecrets } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'

const NAME = 'fingerprint-key'

/** Made at its first use and then kept: with another key, no fingerprint would meet its earlier self. */
export async function getFingerprintKey(deps: Deps): Promise<{ key: string }> {
  const { orm } = deps.database
  const [kept] = await orm.select().from(deploymentSecrets).where(eq(deploymentSecrets.name, NAME))
  if (kept) return { key: kept.value }
  await orm
    .insert(deploymentSecrets)
    .values({ name: NAME, value: randomBytes(32).toString('base64'), createdAt: deps.now().toISOString() })
    .onConflictDoNothing()
  return getFingerprintKey(deps)
}
