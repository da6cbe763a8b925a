import { digest, reportDigest } from '@ai-census/schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ScopeState } from './ledger.ts'
import { concludeLook, decidePairs, planLook } from './look.ts'
import { isSteady, type Pair } from './moves.ts'
import { recordReport } from './record.ts'
import { sight } from './sighting.ts'
import { look, settings } from './testing/estates.ts'
import { timed } from './testing/order.ts'

it('means the same decided in parts, without what did not change, as decided at once', () => {
  fc.assert(
    fc.property(
      fc.array(look, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (looks, size) => {
        const [first] = looks
        const reports = looks.map((one, n) =>
          timed({ ...one, scope: first!.scope, scanner: first!.scanner }, n),
        )
        let state: ScopeState | null = null
        for (const [n, report] of reports.slice(0, -1).entries())
          state = recordReport(state, report, { scan: `${n}`, settings }).state
        const report = reports.at(-1)!
        const whole = recordReport(state, report, { scan: 'last', settings, confirmed: true })

        const seen = new Map(report.findings.map((one) => [sight(one).finding.key, sight(one).sighting]))
        const open = new Map((state?.open ?? []).map((one) => [one.key, one]))
        const deleted = new Set(report.deleted)
        const pairs = [...new Set([...open.keys(), ...seen.keys()])].map(
          (key): Pair => ({
            key,
            from: open.get(key) ?? null,
            seen: seen.get(key) ?? null,
            deleted: deleted.has(key) && !seen.has(key),
          }),
        )
        const moved = pairs.filter(({ from, seen: one }) => !(from && one && isSteady(from, one)))
        const head = { ...report, digest: reportDigest(report), saw: report.findings.length }
        const plan = planLook(state, head, { scan: 'last', confirmed: true })
        const parts = []
        for (let at = 0; at < moved.length; at += size)
          parts.push(decidePairs(plan, moved.slice(at, at + size)))
        expect(new Set(parts.flatMap((part) => part.opens))).toEqual(new Set(whole.opens))
        expect(new Set(parts.flatMap((part) => part.closes))).toEqual(new Set(whole.closes))
        expect(parts.flatMap((part) => part.summary.changed).sort()).toEqual(whole.summary.changed)
        expect(concludeLook(plan, false).state).toEqual({ ...whole.state, open: undefined })
      },
    ),
    { numRuns: 60, seed: 42_001 },
  )
})

it('knows the digest of a finding as it came, whether or not it works it out anew', () => {
  fc.assert(
    fc.property(look, (report) => {
      for (const one of report.findings) expect(sight(one).digest).toBe(digest(one))
    }),
    { numRuns: 60, seed: 42_001 },
  )
})
