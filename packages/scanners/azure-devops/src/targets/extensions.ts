import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import type { Catalogue, Supplier } from '@ai-census/signatures'
import { needs } from '../needs.ts'
import { evidence, type Home } from '../run-state.ts'
import { Extension } from '../schema.ts'

const OPERATION = '_apis/extensionmanagement/installedextensions'

export const listExtensions = ({ api, organisation }: Home): AsyncGenerator<Extension> =>
  api.listExtensions(`/${encodeURIComponent(organisation)}/${OPERATION}`, Extension, needs.extensions)

/**
 * An installed extension that says in its name or its publisher's that it is AI, or whose supplier the catalogue
 * names. The list tells no more of it, so that the sign is of medium strength.
 */
export function extensionFinding(
  extension: Extension,
  organisation: string,
  catalogue: Catalogue,
): Finding | null {
  const { extensionId, publisherId, version } = extension
  const name = extension.extensionName?.trim() || extensionId
  const publisher = extension.publisherName?.trim() || publisherId
  const supplier = supplierNamed(`${name} ${publisher}`, catalogue)
  if (!supplier && !saysAi(name) && !saysAi(publisher)) return null
  const flags = `${extension.flags ?? ''} ${extension.installState?.flags ?? ''}`
  const proof = evidence('extension', `/{organization}/${OPERATION}`, `${publisherId}.${extensionId}`)
  return {
    key: `extension:${publisherId}.${extensionId}`.slice(0, 1024),
    kind: supplier && !supplier.roles.includes('coding-assistant') ? 'service' : 'assistant',
    supplier: supplier?.slug ?? null,
    ...(supplier ? {} : { supplierName: publisher.slice(0, 256) }),
    product: name.slice(0, 256),
    name: `${name} (extension ${publisherId}.${extensionId})`.slice(0, 512),
    // Of a disabled one Azure DevOps keeps the installation and lets it do nothing.
    grade: /\bdisabled\b/i.test(flags) ? 'available' : 'deployed',
    context: 'development',
    identifiers: [{ type: 'azure-devops-extension', value: `${publisherId}.${extensionId}` }],
    attributes: known({ publisher, version: version ?? undefined, organisation }),
    evidence: [{ ...proof, strength: 'medium' }],
  }
}

/** As a word of its own: `AI Reviewer`, `GenAI`, `GPT-4 Review`, and not `Maintain` or `Email`. */
const saysAi = (text: string): boolean =>
  /(?<![A-Za-z])(?:Gen)?AI(?![a-z])|(?<![A-Za-z])(?:LLM|GPT)s?(?![a-z])|\bartificial intelligence\b/.test(
    text,
  )

/** The longest name of a supplier that stands there as words of their own. Short ones are words of the language too. */
function supplierNamed(text: string, catalogue: Catalogue): Supplier | null {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, ' ')} `
  let found: Supplier | null = null
  for (const supplier of catalogue.suppliers.values()) {
    const name = supplier.name.toLowerCase()
    if (!isTelling(supplier.name) || !words.includes(` ${name} `)) continue
    if (!found || name.length > found.name.length) found = supplier
  }
  return found
}

/** `OpenAI`, `GitHub Copilot`, `CodeRabbit`: with a capital inside, or of two words; `Cursor` and `Continue` are not. */
const isTelling = (name: string): boolean => name.length >= 6 && /[a-z0-9][A-Z]|\S \S/.test(name)
