import type { Detector, Input } from '../detector.ts'
import { resourceSign } from '../iac/terraform.ts'
import type { NamedSign } from '../signs.ts'
import { readStrictJson } from '../text/strict-json.ts'
import { at, itemsOf, textOf } from '../text/structure.ts'

/**
 * Integrations of Home Assistant that reach a supplier: those that it keeps (`core.config_entries`), those that `configuration.yaml` sets
 * up, and what automations ask them to do (home-assistant.io/docs/configuration, home-assistant.io/docs/scripts/perform-actions). The
 * catalogue has them by their domains: `HomeAssistant:openai_conversation`.
 */
export const homeAssistant: Detector = {
  id: 'config/home-assistant',
  when: 'literal',
  limit: 60_000_000,
  claims: ({ extension, path }) => /^ya?ml$/.test(extension) || /(^|\/)core\.config_entries$/.test(path),
  analyse(input) {
    const named = /core\.config_entries$/.test(input.path) ? keptIn(input) : writtenIn(input)
    return named.length > 0 ? { named: once(named) } : {}
  },
}

const DEEPEST = 30

function keptIn(input: Input): NamedSign[] {
  return itemsOf(at(readStrictJson(input.text, DEEPEST), 'data', 'entries')).flatMap((entry) => {
    const off = textOf(at(entry, 'disabled_by')) !== null
    return off ? [] : signOf(input, textOf(at(entry, 'domain')) ?? '', entry.line)
  })
}

/** What an automation performs: `action: openai_conversation.generate_content`. */
const performed = /^\s*(?:-\s+)?(?:action|service)\s*:\s*["']?([a-z]+(?:_[a-z]+)+)\.[a-z_]+["']?\s*$/
/** Whom it asks, by the name that the integration gives its agent. */
const asked = /^\s*(?:-\s+)?(?:agent_id|entity_id)\s*:\s*["']?(?:conversation|ai_task)\.([a-z_]+)["']?\s*$/
const setUp = /^([a-z]+(?:_[a-z]+)+)\s*:/

function writtenIn(input: Input): NamedSign[] {
  const isMain = input.name === 'configuration.yaml'
  return input.text.split('\n').flatMap((line, index) => {
    const text = line.slice(0, 200)
    const domain =
      performed.exec(text)?.[1] ?? asked.exec(text)?.[1] ?? (isMain ? setUp.exec(text)?.[1] : undefined)
    return domain === undefined ? [] : signOf(input, domain, index + 1)
  })
}

const signOf = (input: Input, domain: string, line: number): NamedSign[] =>
  /^[a-z_]{3,60}$/.test(domain)
    ? resourceSign(input, `HomeAssistant:${domain}`, undefined, `HomeAssistant:${domain}`, line)
    : []

/** An integration each once, where it is first named. */
const once = (signs: readonly NamedSign[]): NamedSign[] => [
  ...new Map(signs.toReversed().map((sign) => [sign.name, sign])).values(),
]
