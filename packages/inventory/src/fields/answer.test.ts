import type { AiSystem, Claim, DecisionBody } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { day, factsOf, finding, register, report, repository, systemOfRepository } from '../testing/build.ts'

const owner = (value: string, source: Claim['source']): Claim => ({ field: 'technical-owner', value, source })

function fields(claims: Claim[], scopeClaims: Claim[], decisions: DecisionBody[] = []): AiSystem['fields'] {
  const scope = repository('shop', { claims: scopeClaims })
  const reports = [
    report(scope, [finding({ key: 'a', claims }), finding({ key: 'b' })], { finishedAt: day(3) }),
  ]
  return reconcile(factsOf(reports, decisions)).systems[0]!.fields
}

describe('a field of a system', () => {
  it('takes the strongest source and says which, whose and when', () => {
    const { technicalOwner } = fields([owner('@shop', 'codeowners')], [owner('root', 'administrators')])
    expect(technicalOwner).toEqual({
      value: '@shop',
      source: 'codeowners',
      by: 'git:github.com/acme/shop',
      at: day(3),
    })
  })

  it('takes what more findings say where sources are equal', () => {
    const claims = (value: string) => [owner(value, 'codeowners')]
    const scope = repository('shop')
    const findings = ['b', 'b', 'a'].map((value, i) => finding({ key: `k${i}`, claims: claims(value) }))
    expect(reconcile(factsOf([report(scope, findings)])).systems[0]!.fields.technicalOwner?.value).toBe('b')
  })

  it('keeps a pin on top and shows what is discovered now beside it', () => {
    const { technicalOwner } = fields(
      [owner('@shop', 'codeowners')],
      [],
      [register('shop', { technicalOwner: 'Grace' })],
    )
    expect(technicalOwner).toMatchObject({
      value: 'Grace',
      source: 'pin',
      by: 'ada',
      discovered: { value: '@shop', source: 'codeowners' },
    })
  })

  it('lets discovery answer again when the pin is taken off', () => {
    const off: DecisionBody = {
      type: 'set-fields',
      system: systemOfRepository('shop'),
      fields: { technicalOwner: null },
    }
    const answer = fields(
      [owner('@shop', 'codeowners')],
      [],
      [register('shop', { technicalOwner: 'Grace' }), off],
    )
    expect(answer.technicalOwner).toMatchObject({ value: '@shop', source: 'codeowners' })
  })

  it('is silent where no source says anything', () => {
    expect(fields([], [])).not.toHaveProperty('technicalOwner')
  })

  it('understands stages by the names that catalogues give them, and no other', () => {
    const stage = (value: string) =>
      fields([], [{ field: 'lifecycle', value, source: 'catalog' }]).lifecycle?.value
    expect([stage('Experimental'), stage('production'), stage('limbo')]).toEqual([
      'development',
      'deployed',
      undefined,
    ])
  })

  it('takes no risk level that is not on the scale', () => {
    const level = (value: string) =>
      fields([], [{ field: 'risk-level', value, source: 'manifest' }]).riskLevel?.value
    expect([level('HIGH'), level('apocalyptic')]).toEqual(['high', undefined])
  })

  it('is not told the system’s name by one of its many resources', () => {
    const claims: Claim[] = [{ field: 'name', value: 'endpoint-7', source: 'tag' }]
    expect(fields(claims, []).name).toMatchObject({ value: 'acme/shop', source: 'inference' })
  })

  it('is told the name by whatever it is grouped by', () => {
    expect(fields([], [{ field: 'system', value: 'Checkout', source: 'manifest' }]).name).toMatchObject({
      value: 'Checkout',
      source: 'manifest',
    })
  })
})
