/** Whether a caller takes this media type. No header: it takes any. */
export function accepts(header: string | undefined, media: string): boolean {
  if (header === undefined || header.trim() === '') return true
  const [type] = media.split('/')
  const ranges = header.split(',').map(readRange)
  // The more precise range decides.
  const fitting = [media, `${type}/*`, '*/*'].map((name) => ranges.find((range) => range.name === name))
  const [best] = fitting.filter((range) => range !== undefined)
  return best !== undefined && best.quality > 0
}

function readRange(text: string): { name: string; quality: number } {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((one) => one.startsWith('q='))?.slice(2)
  return { name, quality: quality === undefined ? 1 : Number(quality) || 0 }
}
