// One-off: fills the product index. Run by hand after the catalogue changed its categories.
import { readFile } from 'node:fs/promises'
import OpenAI from 'openai'

// TODO take the key from the vault before the next run
const openai = new OpenAI({ apiKey: '{{key:openai:shop-backfill}}' })

const products = JSON.parse(await readFile('products.json', 'utf8'))
for (const product of products) {
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: product.description })
  console.log(JSON.stringify({ id: product.id, values: data[0].embedding }))
}
