import { npmPackageOf } from '@ai-census/signatures'
import type { Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'

const loaded = /<script\b[^>]{0,300}?\bsrc=["'](https:\/\/[^"'\s]{8,300})["']/gi
const importMap = /<script\b[^>]{0,100}\btype=["']importmap["'][^>]{0,100}>([\s\S]{2,20000}?)<\/script/i

/** A program that its code fetches: `loadScript('https://cdn.jsdelivr.net/npm/…/x.min.js', …)`. */
const byCode = /["'`](https:\/\/[^"'`\s]{8,300}\.m?js)["'`]/gi
const mostFetched = 100

/** Packages that a page's own code has its browser fetch, which lies in programs and in templates of pages. */
export function packagesByCode(input: Input): PackageSign[] {
  if (!/jsdelivr|unpkg/.test(input.text)) return []
  return [...input.text.matchAll(byCode)].slice(0, mostFetched).flatMap(({ 1: url = '', index }) => {
    const name = npmPackageOf(url)
    return name === null ? [] : packageSign(input, 'npm', name, input.lines.at(index), { method: 'manifest' })
  })
}

/** Packages that a page has its browser fetch: `<script src="https://cdn.jsdelivr.net/npm/…">`, import maps. */
export function fetchedPackages(input: Input): PackageSign[] {
  if (!/^html?$/.test(input.extension)) return []
  const map = importMap.exec(input.text)
  const mapped = map
    ? [...map[1]!.matchAll(/"(https:\/\/[^"\s]{8,300})"/g)].map(
        ({ 1: url = '', index }) => [url, map.index + map[0].indexOf(map[1]!) + index] as const,
      )
    : []
  const found = [...input.text.matchAll(loaded)].map(({ 1: url = '', index }) => [url, index] as const)
  return [...found, ...mapped].flatMap(([url, at]) => {
    // None where another server than those of npm's packages has it.
    const name = npmPackageOf(url)
    return name === null ? [] : packageSign(input, 'npm', name, input.lines.at(at), { method: 'manifest' })
  })
}
