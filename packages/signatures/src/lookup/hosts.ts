export interface HostOwner {
  readonly supplier: string
  readonly product?: string
  /** The host also serves other things: it counts only beside another sign. */
  readonly shared: boolean
  /** A page for people: a link to it is no call. */
  readonly site: boolean
  /** The entry's own form where it holds a wildcard: `*.openai.azure.com`. */
  readonly template?: string
}

interface HostRule {
  labels: readonly string[]
  /** `*.` at the front: any number of labels, at least one. */
  open: boolean
  path: string
  port: number | undefined
  /** How much of a host name the rule pins down; the largest wins. */
  weight: number
  owner: HostOwner
}

/** Placeholders in templates of host names: `${region}`, `{resource}`, `<name>`, `%s`, `$(NAME)`, `[account]`. */
const PLACEHOLDER = /\$?\{[^}]*\}|<[^>]*>|%[sv]|\$\([^)]*\)|\[[^\]]*\]|\$[A-Za-z_]\w*/g

/** Hosts by label, from the right: `api.openai.com.evil.com` never meets `api.openai.com`. */
export class HostTable {
  /** Rules by their last two literal labels (`openai.com`), or the last one where there is no second. */
  readonly #byTail = new Map<string, HostRule[]>()

  set(host: string, path: string | undefined, port: number | undefined, owner: HostOwner): void {
    const open = host.startsWith('*.')
    const labels = (open ? host.slice(2) : host).toLowerCase().split('.')
    const weight = (open ? 0 : 1) + labels.join('.').length * 4 + (path?.length ?? 0) * 4
    const rule: HostRule = { labels, open, path: path ?? '', port, weight, owner }
    const tail = tailOf(labels)
    const rules = this.#byTail.get(tail) ?? []
    // Behind those that weigh as much: which came first decides between them.
    const lighter = rules.findIndex((before) => before.weight < weight)
    rules.splice(lighter < 0 ? rules.length : lighter, 0, rule)
    this.#byTail.set(tail, rules)
  }

  /** Who answers at this address. `path` begins with `/`; templates of host names are understood. */
  get(hostname: string, path = '/', port?: number): HostOwner | null {
    const plain = hostname.replace(PLACEHOLDER, 'x').toLowerCase().replace(/\.$/, '')
    const labels = plain.split('.')
    const rules = [
      ...(this.#byTail.get(tailOf(labels)) ?? []),
      ...(isLocal(labels, plain) ? (this.#byTail.get('localhost') ?? []) : []),
    ]
    return rules.find((rule) => meets(rule, labels, plain, path, port))?.owner ?? null
  }
}

const tailOf = (labels: readonly string[]): string => {
  const tail = labels.slice(-2)
  return tail.some((label) => label.includes('*')) ? tail.at(-1)! : tail.join('.')
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$/
const isLocal = (labels: readonly string[], plain: string): boolean =>
  labels.length === 1 || LOOPBACK.test(plain) || /\.(svc|local|internal|cluster\.local)$/.test(plain)

function meets(
  rule: HostRule,
  labels: readonly string[],
  plain: string,
  path: string,
  port: number | undefined,
): boolean {
  if (rule.port !== undefined && rule.port !== port) return false
  if (rule.path && !startsAtBoundary(path, rule.path)) return false
  if (rule.labels.length === 1 && rule.labels[0] === 'localhost') return isLocal(labels, plain)
  const extra = labels.length - rule.labels.length
  if (rule.open ? extra < 1 : extra !== 0) return false
  return rule.labels.every((wanted, i) => meetsLabel(wanted, labels[extra + i]!))
}

/** `prefix` covers whole parts of the path; a part that is `*` stands for any one. */
function startsAtBoundary(path: string, prefix: string): boolean {
  const wanted = prefix.replace(/\/$/, '').split('/')
  const parts = path.replace(/[?#].*$/, '').split('/')
  return wanted.length <= parts.length && wanted.every((part, i) => part === '*' || part === parts[i])
}

function meetsLabel(wanted: string, label: string): boolean {
  const star = wanted.indexOf('*')
  if (star < 0) return wanted === label
  const [head, tail] = [wanted.slice(0, star), wanted.slice(star + 1)]
  return label.length > head.length + tail.length && label.startsWith(head) && label.endsWith(tail)
}
