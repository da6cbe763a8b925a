import { Pinecone } from '@pinecone-database/pinecone'
import { EMBEDDING_MODEL, openai } from './openai'

const pinecone = new Pinecone({ apiKey: process.env.PINECONE_API_KEY! })
const index = pinecone.index(process.env.PINECONE_INDEX ?? 'acme-products')

export interface Passage {
  id: string
  text: string
  score: number
}

/** The passages of the help centre and the catalogue that are nearest to the question. */
export async function search(question: string, topK = 6): Promise<Passage[]> {
  const embedded = await openai.embeddings.create({ model: EMBEDDING_MODEL, input: question })
  const answer = await index.query({ vector: embedded.data[0]!.embedding, topK, includeMetadata: true })
  return answer.matches.map((match) => ({
    id: match.id,
    text: String(match.metadata?.text ?? ''),
    score: match.score ?? 0,
  }))
}
