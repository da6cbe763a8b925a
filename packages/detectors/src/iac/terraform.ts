import { unquoted } from '../config/dotenv.ts'
import { type ConfigEntry, entrySigns } from '../config/entries.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import type { NamedSign } from '../signs.ts'

interface Block {
  readonly type: string
  readonly name: string
  readonly line: number
  kind: string | undefined
  off: boolean
}

/** Terraform and OpenTofu: resources of the catalogue, the models they name, IAM actions as a weaker sign. */
export const terraform: Detector = {
  id: 'iac/terraform',
  when: 'literal',
  limit: 2_000_000,
  claims: ({ name, extension }) =>
    extension === 'tf' ||
    extension === 'tofu' ||
    extension === 'hcl' ||
    extension === 'tfvars' ||
    name.endsWith('.tf.json'),
  analyse(input) {
    const blocks: Block[] = []
    const entries: ConfigEntry[] = []
    const named: NamedSign[] = []
    const path: string[] = []
    let comment = false
    for (const [index, raw] of input.text.split('\n').entries()) {
      const line = index + 1
      if (comment) {
        comment = !raw.includes('*/')
        continue
      }
      if (/^\s*\/\*/.test(raw)) {
        comment = !raw.includes('*/')
        continue
      }
      const text = raw
        .slice(0, 2000)
        .replace(/^\s*(#|\/\/).*$/, '')
        .replace(/\s(#|\/\/)\s.*$/, '')
      const head = /^\s*(resource|data|module)\s+"([^"]+)"(?:\s+"([^"]+)")?/.exec(text)
      if (head?.[1] === 'resource')
        blocks.push({ type: head[2]!, name: head[3] ?? '', line, kind: undefined, off: false })
      const current = blocks.at(-1)
      const pair = /^\s*"?([\w.-]+)"?\s*[=:]\s*(.+)$/.exec(text)
      const nested = /^\s*([\w-]+)(?:\s+"[^"]*")*\s*\{/.exec(text)
      if (pair) {
        const value = unquoted(pair[2]!)
        if (current && path.length <= 1) {
          if (pair[1] === 'kind') current.kind = value
          if (pair[1] === 'count' && value === '0') current.off = true
        }
        if (/^"/.test(pair[2]!.trim())) entries.push({ keys: [...path, pair[1]!], text: value, line })
        else if (/\{\s*$/.test(pair[2]!)) path.push(pair[1]!)
      }
      for (const action of text.matchAll(/"([a-z0-9-]+:[A-Za-z*]+)"/g))
        named.push(...actionSign(input, action[1]!, line))
      if (!pair && nested) path.push(nested[1]!)
      if (/^\s*\}/.test(text)) path.pop()
      if (nested && /\}\s*$/.test(text)) path.pop()
    }
    for (const block of blocks)
      named.push(
        ...resourceSign(input, block.type, block.kind, `${block.type}.${block.name}`, block.line, block.off),
      )
    return mergeSigns([{ named }, entrySigns(input, entries)])
  },
}

/** The sign of a resource of infrastructure, or none. */
export function resourceSign(
  input: Input,
  type: string,
  kind: string | undefined,
  name: string,
  line: number,
  off = false,
): NamedSign[] {
  const owner = off ? null : input.catalogue.resourceOwner(type, kind)
  if (!owner) return []
  return [
    {
      type: 'resource',
      name,
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      line,
      excerpt: input.excerpt(line),
      attributes: { type, ...(kind ? { kind } : {}) },
    },
  ]
}

export function actionSign(input: Input, action: string, line: number): NamedSign[] {
  const owner = input.catalogue.awsActionOwner(action)
  return owner
    ? [
        {
          type: 'iam-action',
          name: owner.supplier,
          supplier: owner.supplier,
          line,
          excerpt: input.excerpt(line),
        },
      ]
    : []
}
