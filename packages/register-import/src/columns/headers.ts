import type { ImportTarget } from '@ai-census/schema'
import { wordsOf } from './words.ts'

/**
 * What registers call their columns, in English, German, French and Spanish. Commas separate; how they are written (case,
 * accents, punctuation) does not matter. A name under two targets is a mistake that a test finds.
 */
const NAMES: Readonly<Record<ImportTarget, readonly string[]>> = {
  name: [
    'name, system name, ai system, ai system name, system, application, application name, app name, use case, use case name, ai use case, title, solution, solution name, tool, tool name, product name, project name, initiative, asset name, service name, ai tool, ai tool name, ai application',
    'Bezeichnung, Systemname, KI-System, Name des KI-Systems, Anwendung, Anwendungsname, Anwendungsfall, Titel, Systembezeichnung, Name des Systems, KI-Anwendung, Werkzeug',
    'nom, nom du système, système, système d’IA, système IA, nom du système d’IA, application IA, cas d’usage, intitulé, titre, désignation, nom de l’application, outil',
    'nombre, nombre del sistema, sistema, sistema de IA, nombre del sistema de IA, aplicación, caso de uso, título, denominación, herramienta',
  ],
  businessOwner: [
    'business owner, owner, system owner, product owner, process owner, accountable, accountable person, accountable owner, responsible, responsible person, risk owner, sponsor, business sponsor, business contact, business unit owner, ai owner, owner name, contact',
    'Fachverantwortlicher, Fachverantwortliche, Verantwortlicher, Verantwortliche, Verantwortliche Person, Eigentümer, Systemeigner, Systemverantwortlicher, Prozesseigner, Ansprechpartner, fachlicher Ansprechpartner, Fachbereichsverantwortlicher, Inhaber',
    'responsable métier, propriétaire, propriétaire métier, responsable, responsable du système, responsable fonctionnel, pilote, référent métier',
    'responsable de negocio, propietario, propietario del negocio, responsable del sistema, dueño, dueño del sistema, dueño de negocio, titular',
  ],
  technicalOwner: [
    'technical owner, tech owner, it owner, engineering owner, technical contact, developer contact, maintainer, maintained by, engineering team, development team, dev team, team, owning team, model owner, technical lead, tech lead, operator team, custodian',
    'Technischer Verantwortlicher, Technischer Ansprechpartner, technisch verantwortlich, IT-Verantwortlicher, Entwicklungsteam, Technischer Eigentümer',
    'responsable technique, propriétaire technique, équipe technique, référent technique, responsable informatique',
    'responsable técnico, propietario técnico, equipo técnico, responsable de TI, contacto técnico',
  ],
  purpose: [
    'purpose, intended purpose, intended use, description, system description, use case description, business purpose, objective, summary, what it does, functionality, function, goal, purpose of use, purpose and context, short description',
    'Zweck, Zweckbestimmung, Beschreibung, Einsatzzweck, Verwendungszweck, Kurzbeschreibung, Ziel, Funktion',
    'finalité, objectif, description du système, usage prévu, destination, but, utilisation prévue, fonctionnalité',
    'propósito, finalidad, descripción, objetivo, uso previsto, finalidad prevista, función',
  ],
  userImpact: [
    'user impact, impact, impacted users, affected users, user group, user groups, users, audience, exposure, end users, target users, who is affected, affected persons, customer impact, customer facing',
    'Auswirkung auf Nutzer, Nutzerkreis, Nutzergruppe, Nutzer, Betroffene, Betroffene Personen, Anwenderkreis, Auswirkung',
    'impact utilisateur, utilisateurs, utilisateurs concernés, personnes concernées, public visé',
    'impacto en el usuario, usuarios, usuarios afectados, personas afectadas, impacto',
  ],
  data: [
    'data, data used, data categories, data types, data type, data sources, data source, input data, training data, personal data, data classification, data sensitivity, data processed, categories of data, type of data',
    'Daten, Datenkategorien, Datenarten, Verarbeitete Daten, Datenquellen, Eingabedaten, Personenbezogene Daten, Datenklassifikation, Trainingsdaten',
    'données, données utilisées, catégories de données, types de données, données traitées, données personnelles, sources de données, données d’entrée',
    'datos, datos utilizados, categorías de datos, tipos de datos, datos tratados, datos personales, fuentes de datos, datos de entrada',
  ],
  riskLevel: [
    'risk, risk level, risk class, risk classification, risk rating, risk category, risk tier, ai act risk, ai act risk class, eu ai act classification, eu ai act risk category, inherent risk, residual risk, criticality, risk score',
    'Risiko, Risikostufe, Risikoklasse, Risikoeinstufung, Risikokategorie, Risikobewertung, Risikolevel, Kritikalität',
    'risque, niveau de risque, classe de risque, catégorie de risque, classification du risque, criticité',
    'riesgo, nivel de riesgo, clase de riesgo, categoría de riesgo, clasificación del riesgo, criticidad',
  ],
  riskRationale: [
    'risk rationale, risk justification, risk reason, rationale, reason for risk, risk assessment notes, risk notes, risk comment, risk description, classification rationale',
    'Risikobegründung, Begründung der Risikoeinstufung, Begründung Risiko, Begründung der Einstufung',
    'justification du risque, motif du risque, justification de la classification, commentaire risque',
    'justificación del riesgo, motivo del riesgo, justificación de la clasificación',
  ],
  monitoringMethod: [
    'monitoring, monitoring method, monitored by, monitoring approach, how monitored, monitoring and logging, performance monitoring, post market monitoring, observability, controls',
    'Überwachung, Überwachungsmethode, Monitoring-Verfahren, Art der Überwachung, Überwachungsverfahren',
    'surveillance, méthode de surveillance, suivi, modalités de suivi, contrôle',
    'supervisión, monitorización, método de supervisión, seguimiento, método de monitorización, monitoreo',
  ],
  scope: [
    'scope, in scope, in scope of aims, aims scope, scope decision, within scope, iso 42001 scope',
    'Geltungsbereich, Im Geltungsbereich, Anwendungsbereich, Im Scope',
    'périmètre, dans le périmètre, champ d’application',
    'alcance, dentro del alcance, ámbito, ámbito de aplicación',
  ],
  scopeJustification: [
    'scope justification, scope rationale, reason for exclusion, exclusion reason, scope reason, justification for exclusion, scope notes',
    'Begründung Geltungsbereich, Begründung des Ausschlusses, Ausschlussgrund',
    'justification du périmètre, motif d’exclusion',
    'justificación del alcance, motivo de exclusión',
  ],
  valueChainRole: [
    'value chain role, role, our role, ai act role, organisation role, organization role, role under ai act, company role, role in value chain, provider or deployer, provider deployer',
    'Rolle, Rolle in der Wertschöpfungskette, Rolle nach KI-Verordnung, Rolle nach AI Act, Unsere Rolle',
    'rôle, rôle dans la chaîne de valeur, notre rôle, rôle ia act',
    'rol, rol en la cadena de valor, nuestro rol, papel',
  ],
  lifecycle: [
    'lifecycle, life cycle, lifecycle stage, life cycle stage, lifecycle status, stage, phase, status, deployment status, development stage, operational status, system status, implementation status, current status, state of deployment',
    'Lebenszyklus, Lebenszyklusphase, Lebenszyklusstatus, Betriebsstatus, Einsatzstatus',
    'cycle de vie, phase du cycle de vie, statut, état, étape, stade, statut de déploiement',
    'ciclo de vida, fase del ciclo de vida, estado, etapa, fase, estado de implantación, estado de despliegue',
  ],
  nextReview: [
    'next review, next review date, review date, review due, review due date, due for review, next assessment, next assessment date, next audit, review by, reassessment date, date of next review',
    'Nächste Überprüfung, Nächste Prüfung, Überprüfungsdatum, Prüfdatum, Wiedervorlage, Datum der nächsten Überprüfung, Nächstes Review, Prüfung fällig',
    'prochaine revue, date de revue, date de prochaine revue, prochain examen, date de réexamen, date de révision, prochaine révision',
    'próxima revisión, fecha de revisión, fecha de próxima revisión, próxima evaluación',
  ],
  id: [
    'id, system id, ai system id, reference, ref, ref no, reference number, register id, inventory id, identifier, no, number, nr, asset id, use case id, record id, inventory number, unique id, key',
    'Nummer, Kennung, System-ID, Lfd Nr, Laufende Nummer, Referenz, Inventarnummer, KI-ID',
    'identifiant, référence, numéro, id système, n°, réf',
    'identificador, referencia, número, id del sistema, código',
  ],
  repository: [
    'repository, repo, repository url, repo url, git repository, git repo, git url, github, gitlab, github url, source code, source repository, code repository, code location, source code location, found in, github repository, repositories, repos',
    'Quellcode, Quelltext, Repository-Link, Code-Repository, Quellcodeverwaltung',
    'dépôt, dépôt git, dépôt de code, code source, url du dépôt',
    'repositorio, repositorio git, código fuente, url del repositorio, repositorio de código',
  ],
  supplier: [
    'supplier, suppliers, vendor, vendors, provider, ai provider, ai vendor, model provider, third party, third party provider, manufacturer, developer, vendor name, supplier name, vendor supplier, supplier vendor',
    'Anbieter, Lieferant, Hersteller, Dienstleister, Drittanbieter, KI-Anbieter',
    'fournisseur, fournisseurs, éditeur, prestataire, fournisseur d’IA',
    'proveedor, proveedores, fabricante, proveedor de IA',
  ],
  model: [
    'model, models, ai model, model name, foundation model, base model, llm, model version, underlying model, model used, model type, models used, ml model, algorithm',
    'Modell, KI-Modell, Modellname, Basismodell, Sprachmodell, Verwendetes Modell',
    'modèle, modèle d’IA, nom du modèle, modèle de fondation, modèle utilisé',
    'modelo, modelo de IA, nombre del modelo, modelo fundacional, modelo utilizado',
  ],
}

