import { LifecycleStage, ScopeDecision, UserImpact, ValueChainRole } from '@ai-census/schema'
import { withoutFillers, wordsOf } from '../columns/words.ts'
import { type CellValue, problem, value } from './value.ts'

/** Fields with a closed list of answers, and how people write each in a register. */
const WRITTEN = {
  userImpact: {
    internal:
      'internal only, internal users, employees, employee, staff, internal use, intern, nur intern, mitarbeiter, mitarbeitende, beschaftigte, interne, usage interne, employes, salaries, collaborateurs, interno, uso interno, empleados',
    'customer-facing':
      'customer, customers, external, external users, clients, client facing, public, public facing, consumer facing, consumers, end customers, extern, kunden, kundenkontakt, kundenseitig, externe, public externe, clientes, externo, de cara al cliente, publico',
    'decision-support':
      'decision making, decisions, supports decisions, decision aid, automated decisions, automated decision making, entscheidungsunterstutzung, entscheidungshilfe, automatisierte entscheidung, aide a la decision, soporte a la decision, apoyo a la decision, toma de decisiones',
  },
  scope: {
    'in-scope':
      'in, yes, y, true, included, x, ja, innerhalb, im geltungsbereich, oui, inclus, dans le perimetre, si, incluido, dentro, dentro del alcance',
    'out-of-scope':
      'out, no, n, false, excluded, nein, ausserhalb, nicht im geltungsbereich, ausgeschlossen, non, exclu, hors perimetre, excluido, fuera, fuera del alcance',
  },
  valueChainRole: {
    developer:
      'developers, develops, built in house, in house developed, entwickler, entwickelt, developpeur, desarrollador',
    provider: 'ai provider, anbieter, fournisseur, proveedor',
    deployer: 'ai deployer, operator, betreiber, deployeur, responsable del despliegue, implementador',
    user: 'ai user, end user, customer, nutzer, anwender, utilisateur, usuario',
  },
  lifecycle: {
    planned:
      'plan, planning, idea, ideation, proposed, proposal, concept, evaluation, under evaluation, backlog, geplant, planung, idee, konzept, in planung, prevu, planifie, idee projet, concept projet, planificado, previsto, propuesta',
    development:
      'in development, dev, build, building, pilot, piloting, poc, proof of concept, prototype, test, testing, in testing, experiment, beta, entwicklung, in entwicklung, pilotierung, pilotphase, erprobung, prototyp, developpement, en developpement, pilote, en test, desarrollo, en desarrollo, piloto, prueba, en pruebas',
    deployed:
      'production, in production, prod, live, in use, active, operational, operation, in operation, deployment, released, go live, running, produktiv, in betrieb, betrieb, im einsatz, aktiv, in produktion, en production, en service, deploye, actif, en exploitation, produccion, en produccion, en uso, activo, desplegado, operativo',
    retired:
      'decommissioned, decommissioning, sunset, inactive, discontinued, end of life, archived, closed, stopped, terminated, stillgelegt, ausser betrieb, abgeschaltet, eingestellt, inaktiv, retire, mis hors service, arrete, inactif, abandonne, retirado, inactivo, desmantelado, fuera de servicio',
  },
} as const

export type ChoiceField = keyof typeof WRITTEN

const options = {
  userImpact: UserImpact.options,
  scope: ScopeDecision.options,
  valueChainRole: ValueChainRole.options,
  lifecycle: LifecycleStage.options,
} satisfies Record<ChoiceField, readonly string[]>

const known: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(WRITTEN).map(([field, answers]) => [field, answersOf(answers)]),
)

function answersOf(answers: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [answer, written] of Object.entries(answers))
    for (const one of [answer, ...written.split(',')]) found.set(wordsOf(one), answer)
  return found
}

export const isChoiceField = (target: string): target is ChoiceField => known.has(target)

/** As it is written, without a number before it (“3 - Deployed”), and without words that say nothing. */
export function readChoice(field: ChoiceField, text: string): CellValue {
  const words = wordsOf(text)
  const answers = known.get(field)
  const bare = words.replace(/^\d+ | \d+$/g, '')
  const answer = answers?.get(words) ?? answers?.get(bare) ?? answers?.get(withoutFillers(bare))
  return answer === undefined
    ? problem(
        `is none of ${options[field].join(', ')}. Write one of them, or say under “values” what it stands for.`,
      )
    : value(answer)
}
