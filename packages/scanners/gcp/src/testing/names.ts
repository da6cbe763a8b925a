export const NUMBER = '4711'
export const PROJECT = 'acme-prod'
export const LOCATION = 'europe-west4'
/** Planted where real answers may hold a secret; no report may ever have it. */
export const SECRET_VALUE = 'planted-value-that-must-not-leave'

export const at = `projects/${NUMBER}/locations/${LOCATION}`
export const times = { createTime: '2026-11-01T08:00:00Z', updateTime: '2026-11-02T08:00:00.123456Z' }
