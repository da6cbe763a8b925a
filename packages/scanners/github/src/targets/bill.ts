import { known } from '@ai-census/repositories/hosts'
import type { Parts } from '@ai-census/scanner-kit'
import type { Evidence, Finding } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { type BillItem, BillReport } from '../schema.ts'

const ROOT = 'settings/billing'
/** Two reports name models, one names whatever else is paid for. */
const reports = ['ai_credit/usage', 'premium_request/usage', 'usage/summary'] as const
type Report = (typeof reports)[number]

/** A line of the bill, and the report and month that it stands in. */
export interface BilledItem extends BillItem {
  readonly report: Report
  /** `2026-11`. */
  readonly month: string
}

/** This month and the one before: on the first of a month nobody has used anything yet. */
export async function listBilled({ api, login, now }: Home, parts: Parts): Promise<BilledItem[]> {
  const items: BilledItem[] = []
  const today = new Date(now())
  const months = [0, 1].map(
    (back) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)),
  )
  for (const report of reports) {
    const path = `/organizations/${login}/${ROOT}/${report}`
    await parts.one(path, async () => {
      for (const first of months) {
        const query = `year=${first.getUTCFullYear()}&month=${first.getUTCMonth() + 1}`
        const { usageItems = [] } = await api.get(`${path}?${query}`, BillReport, needs.bill)
        const month = first.toISOString().slice(0, 7)
        items.push(...usageItems.map((item) => ({ ...item, report, month })))
      }
    })
  }
  return items
}

/** Models that were paid for by name; Copilot, Spark and GitHub Models where something of them was. */
export function* billFindings(
  source: string,
  login: string,
  items: readonly BilledItem[],
  catalogue: Catalogue,
): Generator<Finding> {
  const used = items.filter(({ grossQuantity }) => grossQuantity > 0)
  yield* modelFindings(login, used, catalogue)
  for (const [key, product] of Object.entries(products)) {
    const own = used.filter(({ sku }) => product.skus.test(identifier(sku)))
    if (own.length === 0) continue
    yield {
      key: `${product.kind}:${key}`,
      kind: product.kind,
      supplier: product.supplier,
      product: product.name,
      name: `${product.name} of ${login}`,
      grade: 'used',
      context: 'development',
      identifiers: [organisationIdentifier(source)],
      attributes: attributesOf(own),
      evidence: evidenceOf(own, login),
    }
  }
}

interface Product {
  readonly name: string
  /** What stands in the inventory elsewhere gets a sign of its use; the others show in the bill alone. */
  readonly kind: 'usage' | 'assistant' | 'service'
  readonly supplier: string
  /** By the identifiers that GitHub documents for its products: `copilot_ai_credits`, `models_inference`. */
  readonly skus: RegExp
}

const products: Readonly<Record<string, Product>> = {
  copilot: { name: 'GitHub Copilot', kind: 'usage', supplier: 'github-copilot', skus: /^copilot_/ },
  spark: { name: 'GitHub Spark', kind: 'assistant', supplier: 'github-copilot', skus: /^spark_/ },
  models: { name: 'GitHub Models', kind: 'service', supplier: 'github-models', skus: /^models_/ },
}

/** `Copilot AI Credits` and `copilot_ai_credits` are one. */
const identifier = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

function* modelFindings(
  login: string,
  items: readonly BilledItem[],
  catalogue: Catalogue,
): Generator<Finding> {
  const named = items.flatMap((item) => {
    const id = item.model ? modelId(item.model) : null
    // `Coding Agent model` names no model; what the catalogue knows does.
    const owner = id ? catalogue.modelOwner(id) : null
    const product = Object.values(products).find(({ skus }) => skus.test(identifier(item.sku)))
    const supplier = product?.supplier ?? 'github-copilot'
    return id && owner ? [{ item, id, publisher: owner.publisher, supplier }] : []
  })
  for (const all of Map.groupBy(named, ({ id, supplier }) => `${supplier}:${id}`).values()) {
    const [first] = all
    if (!first) continue
    const { id, publisher, supplier } = first
    const own = all.map(({ item }) => item)
    yield {
      key: `model:${supplier}:${id}`.slice(0, 1024),
      kind: 'model',
      supplier,
      name: id,
      model: { id, publisher },
      grade: 'used',
      context: 'development',
      identifiers: [{ type: 'model-id', value: id }],
      attributes: attributesOf(own),
      evidence: evidenceOf(own, login),
    }
  }
}

/** `Claude Sonnet 4.5` → `claude-sonnet-4.5`, `Auto: GPT-5.2` → `gpt-5.2`. */
const modelId = (name: string): string =>
  name
    .replace(/^auto:\s*/i, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .slice(0, 512)

/** The month alone tells when: amounts of a running month change with every look. */
const attributesOf = (items: readonly BilledItem[]) =>
  known({
    skus: [...new Set(items.map(({ sku }) => sku.slice(0, 1024)))].sort(),
    lastUsedIn: items
      .map(({ month }) => month)
      .sort()
      .at(-1),
  })

const evidenceOf = (items: readonly BilledItem[], login: string): Evidence[] =>
  [...new Set(items.map(({ report }) => report))]
    .sort()
    .map((report) => evidence('bill', `/organizations/{org}/${ROOT}/${report}`, login, 'cost'))
