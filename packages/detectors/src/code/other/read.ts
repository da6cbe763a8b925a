import type { Catalogue } from '../../catalogue.ts'
import { APP_HOST, appHostCalls } from '../../iac/app-host.ts'
import { isDenied } from '../../iac/granted-models.ts'
import type { Value } from '../../signs.ts'
import { Lines } from '../../text/lines.ts'
import type { CodeFacts, TextFact } from '../facts.ts'
import { placeOfConstant } from '../kit-models.ts'
import { isVariableName, type Place, placeOf } from '../places.ts'
import { registeredIn } from '../registered.ts'
import { isStartingProperty, startingAnywhere, startingNext } from '../starting.ts'
import { armAround, isArm, isCaseOfEnum } from './arms.ts'
import { clientCalls, type FoundCall, type Given } from './clients.ts'
import { constantsGiven, linesOf, modelsGiven } from './constants.ts'
import { fallbackPlace } from './fallbacks.ts'
import { fieldsIn } from './fields.ts'
import { importsOf } from './imports.ts'
import { endOfExpression, isExpression, withoutExpressions } from './interpolation.ts'
import { constantsOfKits, foundationConstants } from './kit-constants.ts'
import type { LanguageForm } from './languages.ts'
import { ledAddress } from './led-addresses.ts'
import { commandBefore, declaredType, hubBefore, injected, propertyBefore } from './named-before.ts'
import {
  adaptersNamed,
  providerAround,
  providerBefore,
  providerSymbols,
  providersChosen,
} from './provider-beside.ts'
import { holds, withoutTexts } from './scopes.ts'
import { tablesIn } from './tables.ts'
import { withoutTests } from './test-modules.ts'
import { wordLists } from './word-lists.ts'

export interface Literal {
  readonly text: string
  readonly start: number
  readonly end: number
  /** A kit's constant stands there for it; some are named and not chosen. */
  readonly constant?: 'chosen' | 'mentioned'
  /** Who serves the model, as the constant says. */
  readonly provider?: string
}

/** Matches where a comment or a string of a language begins, or what must not be taken for it. */
const marks = new WeakMap<LanguageForm, RegExp>()

function marksOf(form: LanguageForm): RegExp {
  const known = marks.get(form)
  if (known) return known
  const literal = (text: string) => text.replace(/[$()*+.?[\]\\^{|}]/g, '\\$&')
  // The longer first: `--[[` begins as `--` does.
  const all = [...form.line, ...form.block.map(([open]) => open), ...form.quotes]
    .sort((a, b) => b.length - a.length)
    .map(literal)
  // A character or a lifetime must not open a string; a quote of the language's own comes first.
  const made = new RegExp(`${all.join('|')}|'.'`, 'gs')
  marks.set(form, made)
  return made
}

/** Comments blanked, strings noted; every position stays where it was. Linear. */
export function strip(source: string, form: LanguageForm): { code: string; literals: Literal[] } {
  const out: string[] = []
  const literals: Literal[] = []
  const next = marksOf(form)
  let kept = 0
  const blank = (from: number, to: number) => {
    out.push(source.slice(kept, from), source.slice(from, to).replace(/[^\n]/g, ' '))
    kept = to
  }
  next.lastIndex = 0
  for (let match = next.exec(source); match; match = next.exec(source)) {
    const mark = match[0]
    const at = match.index
    // `https://` outside a string is none of these languages; a shebang and an attribute are no comments to miss.
    if (form.line.includes(mark)) {
      const end = source.indexOf('\n', at)
      blank(at, end < 0 ? source.length : end)
      next.lastIndex = kept
      continue
    }
    const block = form.block.find(([open]) => open === mark)
    if (block) {
      const end = source.indexOf(block[1], at + mark.length)
      blank(at, end < 0 ? source.length : end + block[1].length)
      next.lastIndex = kept
      continue
    }
    if (!form.quotes.includes(mark)) continue
    const start = at + mark.length
    const end = endOfString(source, start, mark, form.language)
    literals.push({ text: source.slice(start, end), start, end })
    next.lastIndex = Math.min(end + mark.length, source.length)
  }
  out.push(source.slice(kept))
  return { code: out.join(''), literals }
}

