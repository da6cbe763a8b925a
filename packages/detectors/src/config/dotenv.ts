import type { Detector } from '../detector.ts'
import { entrySigns } from './entries.ts'
import type { ConfigEntry } from './tree-entries.ts'

const assignment = /^\s*(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)\s*[=:]\s*(.*)$/

/** What web servers write to send requests on: `proxy_pass https://x/;`. */
const directive =
  /^\s*(proxy_pass|grpc_pass|reverse_proxy|server|ProxyPass\s+\S+|set\s+\$\w+)\s+([^\s{}]+?)\s*[;{]?\s*$/i

/**
 * A folder in which every file is one of variables, whatever its name: `.envs/.production/.django`, `env.d/common`
 * (cookiecutter-django.readthedocs.io, github.com/openfun).
 */
const isOfVariables = (path: string): boolean => /(^|\/)(env\.d|\.?envs)\//.test(path)

/** `.env*`, `*.env`, `*.properties`, `*.ini`: a name and a value on a line; and the lines by which web servers lead on. */
export const dotenv: Detector = {
  id: 'config/dotenv',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ name, extension, path }) =>
    (isOfVariables(path) &&
      /^(|dist|example|sample|template)$/.test(name.startsWith('.') ? '' : extension)) ||
    /^\.?env(rc)?([._-][\w.-]*)?$/.test(name) ||
    /\.env([._-][\w-]+)*$/.test(name) ||
    /^(env|dotenv)\.(example|sample|template)$/.test(name) ||
    ['properties', 'ini', 'cfg', 'conf', 'envrc'].includes(extension) ||
    name === 'caddyfile',
  analyse(input) {
    const entries: ConfigEntry[] = []
    for (const [index, text] of input.text.split('\n').entries()) {
      if (/^\s*[#;!]/.test(text)) continue
      const match = directive.exec(text.slice(0, 4000)) ?? assignment.exec(text.slice(0, 4000))
      if (match) entries.push({ keys: [match[1]!], text: unquoted(match[2]!), line: index + 1 })
    }
    return entrySigns(input, entries)
  },
}

/** The value without quotes and without a comment behind it. */
export function unquoted(text: string): string {
  const value = text.trim()
  const quote = value[0]
  if (quote === '"' || quote === "'" || quote === '`') {
    const escaped = quote === '"' ? /^"((?:[^"\\]|\\.)*)"/s.exec(value)?.[1] : undefined
    if (escaped?.includes('\\"')) return escaped.replaceAll('\\"', '"')
    const end = value.indexOf(quote, 1)
    return end > 0 ? value.slice(1, end) : value.slice(1)
  }
  return value
    .replace(/\s+#.*$/, '')
    .replace(/[;,]$/, '')
    .trim()
}
