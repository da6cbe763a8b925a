import { placeOf } from '../code/places.ts'
import type { Detector, Input } from '../detector.ts'
import { type XmlValue, xmlValues } from '../text/xml.ts'
import { entrySigns } from './entries.ts'
import type { ConfigEntry } from './tree-entries.ts'

/** What builds, documents, translates, lays out or reports. */
const notConfiguration =
  /^(?:pom|build|ivy|sitemap|feed|rss|atom|checkstyle|findbugs|spotbugs|pmd|phpunit|junit|testng|packages)[\w.-]*\.(?:xml|config)$|(?:^|[-_.])(?:sitemap|feed|changelog)s?\.xml$/
const notConfigurationFolder =
  /(?:^|\/)(?:res\/(?:layout|drawable|menu|navigation|anim|color|mipmap|font|values-[\w-]+)[\w-]*|\.idea|docs?|surefire-reports|locales?|i18n|translations?|fixtures?|testdata|data|datasets?|corpus|schemas?|node_modules)\//i

/** Names of what an application of Android shows to people; it keeps its texts among its values. */
const shown =
  /hint|placeholder|summary|desc|title|label|help|hello|message|msg|text|example|dialog|toast|error|info/i

/**
 * XML that configures something: `web.config` and its kin of .NET, lists of properties of Apple's systems, Android's values and
 * manifest, Spring's beans, policies of gateways.
 */
export const xmlConfig: Detector = {
  id: 'config/xml',
  when: 'literal',
  extensions: ['xml', 'config', 'plist'],
  limit: 1_000_000,
  claims: ({ name, extension, path }) =>
    ['xml', 'config', 'plist'].includes(extension) &&
    !notConfiguration.test(name) &&
    !notConfigurationFolder.test(path),
  analyse(input) {
    if (!/^\uFEFF?\s*</.test(input.text)) return {}
    return entrySigns(
      input,
      xmlValues(input.text, input.lines).flatMap((value) =>
        configures(input, value) ? [entryOf(value)] : [],
      ),
    )
  },
}

/** Keys of settings are paths too: `AcmeAi:Endpoint`. */
const entryOf = ({ keys, text, line }: XmlValue): ConfigEntry => ({
  keys: keys.flatMap((key) => key.split(/[:/]/)),
  text,
  line,
})

/** No text for people, no sentence that names an address, and no model of a car. */
function configures({ catalogue, path }: Input, { keys, text }: XmlValue): boolean {
  const key = keys.at(-1) ?? ''
  if (/(?:^|\/)res\//.test(path) && shown.test(key)) return false
  if (/\s/.test(text.slice(0, Math.max(0, text.indexOf('://'))))) return false
  return (
    placeOf(key.split(/[:/]/).at(-1) ?? '') !== 'model' ||
    catalogue.modelOwner(text) !== null ||
    catalogue.modelPrefixOwner(text) !== null
  )
}
