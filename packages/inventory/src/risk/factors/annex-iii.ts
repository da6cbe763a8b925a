import type { Factor, RiskLevel } from '../factor.ts'

const area = (label: string): RiskLevel => ({ label: `it works in ${label} (Annex III)`, severity: 1 })

/**
 * Annex III of Regulation (EU) 2024/1689, areas 1 to 8. What a system is for cannot be seen in code or clouds, so
 * nothing but a person answers this.
 */
export const annexIii: Factor<'annex-iii'> = {
  id: 'annex-iii',
  title: 'Area of the EU AI Act',
  question:
    'Is it used in one of the eight areas of Annex III of the EU AI Act? If in several, name the foremost.',
  weight: 3,
  levels: {
    none: { label: 'it works in none of the areas of Annex III', severity: 0 },
    biometrics: area('biometric identification, categorisation or the recognition of emotions'),
    'critical-infrastructure': area(
      'critical infrastructure: traffic, water, gas, heat, electricity, digital',
    ),
    education: area('education and vocational training'),
    employment: area('employment, the management of workers and access to self-employment'),
    'essential-services': area('access to essential private and public services and benefits'),
    'law-enforcement': area('law enforcement'),
    migration: area('migration, asylum and border control'),
    'justice-and-democracy': area('the administration of justice and democratic processes'),
  },
  reopenedBy: ['purpose'],
}
