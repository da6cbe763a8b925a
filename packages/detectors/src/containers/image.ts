import type { Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'

/** Behind its registry and its owner, by the name that servers of tools have: `acme/desk-mcp`, `acme/mcp-server-desk`. */
const ofTools = /(?:^|\/)(?:[\w.-]{1,60}[-_]mcp(?:[-_]server)?|mcp[-_]server(?:[-_][\w.-]{1,60})?)$/i

/** An image that is a server of tools by its name, whoever made it. */
export const servesTools = (reference: string): boolean =>
  ofTools.test(
    reference
      .slice(0, 300)
      .replace(/@.*$/, '')
      .replace(/:[\w][\w.-]*$/, ''),
  )

/** The sign of a container image, or none where no signature knows it and its name does not say what it is. */
export function imageSign(
  input: Pick<Input, 'catalogue' | 'excerpt'>,
  reference: string,
  line: number,
): NamedSign[] {
  const owner = input.catalogue.imageOwner(reference)
  if (!owner && !servesTools(reference)) return []
  const digest = /@(sha256:[0-9a-f]{64})/.exec(reference)?.[1]
  const bare = reference.replace(/@.*$/, '')
  const tag = /:([\w][\w.-]*)$/.exec(bare)?.[1]
  const name = tag ? bare.slice(0, -tag.length - 1) : bare
  return [
    {
      type: 'image',
      name: name.replace(/^(docker|oci):\/\//, ''),
      supplier: owner?.supplier ?? null,
      ...(owner?.product ? { product: owner.product } : {}),
      line,
      excerpt: input.excerpt(line),
      attributes: { ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) },
    },
  ]
}
