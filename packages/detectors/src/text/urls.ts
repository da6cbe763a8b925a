/** An address in a text. `path` begins with `/`; template parts (`{region}`) stand as written. */
export interface Address {
  readonly host: string
  readonly path: string
  readonly port?: number
  /** Position in the text. */
  readonly at: number
}

/** `{}` and `%s`: whoever runs the program says whether it is `http` or `https`. */
const url =
  /(?:https?|wss?|grpcs?|oci|\{[\w.]{0,40}\}|%s):\/\/(?:[^\s/@"'`<>]{1,80}@)?([A-Za-z0-9._{}$%()<>*[\]-]{1,200})(?::(\d{2,5}))?(\/[^\s"'`<>\\)]{0,400})?/g
const bare =
  /^([A-Za-z0-9{$<%][A-Za-z0-9._{}$<>*%-]{2,150}\.[a-z]{2,12})(?::(\d{2,5}))?(\/[^\s"'`<>]{0,400})?$/
const local = /^(localhost|127\.0\.0\.1|host\.docker\.internal):(\d{2,5})(\/\S{0,400})?$/

/** The addresses with a scheme in a text; or the one that is the whole text without a scheme. */
export function addressesIn(text: string, limit = 20): Address[] {
  const found: Address[] = []
  if (text.includes('://')) {
    for (const match of withoutTemplates(text).matchAll(url)) {
      found.push(addressOf(match, match.index))
      if (found.length >= limit) break
    }
    return found
  }
  // What has neither is no address, and nearly all texts are none.
  if (!text.includes('.') && !text.includes(':')) return found
  const trimmed = text.trim()
  if (trimmed.length > 600) return found
  const match = local.exec(trimmed) ?? bare.exec(trimmed)
  if (match) found.push(addressOf(match, 0))
  return found
}

/** What a template engine or a workflow tool puts in, as one part without spaces: `/accounts/{{ $json.id }}/ai/run`. */
const withoutTemplates = (text: string): string =>
  text.includes('{{')
    ? text.replace(/\{\{[^{}\n]{1,200}\}\}/g, (part) =>
        /[\s"'`()/]/.test(part) ? `{${'_'.repeat(part.length - 2)}}` : part,
      )
    : text

function addressOf(match: RegExpExecArray | RegExpMatchArray, at: number): Address {
  const [, named = '', port, rest = ''] = match
  const [, host = named, gap = ''] = port ? [] : (hostBeforeGap.exec(named) ?? [])
  return {
    host: untilClosed(host).toLowerCase(),
    path: untilClosed(gap ? `/${gap}${rest}` : rest || '/'),
    at,
    ...(port ? { port: Number(port) } : {}),
  }
}

/** A path that only the program knows, straight behind the host: `https://api.acme.dev{path}`, `…dev${path}`, `…dev$path`, `…dev%s`. */
const hostBeforeGap =
  /^((?:[^.]{1,60}\.){1,8}[A-Za-z]{2,12})((?:\$?\{(?![^{}]{0,99}\}[\w-]*\.[a-z])|\$[A-Za-z_](?!\w*\.[a-z])|%[sv@](?![\w-]*\.[a-z])).*)$/

/** Without the brace that closes what stands before: `${ACME_URL:https://api.acme.dev/v1}`. */
function untilClosed(part: string): string {
  if (!part.includes('}')) return part
  let open = 0
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] === '{') open += 1
    if (part[at] === '}') open -= 1
    if (open < 0) return part.slice(0, at)
  }
  return part
}

/**
 * What stands before the value that a variable or a property falls back to: `${ACME_URL:-`, `${env:ACME_URL:`, `${acme.url:`
 * (docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html).
 */
const fallingBack = /^\s*\$\{[\w.:-]{1,100}:[-=]?$/

export const isFallback = (before: string): boolean => before.length < 120 && fallingBack.test(before)
