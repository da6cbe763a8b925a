import { createHash } from 'node:crypto'

/** Rises with every change of what detectors see, a new detector too. */
export const DETECTORS_VERSION = 23

/**
 * Changes whenever the same bytes could give other signs. Needs neither detectors nor catalogue, so that whoever finds
 * that nothing has changed loads none of them.
 */
export const signsKey = (catalogueHash: string, fingerprint: (secret: string) => string): string =>
  createHash('sha256')
    .update(`${catalogueHash} ${DETECTORS_VERSION} ${fingerprint('cache')}`)
    .digest('hex')
    .slice(0, 32)
