import { SupportButton } from '../components/support-button'

export default function Page() {
  return (
    <main>
      <h1>Acme</h1>
      <SupportButton />
    </main>
  )
}
