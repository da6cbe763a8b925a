import type { Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'

/** The sign of a container image, or none where no signature knows it. */
export function imageSign(
  input: Pick<Input, 'catalogue' | 'excerpt'>,
  reference: string,
  line: number,
): NamedSign[] {
  const owner = input.catalogue.imageOwner(reference)
  if (!owner) return []
  const digest = /@(sha256:[0-9a-f]{64})/.exec(reference)?.[1]
  const bare = reference.replace(/@.*$/, '')
  const tag = /:([\w][\w.-]*)$/.exec(bare)?.[1]
  const name = tag ? bare.slice(0, -tag.length - 1) : bare
  return [
    {
      type: 'image',
      name: name.replace(/^(docker|oci):\/\//, ''),
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      line,
      excerpt: input.excerpt(line),
      attributes: { ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) },
    },
  ]
}
