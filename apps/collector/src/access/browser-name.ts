// Later names claim to be earlier ones too, so the most particular stand first.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:(?:Headless)?Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

const LONGEST = 60

/** A user agent header as a person would say it: `Firefox 140 on Linux`. Null: none was sent. */
export function browserName(agent: string | undefined): string | null {
  const browser = browsers.flatMap(([pattern, name]) => {
    const version = agent?.match(pattern)?.[1]
    return version ? [`${name} ${version}`] : []
  })[0]
  const system = systems.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  if (browser) return system ? `${browser} on ${system}` : browser
  return agent?.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST) || null
}
