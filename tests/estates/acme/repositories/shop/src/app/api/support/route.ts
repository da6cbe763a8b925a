import { NextResponse } from 'next/server'
import { z } from 'zod'
import { CHAT_MODEL, openai } from '../../../support/openai'
import { search } from '../../../support/search'

const Body = z.object({ question: z.string().min(1).max(2000), orderId: z.string().optional() })

const INSTRUCTIONS = [
  'You are the support assistant of the Acme shop.',
  'Answer from the passages only. Hand over to a person for refunds above 100 euros.',
].join(' ')

export async function POST(request: Request) {
  const body = Body.parse(await request.json())
  const passages = await search(body.question)
  const completion = await openai.chat.completions.create({
    model: CHAT_MODEL,
    temperature: 0.2,
    messages: [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'system', content: passages.map((p) => p.text).join('\n---\n') },
      { role: 'user', content: body.question },
    ],
  })
  return NextResponse.json({ answer: completion.choices[0]?.message.content ?? '' })
}
