const longest = 200

/** Values given to names that hold secrets, a type or accessors between them or not; what refers to a secret (a variable, a call) is none itself. */
const assigned =
  /((?:key|token|secret|passw(?:or)?d|pwd|credentials?|bearer|authorization)["'\]]{0,2}(?:[ \t]{0,4}:[ \t]{0,4}[\w.<>?|[\] ]{1,40}?(?=[ \t]{0,4}=)|[ \t]{0,4}\{ ?get;[^{}]{0,40}\})?[ \t]{0,4}(?:[:=]|=>|,|[ \t])[ \t]{0,4}["'`]?(?:Bearer[ \t])?)([A-Za-z0-9_\-./+=~]{12,})/gi
/** A variable of that kind that is set before a command needs no length to be one: `ACME_API_KEY=abcd1234 acme run`. */
const setInShell = /\b([A-Z][A-Z0-9_]{0,60}(?:KEY|TOKEN|SECRET|PASSWORD)=["']?)([A-Za-z0-9_\-./+=~]{4,})/g
/**
 * Nor does what a command is told, a header holds, or an address is asked with: `--api-key abcd1234`, `["--api-key", "abcd1234"]`, `Authorization: Bearer abcd1234`,
 * `x-api-key: abcd1234`, `?key=abcd1234`.
 */
const told =
  /((?:--[\w-]{0,40}(?:key|token|secret|password)(?:=|\s{1,3}|["'],\s{0,3}["'])|\bBearer\s{1,3}|\b(?:api|auth|access)-?(?:key|token): {0,3}|[?&][\w-]{0,40}(?:key|token|secret|password|sig)=)["']?(?:[a-z]{2,20}=)?)([A-Za-z0-9_\-./+=~]{4,})/gi
/** Somebody's name, and what proves it: `curl -u "name:abcd1234"`, `auth=("name", "abcd1234")`. */
const proven =
  /((?:(?:\s-u|--user)[ =]{0,3}["']?[\w.@-]{0,60}:|auth\w{0,20}(?:\s{0,3}[=:]\s{0,3})?\(["'][^"'\n]{0,60}["'],\s{0,3}["']))([^\s"'$]{4,200})/gi
/** Names of nothing but secrets. */
const names =
  '(?:(?:api|access|secret|auth|private|client|subscription|admin|master|service|account)[_ -]?(?:key|token|secret)|secret|token|passw(?:or)?d|pwd|credentials?)'
/** What stands in quotes behind one, whatever it looks like: `apiKey: 'abcd'`, `"api_key": "abcd"`, `.apiKey("abcd")`. */
const quoted = new RegExp(
  `(${names}["'\\]]{0,2}(?:[ \\t]{0,4}:[ \\t]{0,4}[\\w.<>?|[\\] ]{1,40}?(?=[ \\t]{0,4}=))?[ \\t]{0,4}(?:=>|:=|[:=(,])[ \\t]{0,4}\\\\?(["'\`]))([^"'\`\\n\\\\]{1,300})(?=\\\\?\\2)`,
  'gi',
)
/** The same in XML: `<add key="X:ApiKey" value="abcd"/>`, `<string name="x_key">abcd</string>`, `<key>X_KEY</key><string>abcd</string>`. */
const ofXml = '(?:(?<=[\\w.:-])key|token|secret|passw(?:or)?d|pwd|credentials?)'
const inAttribute = new RegExp(
  `((?:key|name|id)\\s{0,3}=\\s{0,3}["'][^"'<>\\n]{0,80}${ofXml}["'][^<>\\n]{0,80}?value\\s{0,3}=\\s{0,3}["'])([^"'<>\\n]{1,300})`,
  'gi',
)
const inElement = new RegExp(
  `(${ofXml}(?:\\s{0,3}</\\w{1,40}>\\s{0,10}<\\w{1,40}>|(?:["'][^<>\\n]{0,80})?>\\s{0,10}(?:<\\w{1,40}>)?)\\s{0,5})([^<>\\n]{1,300})(?=<)`,
  'gi',
)
/**
 * What a client is made with alone: `NewClient("abcd1234")`, `groq::Client::new("…")`, `OpenAI::client('…')`. Of AWS's kit for
 * Python it is a service's name: `boto3.client("s3vectors")`.
 */
const handed =
  /((?<!\b(?:boto3|session)\.)(?:[Cc]lient\w{0,20}|API|Api|SDK|::new|\.new|New\w{0,40})\([ \t]{0,4}["'])([A-Za-z0-9_\-+=~]{6,})(?=["'])/g
/** And what anything is made with alone, where it is long: `Pinecone("…")`. */
const made = /(\b[A-Z]\w{1,40}\([ \t]{0,4}["'])([A-Za-z0-9]{12,})(?=["'])/g
/** Words of which names of secrets have one. */
const ofSecrets = /key|token|secret|passw|pwd|credential|bearer|auth|[?&]sig=| -u |--user/i
/** What nobody writes by hand has digits in it. */
const digit = /[0-9]/
const userInfo = /(:\/\/[^\s/:@]{0,80}:)([^\s/@]{1,200})@/g

/** One line for people: secrets gone, white space folded, at most 200 characters around `from`. */
export function excerptOf(
  line: string,
  secrets: readonly { value: string; shown: string }[] = [],
  from = 0,
): string {
  const start = Math.max(0, Math.min(from - 60, line.length - longest))
  // Cut only after masking, so that no part of a key is left at an edge.
  let text = line.length > 4000 ? line.slice(Math.max(0, start - 400), start + 1600) : line
  for (const { value, shown } of secrets) text = text.replaceAll(value, shown)
  if (ofSecrets.test(text))
    text = text
      .replace(assigned, masked)
      .replace(setInShell, maskedWhole)
      .replace(told, maskedWhole)
      .replace(proven, maskedWhole)
      .replace(quoted, (whole, lead: string, _, value: string) => maskedWhole(whole, lead, value))
  if (text.includes('<') && ofSecrets.test(text))
    text = text.replace(inAttribute, maskedWhole).replace(inElement, maskedWhole)
  if (text.includes('('))
    text = text
      .replace(handed, (whole, lead: string, value: string) => (isHanded(value) ? `${lead}***` : whole))
      .replace(made, (whole, lead: string, value: string) => (digit.test(value) ? `${lead}***` : whole))
  text = maskRandom(text)
  if (text.includes('://')) text = text.replace(userInfo, '$1***@')
  text = text.replace(/\s+/g, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** A run of characters that nobody writes by hand: long, and letters and digits mixed. */
const random = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{20,}/g
export const maskRandom = (text: string): string =>
  text.length < 20 || !digit.test(text)
    ? text
    : text.replace(random, (run) => (looksRandom(run) ? `${run.slice(0, 4)}***` : run))

/** A text of a program that is kept as it is: what a header, a command or an address is told is none of it. */
export const maskTold = (text: string): string =>
  ofSecrets.test(text) ? text.replace(told, maskedWhole).replace(proven, maskedWhole) : text

/** Long, with letters and digits mixed: a secret, a hash, an id; never a word. */
export const looksRandom = (text: string): boolean =>
  text.length >= 16 && (text.match(/[0-9]/g)?.length ?? 0) >= 3 && (text.match(/[A-Za-z]/g)?.length ?? 0) >= 3

const masked = (whole: string, lead: string, value: string): string =>
  isSecret(value) ? `${lead}***` : whole

/** Random to look at: letters and digits mixed, and no name of something else. */
const isSecret = (value: string): boolean =>
  /[0-9]/.test(value) &&
  /[A-Za-z]/.test(value) &&
  !/^(process\.env|os\.|env\.|\$|https?:)/.test(value) &&
  !/^[A-Z][A-Z0-9_]*$/.test(value)

/** What stands where only a secret does is one, unless it says where the secret is, or speaks to people. */
const maskedWhole = (whole: string, lead: string, value: string): string =>
  /^[A-Z][A-Z0-9_]*$|^(?:\$|%|<|\{\{|process\.|os\.|env[.:]|https?:)|\$\{|\s/.test(value) || FIELD.test(value)
    ? whole
    : `${lead}***`

/** A field of something that is called as what it holds: `config.apiKey`. */
const FIELD = /^(?:[A-Za-z_]{1,40}\.){1,4}_?[A-Za-z_]{0,40}(?:key|token|secret|password)_?$/i

/** A word with digits or a long one, and no id of a model (`llama3`) or name of a service, whose parts are parted. */
const isHanded = (value: string): boolean =>
  !/^[a-z]{2,7}\d$/.test(value) &&
  (/^[A-Za-z0-9]+$/.test(value)
    ? /\d/.test(value) || value.length >= 14
    : /[A-Z]/.test(value) && /\d/.test(value))
