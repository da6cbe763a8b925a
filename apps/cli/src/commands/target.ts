import { setTimeout as sleep } from 'node:timers/promises'
import { getFingerprintKey } from '@ai-census/api'
import { CollectorAway, type CollectorClient, createCollectorClient } from '../collector-client.ts'
import { createSpool, type Spool } from '../spool.ts'
import { localFingerprintKey, spoolFolder } from '../state.ts'

/** The collector that a scan is for, and where its reports wait for it. */
export interface Target {
  client: CollectorClient
  spool: Spool
  fingerprintKey(): Promise<string>
}

export function createTarget(url: string, token: string | undefined, wait: number): Target {
  const client = createCollectorClient(url, token)
  const spool = createSpool(spoolFolder(client.url))
  return { client, spool, fingerprintKey: () => fingerprintKeyOf(client, spool, wait) }
}

/**
 * Fingerprints join only under one key, so a scan for a collector asks for that collector's first. While it is
 * away, the key of last time serves, else this user's own: the scan goes on, its reports wait, and the redacted
 * form still joins what the fingerprint then cannot.
 */
async function fingerprintKeyOf(client: CollectorClient, spool: Spool, wait: number): Promise<string> {
  const deadline = Date.now() + wait * 1000
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    try {
      const { key } = await client.call(getFingerprintKey)
      spool.keepKey(key)
      return key
    } catch (error) {
      if (!(error instanceof CollectorAway)) throw error
      if (Date.now() + pause > deadline) return spool.keptKey() ?? localFingerprintKey()
      await sleep(pause)
    }
  }
}
