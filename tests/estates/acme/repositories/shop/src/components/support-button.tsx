'use client'
import { useState } from 'react'

export function SupportButton() {
  const [answer, setAnswer] = useState('')
  async function ask(question: string) {
    const response = await fetch('/api/support', { method: 'POST', body: JSON.stringify({ question }) })
    const body: { answer: string } = await response.json()
    setAnswer(body.answer)
  }
  return (
    <section>
      <button type="button" onClick={() => ask('Where is my order?')}>
        Ask us
      </button>
      <p>{answer}</p>
    </section>
  )
}