/** Names that look like a target and mean something that no field keeps. */
const NOT_TARGETS = [
  'last review, last reviewed, date of last review, last review date, reviewed on, last assessment, review status, review result, letzte Überprüfung, dernière revue, última revisión',
  'approval status, approved by, approval date, approver, created, created by, created on, date added, updated, last updated, last modified, last seen, first seen, go live date, start date, end date',
  'data owner, data retention, data protection officer, vendor contact, vendor country, vendor risk, supplier contact, supplier country, contract, contract number, cost, costs, budget',
  'state, flags, grade, contexts, components, live, department, business unit, Abteilung, Bereich, service, direction, departamento, área',
]

const namesIn = (lists: readonly string[]): string[] =>
  lists.flatMap((list) => list.split(',').map((name) => wordsOf(name)))

// `Object.entries` forgets that the keys of `NAMES` are targets.
const entries = Object.entries(NAMES) as [ImportTarget, readonly string[]][]

/** Every name with its target; a test sees that none stands twice. */
export const headerNames: readonly (readonly [string, ImportTarget])[] = entries.flatMap(([target, lists]) =>
  [...new Set(namesIn(lists))].map((name) => [name, target] as const),
)

export const targetOfHeader: ReadonlyMap<string, ImportTarget> = new Map(headerNames)
export const notTargets: ReadonlySet<string> = new Set(namesIn(NOT_TARGETS))
