import type { RiskFactorId } from '@ai-census/schema'
import type { Factor } from '../factor.ts'
import { affectedPeople } from './affected-people.ts'
import { annexIii } from './annex-iii.ts'
import { autonomy } from './autonomy.ts'
import { dataSensitivity } from './data-sensitivity.ts'
import { oversight } from './oversight.ts'
import { scale } from './scale.ts'
import { supplierOpacity } from './supplier-opacity.ts'
import { userImpact } from './user-impact.ts'

/** Every question of the rubric, in the order in which people answer. A test compares this with the files beside it. */
export const riskFactors = {
  'user-impact': userImpact,
  autonomy: autonomy,
  'data-sensitivity': dataSensitivity,
  'affected-people': affectedPeople,
  'annex-iii': annexIii,
  scale: scale,
  oversight: oversight,
  'supplier-opacity': supplierOpacity,
} as const satisfies { readonly [F in RiskFactorId]: Factor<F> }
