/** Of the catalogue what names its suppliers. */
interface Makers {
  readonly suppliers: ReadonlyMap<
    string,
    {
      readonly slug: string
      readonly name: string
      readonly organisations?: readonly string[] | undefined
      readonly models?: readonly unknown[] | undefined
    }
  >
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Words that companies add to their names, or clouds to what they sell of them (`OpenAI-OSS`, `deepseek-ai`). */
const ADDED = /[-_. ]*\b(oss|labs?|ai|inc|ltd|llc|gmbh|org|data|technologies)\b\.?$/i

/** `Z.ai (Zhipu AI)` goes by either name. */
const namesOf = (name: string): string[] => [name, ...name.split(/[()]/)].map(plain).filter(Boolean)

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[^a-z0-9]+/)

/** A maker of models by its name, or by what it is called where models are shared: `Mistral AI`, `Qwen`, `mistralai`. */
export function makerNamed({ suppliers }: Makers, name: string): string | undefined {
  for (const wanted of new Set([plain(name), plain(name.replace(ADDED, ''))])) {
    if (!wanted) continue
    for (const { slug, name: own } of suppliers.values())
      if (plain(slug) === wanted || namesOf(own).includes(wanted)) return slug
    for (const { slug, organisations } of suppliers.values())
      if (organisations?.some((one) => plain(one) === wanted)) return slug
  }
  return byFirstWords(suppliers, wordsOf(name))
}

/** Companies whose name ours begins with (`Alibaba Cloud` of `Alibaba Cloud Model Studio`), where it can be one alone. */
function byFirstWords(suppliers: Makers['suppliers'], wanted: readonly string[]): string | undefined {
  if (wanted.join('').length < 4) return undefined
  const like = [...suppliers.values()].filter(
    ({ name, models }) => models && wanted.every((word, i) => wordsOf(name)[i] === word),
  )
  return like.length === 1 ? like[0]?.slug : undefined
}
