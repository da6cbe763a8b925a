// Prices in coins for the campaign page, from the Gemini exchange.
const TICKER = 'https://api.gemini.com/v1/pubticker/btceur'

export async function bitcoinPrice() {
  const response = await fetch(TICKER)
  const { last } = await response.json()
  return Number(last)
}
