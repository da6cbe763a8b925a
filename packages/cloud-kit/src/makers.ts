/** Of the catalogue what names its suppliers. */
interface Makers {
  readonly suppliers: ReadonlyMap<
    string,
    { readonly slug: string; readonly name: string; readonly organisations?: readonly string[] | undefined }
  >
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Words that companies add to their names, or clouds to what they sell of them (`OpenAI-OSS`, `deepseek-ai`). */
const ADDED = /[-_. ]*\b(oss|labs?|ai|inc|ltd|llc|gmbh|org|data|technologies)\b\.?$/i

/** A maker of models by its name, or by what it is called where models are shared: `Mistral AI`, `Qwen`, `mistralai`. */
export function makerNamed({ suppliers }: Makers, name: string): string | undefined {
  for (const wanted of new Set([plain(name), plain(name.replace(ADDED, ''))])) {
    if (!wanted) continue
    for (const { slug, name: own } of suppliers.values())
      if (plain(slug) === wanted || plain(own) === wanted) return slug
    for (const { slug, organisations } of suppliers.values())
      if (organisations?.some((one) => plain(one) === wanted)) return slug
  }
  return undefined
}