/** `r#"…"#`: what stands there is taken as it is, quotes too. */
const rawString = /(?:^|\W)[bc]?r(#{0,12})"$/

function endOfString(source: string, start: number, quote: string, language: string): number {
  const hashes =
    language === 'rust' ? rawString.exec(source.slice(Math.max(0, start - 20), start))?.[1] : undefined
  if (quote === '`' || quote.length === 3 || hashes !== undefined) {
    const end = source.indexOf(quote + (hashes ?? ''), start)
    return end < 0 ? source.length : end
  }
  let end = start
  while (end < source.length && source[end] !== quote && source[end] !== '\n') {
    const behind = isExpression(language, source, end) ? endOfExpression(source, end) : -1
    end = behind > 0 ? behind : end + (source[end] === '\\' ? 2 : 1)
  }
  return end
}

/**
 * The name to which the text at `start` is given: `Model: "x"`, `.model("x")`, `"model" => "x"`, `base_url = "x"`, and a symbol that
 * needs quotes: `model: :"x-1"`.
 */
function placeBefore(code: string, start: number): string | undefined {
  const wide = code.slice(Math.max(0, start - 400), start)
  // Comments stand blanked before the items of a list.
  const before = `${wide.trimEnd()}${/\s$/.test(wide) ? ' ' : ''}`.slice(-90)
  const given =
    /(?:^|[^\w$@])[$@:]?["']?([A-Za-z_][\w-]*)["']?(?:\s{0,3}:\s{0,3}&?(?:'static\s)?[A-Za-z][\w<>?.]{0,30}(?=\s{0,3}=))?\s*(?:[:=]|=>|:=|\(|,|->)\s*(?:[\w.:]+!?[([]|\[(?:\]\w{1,20}\{)?|new(?:\s+\w+(?:\(|\[\]\s?\{)|\s?\[\]\s{0,40}\{)|&|@|\$|:)?\s*$/.exec(
      before,
    )
  // Fields that are declared with what they hold at first: `field :model, :string, default: "x"`.
  if (given?.[1] === 'default')
    return /(?:^|\n)[ \t]*\w+(?:\.\w+)?[ (]+:(\w+),[^\n]*$/.exec(before)?.[1] ?? given[1]
  return given?.[1]
}

/** The name that stands before an address in the same record. */
function beside(code: string, start: number): { beside?: string } {
  const record = code.slice(Math.max(0, start - 240), start).replace(/^[\s\S]*[{}(]/, '')
  const name = /\b(?:name|id|label|title|provider)"?\s{0,20}[:=]{1,2}>?\s{0,20}["']([\w .-]{2,40})["']/i.exec(
    record,
  )?.[1]
  return name === undefined ? {} : { beside: name }
}

/** The text is an argument of a comparison, or one side of it. */
const comparing =
  /(?:\b(?:\w{0,40}[a-z]Prefix|\w{1,40}_prefix|Contains|HasPrefix|HasSuffix|EqualFold|contains|startsWith|endsWith|starts_with|ends_with|StartsWith|EndsWith|includes|matches|equals|Equals|hasPrefix|hasSuffix|start_with\?|end_with\?|str_contains|str_starts_with|replace|Replace|replaceAll)\s*\([^()]*|(?:==|!=|===|!==)\s*|\b(?:case|when)\s[^:]{0,80})$/

/** A list in which something is looked for: `["a", "b"].iter().any(|name| …)`, `["a", "b"].contains(x)`. */
const searched =
  /^["'`](?:\s{0,40},\s{0,40}["'`][^"'`\n]{0,60}["'`]){0,12}\s{0,40},?\s{0,40}[\])}]\s{0,40}\.\s{0,20}(?:(?:into_)?iter\(\)\s{0,40}\.\s{0,20})?(?:any|Any|contains|Contains|includes|include\?|some|member\?)\b/

const isSearched = (code: string, end: number): boolean => searched.test(code.slice(end, end + 400))

/** A stage of a database's pipeline, and no variable that stands in a text: `"$vectorSearch"`. */
const isStage = (
  catalogue: Catalogue,
  { language }: LanguageForm,
  text: string,
  quote: string | undefined,
): boolean =>
  text.startsWith('$') &&
  catalogue.fieldTypeOwner(text.slice(1)) !== null &&
  !(language === 'php' && quote === '"')

/** Reads a language that has no parser here, by its tokens. */
export function readOther(source: string, form: LanguageForm, catalogue: Catalogue): CodeFacts {
  const { code, literals } = withoutTests(strip(source, form), form)
  const lines = new Lines(source)
  const found: { fact: TextFact; start: number }[] = []
  const environment: { name: string; line: number }[] = []
  const values = new Map<string, Value>()
  const given: Given[] = []
  let grants = 0
  let blanked: string | undefined
  const masked = () => {
    blanked ??= withoutTexts(code, literals)
    return blanked
  }
  const { imports, links } = importsOf(code, form, catalogue, lines)
  const named = imports.length > 0 ? constantsOfKits(masked(), form, links, catalogue) : []
  const countsIn = tablesIn(code, masked)
  let list: { readonly place: string; readonly end: number } | undefined
  for (const literal of [...literals, ...named]) {
    const { start, end } = literal
    const property = injected(form, literal.text, code, start)
    const text = property?.text ?? literal.text
    if (text.length < 2 || text.length > 4000) continue
    const line = lines.at(start)
    if (isVariableName(text)) environment.push({ name: text, line })
    const listed =
      list && /^["'`]\s{0,200},\s{0,200}["'`]$/.test(code.slice(list.end, start)) ? list.place : undefined
    const ahead = code.slice(Math.max(0, start - 120), start - 1).replace(/^[\s\S]*\n/, '')
    const holder =
      property?.place ??
      listed ??
      (startingNext.test(ahead) ? 'program' : undefined) ??
      declaredType(code, start - 1) ??
      hubBefore(form, ahead) ??
      propertyBefore(form, code, start - 1) ??
      placeBefore(code, start - 1) ??
      fallbackPlace(code, start - 1) ??
      commandBefore(form, code, start - 1)
    const place = literal.constant ? placeOfConstant(holder) : holder
    // The items of a list of models, or of addresses, stand in the list's place.
    const lists =
      place !== undefined &&
      ((/(?:models?|prefix(?:es)?)$/i.test(place) && catalogue.modelOwner(text) !== null) ||
        (/ur[il]s$/i.test(place) && text.includes('://')))
    list = lists ? { place, end } : undefined
    const isKnown = catalogue.modelOwner(text) !== null
    const mentioned =
      literal.constant === 'mentioned' ||
      (isKnown && countsIn(start, end)) ||
      (comparing.test(ahead) && !isCaseOfEnum(form, ahead)) ||
      (isKnown && place !== undefined && /prefix(es)?$/i.test(place)) ||
      isArm(form, code, start, end) ||
      isSearched(code, end) ||
      (isGrant(text) && ++grants <= mostGrants && isDenied(masked(), code, start))
    const arm = isKnown ? armAround(code, start - 1) : undefined
    const chosen = providerBefore(catalogue, code, start - 1)
    const said = chosen && (chosen.isCase || isKnown) ? chosen.supplier : undefined
    const provider = literal.provider ?? said
    if (said) given.push({ place: 'provider', value: said, at: start, chooses: true })
    const around =
      provider || !isKnown || mentioned ? undefined : providerAround(place, code, masked(), start)
    const fact = {
      ...(around ? { provider: around } : {}),
      ...(mentioned ? { mentioned } : {}),
      ...(arm ? { arm } : {}),
      ...(provider ? { provider } : {}),
      text: isStage(catalogue, form, text, code[start - 1]) ? text : withoutExpressions(text),
      line,
      ...(place && placeOf(place) === 'base-url' ? beside(code, start) : {}),
      ...(provider ? { place: 'model' } : place ? { place: meant(catalogue, form, place, text, code) } : {}),
    }
    found.push({ fact, start })
    const meaning = place ? placeOf(place) : null
    const assigned = place !== undefined && isAssigned(code, start, place)
    if (place && assigned && values.size < mostConstants && isConstant(text, meaning, catalogue))
      values.set(place, text)
    if (place && (meaning === 'base-url' || meaning === 'provider'))
      given.push({
        place,
        // `os.Getenv("LLM_BASE_URL")`: the variable, and not its name.
        value: isVariableName(text) ? { env: text } : text,
        at: start,
        ...(assigned ? { constant: place } : {}),
      })
  }
  if (form.language === 'csharp')
    for (const { text, start } of literals)
      if (text.includes('://') && uriArgument.test(code.slice(Math.max(0, start - 40), start - 1)))
        given.push({ place: 'endpoint', value: withoutExpressions(text), at: start, argument: true })
  if (code.includes('Provider')) given.push(...providersChosen(catalogue, masked()))
  given.push(...adaptersNamed(form, code))
  given.push(...providerSymbols(form, code))
  if (form.language === 'ruby')
    for (const { 1: name = '', index } of code.matchAll(/\benable_extension[ (]{1,3}:(\w{2,40})\b/g))
      found.push({ fact: { text: name, line: lines.at(index), place: 'enable_extension' }, start: index })
  for (const { text, at } of wordLists(code, form))
    found.push({ fact: { text, line: lines.at(at), ...placed(placeBefore(code, at)) }, start: at })
  for (const { id, at } of foundationConstants(code, masked))
    found.push({ fact: { text: id, line: lines.at(at), place: 'model' }, start: at })
  for (const { text, start } of literals) {
    const address = ledAddress(catalogue, text, values)
    if (address !== null) found.push({ fact: { text: address, line: lines.at(start) }, start })
  }
  const byName = constantsGiven(code)
  for (const { place, name, at } of byName)
    if (placeOf(place) === 'base-url') given.push({ place, value: { ref: name }, at })
  for (const match of code.matchAll(/[$%{]([A-Z][A-Z0-9_]{3,79})[}%]?/g))
    environment.push({ name: match[1]!, line: lines.at(match.index) })
  const text = { form, code, literals, lines, catalogue }
  const calls = clientCalls(text, imports, links, given)
  const taken = appHostCalls(text)
  for (const { callee } of taken) links.set(callee, `${APP_HOST}#${callee}`)
  return {
    language: form.language,
    imports,
    links,
    values,
    calls: [
      ...calls.map(({ call, span }) => ({
        ...call,
        named: { ...call.named, ...modelsGiven(byName, span) },
        lines: { ...call.lines, ...linesOf(byName, span, lines) },
      })),
      ...taken,
    ],
    texts: found.map(({ fact, start }) => withCall(fact, start, calls)),
    environment,
    settings: [],
    fields: fieldsIn(masked, code, lines),
    ...(form.language === 'csharp'
      ? { registered: registeredIn(code).map(({ name, at }) => ({ name, line: lines.at(at) })) }
      : {}),
    partial: false,
    ...(startingAnywhere.test(code) ? { starts: true } : {}),
  }
}

/** An address that a call of C# is handed by its place: `AddOpenAIChatCompletion("x", new Uri("https://…"))`. */
const uriArgument = /[(,]\s{0,20}new\s(?:System\.)?Uri\(\s{0,3}[$@]{0,2}$/

const placed = (place: string | undefined): { place?: string } => (place ? { place } : {})

const mostConstants = 200

/** Of so many resources it is looked at whether a statement denies them. */
const mostGrants = 500
const isGrant = (text: string): boolean => text.startsWith('arn:') && text.includes(':bedrock:')

/** What a constant may hold that matters elsewhere: an address, a model. */
const isConstant = (text: string, meaning: Place | null, catalogue: Catalogue): boolean =>
  meaning === 'base-url' || text.includes('://') || catalogue.modelOwner(text) !== null

/** A name that is given a text, and may stand for it elsewhere. */
const isAssigned = (code: string, start: number, place: string): boolean =>
  new RegExp(`\\b${place}\\b[^;\\n()]{0,40}=\\s*$`).test(code.slice(Math.max(0, start - 120), start - 1))

/** A client of the catalogue whose first argument is a model that the catalogue knows: `new ChatClient("…")`. */
const modelFirst = (catalogue: Catalogue, form: LanguageForm, place: string, text: string): boolean =>
  catalogue.clientOwner(form.language, place) !== null && catalogue.modelOwner(text) !== null

const meant = (
  catalogue: Catalogue,
  form: LanguageForm,
  place: string,
  text: string,
  code: string,
): string =>
  modelFirst(catalogue, form, place, text)
    ? 'model'
    : isStartingProperty(form.language, place, code)
      ? 'program'
      : place

/** A model among a client's arguments is served by whom that client reaches. */
function withCall(fact: TextFact, start: number, calls: readonly FoundCall[]): TextFact {
  if (fact.place === undefined || placeOf(fact.place) !== 'model') return fact
  const call = calls.findIndex(({ span }) => holds(span, start))
  return call < 0 ? fact : { ...fact, call }
}
